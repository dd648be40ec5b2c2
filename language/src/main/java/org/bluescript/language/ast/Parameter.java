package org.bluescript.language.ast;

import java.util.Optional;

import org.bluescript.language.source.Span;

/** A parameter of a function; {@code type} is absent where the program does not say. */
public record Parameter(Span span, Name name, Optional<TypeNode> type) implements Node {}
