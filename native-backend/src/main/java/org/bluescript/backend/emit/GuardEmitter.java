package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.backend.optimize.LoopVersions.Access;
import org.bluescript.backend.optimize.LoopVersions.Versioned;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;

/**
 * Emits the condition under which the version of a loop without checks is right. It is evaluated before the loop, where the
 * program itself might not have evaluated its parts: nothing in it can fail.
 *
 * <p>All sums wrap, as those of the program do. The loop's variable takes at most {@code range + 1} values in a row, so an index
 * runs from its least value through at most {@code factor * range} more: all are in the array if the least one is and what is
 * left of the array above it is longer. A loop that does not run at all may get either version.
 */
final class GuardEmitter {
    private final ExpressionEmitter expressions;
    private final Names names;

    GuardEmitter(ExpressionEmitter expressions, Names names) {
        this.expressions = expressions;
        this.names = names;
    }

    String emit(Versioned loop) {
        String range = names.fresh("range");
        String first = expressions.place(loop.variable());
        String limit = expressions.emit(loop.limit());
        String last = loop.inclusive() ? limit : "(" + limit + (loop.downward() ? " + 1)" : " - 1)");
        String from = loop.downward() ? last : first;
        String to = loop.downward() ? first : last;
        List<String> conditions = new ArrayList<>(counting(loop, last));
        for (Access access : loop.accesses()) {
            dereferenced(access).forEach(o -> conditions.add(o + " != 0"));
            conditions.addAll(inRange(access, from, to, range));
        }
        return "({ uint32_t " + range + " = (uint32_t)" + to + " - (uint32_t)" + from + "; "
                + String.join(" && ", conditions.stream().distinct().toList()) + "; })";
    }

    /** The variable moves toward the limit, and does not wrap before the test sees that it is past it. */
    private List<String> counting(Versioned loop, String last) {
        List<String> conditions = new ArrayList<>();
        String step = expressions.emit(loop.step());
        boolean isOne = loop.step() instanceof TypedExpression.IntegerConstant one && one.value() == 1;
        if (!(loop.step() instanceof TypedExpression.IntegerConstant c) || c.value() <= 0) {
            conditions.add(step + " > 0");
        }
        if (loop.inclusive() || !isOne) {
            conditions.add(loop.downward()
                    ? last + " >= INT32_MIN + " + step
                    : last + " <= INT32_MAX - " + step);
        }
        return conditions;
    }

    private List<String> inRange(Access access, String from, String to, String range) {
        List<String> conditions = new ArrayList<>();
        access.scale().ifPresent(scale -> conditions.add(expressions.emit(scale) + " >= 0"));
        String least = "(" + value(access, access.factor() < 0 ? to : from) + ")";
        String length = ArrayEmitter.length(expressions.emit(access.array()), access.bounds());
        conditions.add(least + " < " + length);
        String left = length + " - " + least;
        long factor = Math.abs(access.factor());
        if (access.scale().isPresent()) {
            String sum = wide(expressions.emit(access.scale().get())) + (factor == 0 ? "" : " + " + factor);
            conditions.add("(" + sum + ") * " + range + " < " + left);
        } else if (factor == 1) {
            conditions.add(range + " < " + left);
        } else if (factor != 0) {
            conditions.add(factor + "ULL * " + range + " < " + left);
        }
        return conditions;
    }

    /** The index for a value of the loop's variable, as the program computes it. */
    private String value(Access access, String variable) {
        StringBuilder sum = new StringBuilder((access.constant() & 0xffff_ffffL) + "u");
        if (access.factor() == 1) {
            sum.append(" + ").append(word(variable));
        } else if (access.factor() == -1) {
            sum.append(" - ").append(word(variable));
        } else if (access.factor() != 0) {
            sum.append(" + ").append(access.factor() & 0xffff_ffffL).append("u * ").append(word(variable));
        }
        access.scale().ifPresent(scale ->
                sum.append(" + ").append(word(expressions.emit(scale))).append(" * ").append(word(variable)));
        access.added().forEach(t -> sum.append(" + ").append(word(expressions.emit(t))));
        access.subtracted().forEach(t -> sum.append(" - ").append(word(expressions.emit(t))));
        return sum.toString();
    }

    /** Every object that the guard looks into, the inner ones first: a reference may be null before its first assignment. */
    private List<String> dereferenced(Access access) {
        List<TypedExpression> objects = new ArrayList<>();
        List<TypedExpression> parts = new ArrayList<>(access.added());
        parts.addAll(access.subtracted());
        access.scale().ifPresent(parts::add);
        parts.add(access.array());
        for (TypedExpression part : parts) {
            TreeWalk.expressions(part, e -> {
                switch (e) {
                    case TypedExpression.FieldRead read -> objects.add(0, read.object());
                    case TypedExpression.Length length -> objects.add(0, length.of());
                    default -> {}
                }
            });
        }
        objects.add(access.array());
        return objects.stream().filter(o -> !isThis(o)).map(expressions::emit).toList();
    }

    private static boolean isThis(TypedExpression object) {
        return object instanceof TypedExpression.Read read
                && read.variable() instanceof Local local
                && local.name().equals("this");
    }

    private static String word(String code) {
        return "(uint32_t)" + code;
    }

    private static String wide(String code) {
        return "(uint64_t)(uint32_t)" + code;
    }
}
