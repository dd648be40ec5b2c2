package org.bluescript.language.ast;

import java.util.List;

import org.bluescript.language.source.Span;

/** A whole source file. */
public record Module(Span span, List<Statement> statements) implements Node {}
