package org.bluescript.language.ast;

import java.util.Optional;

import org.bluescript.language.source.Span;

/** What stands between the braces of a class. */
public sealed interface ClassMember extends Node {
    Name name();

    Modifiers modifiers();

    /** Who may use a member. */
    enum Visibility {
        PUBLIC,
        PROTECTED,
        PRIVATE
    }

    record Modifiers(
            Visibility visibility, boolean isStatic, boolean isReadonly, boolean isAbstract, boolean isOverride) {
        public static final Modifiers NONE = new Modifiers(Visibility.PUBLIC, false, false, false, false);
    }

    /** {@code isDefinite} for {@code x!: T}, of which the program promises that it gets a value. */
    record Property(
            Span span,
            Modifiers modifiers,
            Name name,
            Optional<TypeNode> type,
            Optional<Expression> initializer,
            boolean isDefinite)
            implements ClassMember {
        public Property(
                Span span, Modifiers modifiers, Name name, Optional<TypeNode> type, Optional<Expression> initializer) {
            this(span, modifiers, name, type, initializer, false);
        }
    }

    /** <code>get x() {…}</code> or <code>set x(value) {…}</code>. */
    record Accessor(Span span, Modifiers modifiers, Name name, boolean isGetter, FunctionNode function)
            implements ClassMember {}

    /** A method; {@code function} has a block body, an empty one if the method is abstract. */
    record Method(Span span, Modifiers modifiers, Name name, FunctionNode function) implements ClassMember {}

    /** The constructor; its name is {@code constructor}, its function declares no result. */
    record Constructor(Span span, Modifiers modifiers, Name name, FunctionNode function) implements ClassMember {}
}
