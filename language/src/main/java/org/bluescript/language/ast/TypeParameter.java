package org.bluescript.language.ast;

import java.util.Optional;

import org.bluescript.language.source.Span;

/** {@code T}, {@code T extends Base} or {@code T = integer} between the angle brackets of a generic declaration. */
public record TypeParameter(Span span, Name name, Optional<TypeNode> constraint, Optional<TypeNode> fallback)
        implements Node {}
