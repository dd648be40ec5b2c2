package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Checks what makes text of numbers and numbers of text, beside {@code String(x)}: {@code toFixed} and {@code toString},
 * {@code Number(x)}, {@code Boolean(x)}, and {@code parseInt} with a radix. What they do is in the prelude's {@code numerals}.
 */
final class NumberTexts {
    private static final String MODULE = "numerals";
    private static final Type INTEGER = PrimitiveType.INTEGER;
    private static final Type ANY = PrimitiveType.ANY;

    private final ExpressionChecker expressions;
    private final Calls calls;
    private final Round round;

    NumberTexts(FunctionBody body, ExpressionChecker expressions, Calls calls) {
        this.expressions = expressions;
        this.calls = calls;
        this.round = body.round();
    }

    /** The call of a method that every value, or every number, has; nothing if this is none for such a receiver. */
    Optional<TypedExpression> method(Expression.Call e, String name, TypedExpression receiver) {
        Type type = receiver.type();
        boolean isNumber = Assignability.isNumeric(type) || Assignability.isNumberWord(type);
        int arguments = e.arguments().size();
        if (name.equals("toFixed") && arguments < 2 && (isNumber || type == ANY)) {
            TypedExpression digits = argument(e, name).orElse(Nodes.integer(e.span(), 0));
            return Optional.of(
                    Assignability.isInteger(type)
                            ? ofPrelude(e, "toFixed$1", List.of(Nodes.toInteger(receiver), digits), PrimitiveType.STRING)
                            : type == PrimitiveType.FLOAT
                                    ? ofPrelude(e, "toFixed$2", List.of(receiver, digits), PrimitiveType.STRING)
                                    : text(type, ofPrelude(e, "toFixed$3", words(receiver, digits), ANY)));
        }
        if (!name.equals("toString") || arguments > 1) {
            return Optional.empty();
        }
        if (arguments == 0) {
            return Optional.of(
                    type == ANY
                            ? ofPrelude(e, "toString$1", List.of(receiver), ANY)
                            : expressions.operators().text(receiver));
        }
        if (Assignability.isInteger(type)) {
            return argument(e, name).map(radix ->
                    ofPrelude(e, "toString$2", List.of(Nodes.toInteger(receiver), radix), PrimitiveType.STRING));
        }
        if (type == PrimitiveType.FLOAT) {
            argument(e, name);
            round.error(e.span(), "only integers have text in other bases", "write Math.trunc(…).toString(…)");
            return Optional.of(Nodes.unknown(e.span()));
        }
        return type == ANY || Assignability.isNumberWord(type)
                ? argument(e, name).map(radix -> text(type, ofPrelude(e, "toString$3", words(receiver, radix), ANY)))
                : Optional.empty();
    }

    private static List<TypedExpression> words(TypedExpression receiver, TypedExpression argument) {
        return List.of(AnyConversions.toAny(receiver), argument);
    }

    /** Of a value that can only be a number the result is a string. */
    private static TypedExpression text(Type receiver, TypedExpression call) {
        return receiver == ANY || Nodes.isUnknown(call) ? call : AnyConversions.fromAny(call, PrimitiveType.STRING);
    }

    private Optional<TypedExpression> argument(Expression.Call e, String name) {
        return e.arguments().stream()
                .findFirst()
                .map(a -> expressions.coerced(a, INTEGER, "argument 1 of \"" + name + "\""));
    }

    /** {@code Number(x)}. */
    TypedExpression number(Expression.Call e) {
        Optional<TypedExpression> operand = operand(e, "Number");
        if (operand.isEmpty() || Nodes.isUnknown(operand.get())) {
            return Nodes.unknown(e.span());
        }
        TypedExpression value = operand.get();
        if (Assignability.isInteger(value.type())) {
            return Nodes.toInteger(value);
        }
        if (value.type() == PrimitiveType.FLOAT || Assignability.isNumberWord(value.type())) {
            return value;
        }
        if (value.type() == PrimitiveType.BOOLEAN) {
            return Nodes.convert(value, Conversion.BOOLEAN_TO_INTEGER, INTEGER);
        }
        return value.type() == PrimitiveType.STRING
                ? ofPrelude(e, "Number$1", List.of(value), PrimitiveType.FLOAT)
                : ofPrelude(e, "Number$2", List.of(AnyConversions.toAny(value)), ANY);
    }

    /** {@code Boolean(x)}. */
    TypedExpression truth(Expression.Call e) {
        return operand(e, "Boolean").filter(v -> !Nodes.isUnknown(v)).map(Nodes::truth).orElseGet(() -> Nodes.unknown(e.span()));
    }

    /** {@code parseInt(s, radix)}. */
    TypedExpression parsed(Expression.Call e) {
        List<TypedExpression> operands = new ArrayList<>();
        operands.add(expressions.coerced(e.arguments().get(0), PrimitiveType.STRING, "argument 1 of \"parseInt\""));
        operands.add(expressions.coerced(e.arguments().get(1), INTEGER, "argument 2 of \"parseInt\""));
        return ofPrelude(e, "parseInt$2", operands, INTEGER);
    }

    private Optional<TypedExpression> operand(Expression.Call e, String name) {
        if (e.arguments().size() == 1) {
            return Optional.of(expressions.value(e.arguments().getFirst(), PrimitiveType.NEVER));
        }
        calls.checkAll(e.arguments());
        calls.reportCount(e, name, 1);
        return Optional.empty();
    }

    private TypedExpression ofPrelude(Expression.Call e, String name, List<TypedExpression> operands, Type result) {
        FunctionSymbol function = round.prelude().function(MODULE, name);
        round.instances().use(function);
        return calls.build(
                e.span(), operands, result, o -> new TypedExpression.Call(e.span(), function.id(), o, result));
    }
}
