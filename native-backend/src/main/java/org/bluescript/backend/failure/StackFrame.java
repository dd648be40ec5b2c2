package org.bluescript.backend.failure;

import java.util.Optional;

import org.bluescript.language.source.Span;

/** A call on the stack: the function as the user knows it, and where in it the program was. */
public record StackFrame(String function, Optional<Span> place) {}
