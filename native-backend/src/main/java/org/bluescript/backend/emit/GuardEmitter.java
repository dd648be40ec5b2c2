package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.backend.optimize.LoopVersions.Access;
import org.bluescript.backend.optimize.LoopVersions.Versioned;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;

/**
 * Emits the condition under which the version of a loop without checks is right. All sums are of 64 bits and exact. The condition
 * is evaluated before the loop, where the program itself might not have evaluated its parts: nothing in it can fail.
 */
final class GuardEmitter {
    private final ExpressionEmitter expressions;

    GuardEmitter(ExpressionEmitter expressions) {
        this.expressions = expressions;
    }

    String emit(Versioned loop) {
        List<String> conditions = new ArrayList<>();
        String step = expressions.emit(loop.step());
        if (!(loop.step() instanceof TypedExpression.IntegerConstant c) || c.value() <= 0) {
            conditions.add(step + " > 0");
        }
        String entry = wide(expressions.place(loop.variable()));
        String limit = wide(expressions.emit(loop.limit()));
        String last = loop.inclusive() ? limit : "(" + limit + (loop.downward() ? " + 1)" : " - 1)");
        conditions.add(
                loop.downward()
                        ? last + " - " + step + " >= INT32_MIN"
                        : last + " + " + step + " <= INT32_MAX");
        for (Access access : loop.accesses()) {
            dereferenced(access).forEach(o -> conditions.add(o + " != 0"));
            boolean falls = loop.downward() != access.factor() < 0;
            conditions.add(value(access, falls ? last : entry) + " >= 0");
            conditions.add(value(access, falls ? entry : last) + " < (int64_t)"
                    + expressions.emit(access.array()) + "->length");
        }
        return String.join(" && ", conditions.stream().distinct().toList());
    }

    /** The index for a value of the loop's variable. */
    private String value(Access access, String variable) {
        StringBuilder sum = new StringBuilder();
        if (access.factor() == 1) {
            sum.append(variable).append(" + ");
        } else if (access.factor() == -1) {
            sum.append("-").append(variable).append(" + ");
        } else if (access.factor() != 0) {
            sum.append(access.factor()).append("LL * ").append(variable).append(" + ");
        }
        sum.append(access.constant()).append("LL");
        access.added().forEach(t -> sum.append(" + ").append(wide(expressions.emit(t))));
        access.subtracted().forEach(t -> sum.append(" - ").append(wide(expressions.emit(t))));
        return sum.toString();
    }

    /** Every object that the guard looks into, the inner ones first: a reference may be null before its first assignment. */
    private List<String> dereferenced(Access access) {
        List<TypedExpression> objects = new ArrayList<>();
        List<TypedExpression> parts = new ArrayList<>(access.added());
        parts.addAll(access.subtracted());
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

    private static String wide(String code) {
        return "((int64_t)" + code + ")";
    }
}
