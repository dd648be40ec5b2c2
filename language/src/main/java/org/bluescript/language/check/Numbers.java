package org.bluescript.language.check;

import java.util.List;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Functions of {@code Math} on numbers of which only their values say whether they are integers or floats, so that they give there
 * what they give where the types are written. They are functions of the prelude.
 */
final class Numbers {
    private static final String MODULE = "numbers";

    private final Round round;

    Numbers(Round round) {
        this.round = round;
    }

    /** Whether only the value says what kind of number it is, or whether it is one at all. */
    static boolean isOpen(Type type) {
        return type == PrimitiveType.ANY || Assignability.isNumberWord(type);
    }

    /** A function of one number that is the same for {@code name} without {@code Math}; the result is an integer if {@code rounds}. */
    TypedExpression ofOne(Span span, String name, TypedExpression value, boolean rounds) {
        Type result = rounds ? PrimitiveType.INTEGER : resultOf(List.of(value));
        return round.order().inOrder(span, List.of(AnyConversions.toAny(value)), o -> as(result, call(span, name, o, rounds)));
    }

    /** {@code min} or {@code max} of integers and open numbers: all are evaluated before two are compared. */
    TypedExpression ofSeveral(Span span, String name, List<TypedExpression> values) {
        if (values.size() == 1) {
            return ofOne(span, name + "$1", values.getFirst(), false);
        }
        Type result = resultOf(values);
        List<TypedExpression> words = values.stream().map(AnyConversions::toAny).toList();
        return round.order()
                .allBeforeUse(
                        span,
                        words,
                        o -> as(
                                result,
                                o.stream()
                                        .reduce((a, b) -> call(span, name, List.of(a, b), false))
                                        .orElseThrow()));
    }

    private static Type resultOf(List<TypedExpression> values) {
        return values.stream().anyMatch(v -> v.type() == PrimitiveType.ANY) ? PrimitiveType.ANY : Operators.NUMBER;
    }

    private TypedExpression call(Span span, String name, List<TypedExpression> words, boolean rounds) {
        FunctionSymbol function = round.prelude().function(MODULE, name);
        round.instances().use(function);
        return new TypedExpression.Call(span, function.id(), words, rounds ? PrimitiveType.INTEGER : PrimitiveType.ANY);
    }

    private static TypedExpression as(Type type, TypedExpression value) {
        return value.type().equals(type) ? value : Nodes.convert(value, Conversion.REINTERPRET, type);
    }
}
