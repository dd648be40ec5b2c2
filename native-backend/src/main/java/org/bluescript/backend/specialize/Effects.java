package org.bluescript.backend.specialize;

import java.util.HashSet;
import java.util.Set;

import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedProgram;

/** What must not be done twice. Errors, and memory for new values, do not count: doing it again does them again. */
final class Effects {
    private static final String GETTER = "get ";

    /** Names of properties that are read by calls. */
    private final Set<String> getters = new HashSet<>();

    Effects(TypedProgram program) {
        program.classes().values().stream()
                .flatMap(c -> c.methods().stream())
                .map(m -> m.name())
                .filter(n -> n.startsWith(GETTER))
                .forEach(n -> getters.add(n.substring(GETTER.length())));
    }

    /** Whether the expression, or anything in it, has an effect. */
    boolean hasEffects(TypedExpression expression) {
        return hasEffect(expression) || TreeWalk.operands(expression).stream().anyMatch(this::hasEffects);
    }

    /** Whether the node itself changes something, or may run code that does. */
    boolean hasEffect(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.Write e -> true;
            case TypedExpression.FieldWrite e -> true;
            case TypedExpression.ElementWrite e -> true;
            case TypedExpression.DynamicWrite e -> true;
            case TypedExpression.New e -> true;
            case TypedExpression.Call e -> true;
            case TypedExpression.MethodCall e -> true;
            case TypedExpression.ClosureCall e -> true;
            case TypedExpression.DynamicMethodCall e -> true;
            case TypedExpression.DynamicCall e -> true;
            case TypedExpression.DynamicRead e -> getters.contains(e.name());
            case TypedExpression.Dynamic e -> e.operator() == DynamicOperator.SET_ELEMENT;
            case TypedExpression.Print e -> true;
            case TypedExpression.Assert e -> true;
            case TypedExpression.BuiltinCall e -> hasEffect(e.builtin());
            default -> false;
        };
    }

    private static boolean hasEffect(Builtin builtin) {
        return switch (builtin) {
            case ARRAY_PUSH, ARRAY_POP, ARRAY_SHIFT, ARRAY_UNSHIFT, RANDOM, TIME_NOW, TIME_MICROS, TIME_DELAY, GC, MEMORY_FREE,
                    MEMORY_USED -> true;
            default -> false;
        };
    }
}
