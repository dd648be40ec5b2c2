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

    record Modifiers(Visibility visibility, boolean isStatic, boolean isReadonly) {
        public static final Modifiers NONE = new Modifiers(Visibility.PUBLIC, false, false);
    }

    record Property(Span span, Modifiers modifiers, Name name, Optional<TypeNode> type, Optional<Expression> initializer)
            implements ClassMember {}

    /** A method; {@code function} has a block body. */
    record Method(Span span, Modifiers modifiers, Name name, FunctionNode function) implements ClassMember {}

    /** The constructor; its name is {@code constructor}, its function declares no result. */
    record Constructor(Span span, Modifiers modifiers, Name name, FunctionNode function) implements ClassMember {}
}
