package org.bluescript.backend.optimize;

import java.util.List;

import org.bluescript.language.typed.TypedExpression;

/** Tells whether two invariant expressions of one loop are written alike and so have the same value. */
final class SameValue {
    private SameValue() {}

    static boolean of(TypedExpression a, TypedExpression b) {
        return switch (a) {
            case TypedExpression.IntegerConstant x ->
                b instanceof TypedExpression.IntegerConstant y && x.value() == y.value();
            case TypedExpression.Read x -> b instanceof TypedExpression.Read y && x.variable().equals(y.variable());
            case TypedExpression.FieldRead x ->
                b instanceof TypedExpression.FieldRead y && x.field().equals(y.field()) && of(x.object(), y.object());
            case TypedExpression.Length x -> b instanceof TypedExpression.Length y && of(x.of(), y.of());
            case TypedExpression.Arithmetic x ->
                b instanceof TypedExpression.Arithmetic y
                        && x.operator() == y.operator()
                        && of(x.left(), y.left())
                        && of(x.right(), y.right());
            default -> false;
        };
    }

    static boolean of(List<TypedExpression> a, List<TypedExpression> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!of(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
