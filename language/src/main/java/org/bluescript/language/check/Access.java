package org.bluescript.language.check;

import org.bluescript.language.ast.ClassMember.Modifiers;
import org.bluescript.language.source.Span;

/** Who may use private and protected members. */
final class Access {
    private Access() {}

    static boolean check(FunctionBody body, FieldSymbol field, Span span) {
        return check(body, field.node().modifiers(), field.owner(), "property \"" + field.name() + "\"", span);
    }

    static boolean check(FunctionBody body, Symbol member, Span span) {
        return switch (member) {
            case FunctionSymbol f when f.owner().isPresent() ->
                check(body, f.modifiers(), f.owner().get(), "method \"" + f.name() + "\"", span);
            case VariableSymbol v when v.property().isPresent() ->
                check(
                        body,
                        v.property().get().modifiers(),
                        v.property().get().owner(),
                        "property \"" + v.name() + "\"",
                        span);
            default -> true;
        };
    }

    /** Whether the code of {@code body} may use the member; reports it if not. */
    static boolean check(FunctionBody body, Modifiers modifiers, ClassSymbol owner, String member, Span span) {
        boolean allowed = switch (modifiers.visibility()) {
            case PUBLIC -> true;
            case PROTECTED -> body.owner().map(o -> inheritsText(o, owner)).orElse(false);
            case PRIVATE -> body.owner().map(owner::isSameText).orElse(false);
        };
        if (!allowed) {
            String who = switch (modifiers.visibility()) {
                case PRIVATE -> "private to the class \"" + owner.name() + "\"";
                default -> "protected: only \"" + owner.name() + "\" and its subclasses may use it";
            };
            body.round().error(span, "the " + member + " is " + who);
        }
        return allowed;
    }

    /** Whether the class or one that it inherits from stands in the text of {@code ancestor}, whatever their type arguments. */
    private static boolean inheritsText(ClassSymbol symbol, ClassSymbol ancestor) {
        return symbol.isSameText(ancestor)
                || symbol.superclass().map(s -> inheritsText(s, ancestor)).orElse(false);
    }
}
