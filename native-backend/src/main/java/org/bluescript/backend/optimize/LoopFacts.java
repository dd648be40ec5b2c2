package org.bluescript.backend.optimize;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;

/**
 * What can change while a loop runs, and so which expressions have the same value in every iteration.
 */
final class LoopFacts {
    private final Predicate<Variable> isPrivate;
    private final Set<Variable> written = new HashSet<>();
    /** Temporaries and locals that get their value where they are declared in the loop, and keep it for the iteration. */
    private final Map<Variable, TypedExpression> definitions = new HashMap<>();

    private final Set<Field> fieldsWritten = new HashSet<>();
    /** Variables that are written other than where they are declared. */
    private final Set<Variable> assigned = new HashSet<>();

    private boolean calls;
    private boolean inlineCode;
    private int nodes;

    /** {@code isPrivate} tells the variables that nothing but the function's own statements can read or write. */
    LoopFacts(TypedStatement.Loop loop, Predicate<Variable> isPrivate) {
        this.isPrivate = isPrivate;
        loop.condition().ifPresent(c -> TreeWalk.expressions(c, this::note));
        note(loop.body());
        loop.update().forEach(this::note);
        definitions.keySet().removeAll(assigned);
    }

    /** What a local of the loop body was declared as, as far as that can be followed; else the expression itself. */
    TypedExpression resolve(TypedExpression expression) {
        TypedExpression result = expression;
        while (result instanceof TypedExpression.Read read && definitions.containsKey(read.variable())) {
            result = definitions.get(read.variable());
        }
        return result;
    }

    boolean hasInlineCode() {
        return inlineCode;
    }

    /** How many expressions the loop consists of. */
    int nodes() {
        return nodes;
    }

    boolean isWritten(Variable variable) {
        return written.contains(variable) || calls && !isPrivate.test(variable);
    }

    /** Whether the expression has the same value whenever the loop evaluates it, no effects, and cannot fail. */
    boolean isInvariant(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.IntegerConstant e -> true;
            case TypedExpression.Read e -> !isWritten(e.variable());
            case TypedExpression.FieldRead e ->
                !calls && !fieldsWritten.contains(e.field()) && isInvariant(e.object());
            case TypedExpression.Length e -> isInvariant(e.of());
            case TypedExpression.Arithmetic e ->
                switch (e.operator()) {
                    case ADD, SUBTRACT, MULTIPLY, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND, BIT_OR, BIT_XOR ->
                        isInvariant(e.left()) && isInvariant(e.right());
                    case DIVIDE, REMAINDER, POWER -> false;
                };
            default -> false;
        };
    }

    private void note(TypedStatement statement) {
        TreeWalk.statements(statement, s -> {
            switch (s) {
                case TypedStatement.Declare d -> define(d.local(), d.value());
                case TypedStatement.RenewCell r -> write(r.local());
                case TypedStatement.InlineCode c -> inlineCode = true;
                default -> {}
            }
        });
        TreeWalk.expressions(statement, this::note);
    }

    private void note(TypedExpression expression) {
        nodes++;
        switch (expression) {
            case TypedExpression.Write e -> write(e.variable());
            case TypedExpression.Let e -> e.temporaries().forEach(t -> define(t.local(), t.value()));
            case TypedExpression.FieldWrite e -> fieldsWritten.add(e.field());
            case TypedExpression.Call e -> calls = true;
            case TypedExpression.MethodCall e -> calls = true;
            case TypedExpression.ClosureCall e -> calls = true;
            case TypedExpression.New e -> calls = true;
            case TypedExpression.BuiltinCall e when changesLength(e.builtin()) -> calls = true;
            default -> {}
        }
    }

    private void write(Variable variable) {
        written.add(variable);
        assigned.add(variable);
    }

    private void define(Local local, TypedExpression value) {
        written.add(local);
        if (!local.shared()) {
            definitions.put(local, value);
        }
    }

    private static boolean changesLength(Builtin builtin) {
        return switch (builtin) {
            case ARRAY_PUSH, ARRAY_POP, ARRAY_SHIFT, ARRAY_UNSHIFT -> true;
            default -> false;
        };
    }
}
