package org.bluescript.language.ast;

import java.util.Optional;

import org.bluescript.language.source.Span;

/**
 * A parameter of a function.
 *
 * @param type absent where the program does not say; of a rest parameter the type of the array
 * @param defaultValue what it is if the caller gives nothing; only for {@code OPTIONAL}
 * @param property how the property of the same name is declared, for {@code constructor(private x: integer)}
 */
public record Parameter(
        Span span,
        Name name,
        Optional<TypeNode> type,
        Kind kind,
        Optional<Expression> defaultValue,
        Optional<ClassMember.Modifiers> property)
        implements Node {
    /** What a caller has to give. */
    public enum Kind {
        REQUIRED,
        /** {@code x?: T} or {@code x = e}. */
        OPTIONAL,
        /** {@code ...x: T[]}. */
        REST
    }

    /** {@code x: T}. */
    public Parameter(Span span, Name name, Optional<TypeNode> type) {
        this(span, name, type, Kind.REQUIRED, Optional.empty(), Optional.empty());
    }
}
