package org.bluescript.backend.emit;

import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.source.Span;

/** A place in a unit where emitted code may raise a run-time error; its trap carries the site's number. */
public record Site(RunTimeErrorKind kind, Span span) {}
