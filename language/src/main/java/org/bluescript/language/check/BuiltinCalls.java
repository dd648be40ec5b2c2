package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks calls of the built-in functions. */
final class BuiltinCalls {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Calls calls;
    private final Round round;

    BuiltinCalls(FunctionBody body, ExpressionChecker expressions, Calls calls) {
        this.body = body;
        this.expressions = expressions;
        this.calls = calls;
        this.round = body.round();
    }

    /** The call of the function of this name, {@code Math.sqrt} for example. */
    TypedExpression check(Expression.Call e, String name, Type expected) {
        if (Timers.has(name)) {
            return timer(e, name);
        }
        Optional<FunctionSymbol> delay = round.timers().flatMap(t -> t.delayIn(body.module()));
        if (name.equals("time.delay") && delay.isPresent()) {
            return calls.function(e, delay.get(), name, PrimitiveType.NEVER);
        }
        if (name.equals("parseInt") && e.arguments().size() == 2) {
            return new NumberTexts(body, expressions, calls).parsed(e);
        }
        Optional<BuiltinFunction> function = BuiltinFunction.find(name);
        if (function.isPresent()) {
            return fixed(e, name, function.get());
        }
        return switch (name) {
            case "print", "console.log" -> print(e, false);
            case "console.error" -> print(e, true);
            case "assert" -> assertion(e);
            case "String" -> string(e);
            case "Number" -> new NumberTexts(body, expressions, calls).number(e);
            case "Boolean" -> new NumberTexts(body, expressions, calls).truth(e);
            case "hashOf" -> hash(e);
            case "typeNameOf" -> new TypedExpression.Dynamic(
                    e.span(),
                    DynamicOperator.TYPE_OF,
                    List.of(expressions.coerced(e.arguments().getFirst(), PrimitiveType.ANY, "the value")),
                    PrimitiveType.STRING);
            case "parameterCount" -> build(
                    e,
                    Builtin.PARAMETER_COUNT,
                    List.of(expressions.coerced(e.arguments().getFirst(), PrimitiveType.ANY, "the function")),
                    PrimitiveType.INTEGER);
            case "isInteger" -> new TypedExpression.TypeTest(
                    e.span(),
                    expressions.coerced(e.arguments().getFirst(), PrimitiveType.ANY, "the value"),
                    PrimitiveType.INTEGER);
            case "arrayLike" -> arrayLike(e);
            case "addressOf" -> build(
                    e,
                    Builtin.ADDRESS,
                    List.of(expressions.value(e.arguments().getFirst(), PrimitiveType.NEVER)),
                    PrimitiveType.INTEGER);
            case "String.fromCharCode" -> fromCodes(e, name, "fromCharCode");
            case "String.fromCodePoint" -> fromCodes(e, name, "fromCodePoint");
            case "Array.isArray" -> isArray(e);
            case "Array.of" -> expressions.value(new Expression.ArrayLiteral(e.span(), e.arguments()), expected);
            case "Array.from" -> new ArraysFrom(body, expressions, calls).check(e, expected);
            case "Math.abs" -> byType(e, name, Builtin.ABS_INTEGER, Builtin.ABS_FLOAT);
            case "Math.sign" -> byType(e, name, Builtin.SIGN_INTEGER, Builtin.SIGN_FLOAT);
            case "Math.min" -> extreme(e, name, Builtin.MIN_INTEGER, Builtin.MIN_FLOAT);
            case "Math.max" -> extreme(e, name, Builtin.MAX_INTEGER, Builtin.MAX_FLOAT);
            default -> {
                round.error(e.callee().span(), "\"" + name + "\" is not a function");
                yield Nodes.unknown(e.span());
            }
        };
    }

    private TypedExpression timer(Expression.Call e, String name) {
        Optional<FunctionSymbol> function = round.timers().orElseThrow().function(name, e.arguments().size());
        if (function.isPresent()) {
            return calls.function(e, function.get(), name, PrimitiveType.NEVER);
        }
        values(e);
        round.error(
                e.span(),
                "\"" + name + "\" hands on " + Timers.HANDED_ON + " arguments at most",
                "write () => f(…) with any number of them");
        return Nodes.unknown(e.span());
    }

    /** A number that is the same for equal values; only the prelude calls it. */
    private TypedExpression hash(Expression.Call e) {
        TypedExpression value = expressions.value(e.arguments().getFirst(), PrimitiveType.NEVER);
        if (Assignability.withoutNull(value.type()) == PrimitiveType.STRING) {
            return ofPrelude(e, "hashOfString", List.of(value));
        }
        return switch (value.type().representation()) {
            case INTEGER -> Nodes.toInteger(value);
            case BOOLEAN -> Nodes.convert(value, Conversion.BOOLEAN_TO_INTEGER, PrimitiveType.INTEGER);
            case FLOAT -> ofPrelude(e, "hashOfFloat", List.of(value));
            case REFERENCE -> build(e, Builtin.ADDRESS, List.of(value), PrimitiveType.INTEGER);
            case WORD -> ofPrelude(e, "hashOfAny", List.of(Coercion.convert(value, PrimitiveType.ANY)));
            case NOTHING -> Nodes.unknown(e.span());
        };
    }

    private TypedExpression arrayLike(Expression.Call e) {
        List<TypedExpression> values = values(e);
        return build(e, Builtin.ARRAY_LIKE, values, values.getFirst().type());
    }

    private TypedExpression ofPrelude(Expression.Call e, String name, List<TypedExpression> operands) {
        FunctionSymbol function = round.prelude().function("collections", name);
        round.instances().use(function);
        return calls.build(
                e.span(),
                operands,
                PrimitiveType.INTEGER,
                o -> new TypedExpression.Call(e.span(), function.id(), o, PrimitiveType.INTEGER));
    }

    private TypedExpression fromCodes(Expression.Call e, String name, String function) {
        FunctionSymbol symbol = round.prelude().function("strings", function);
        return calls.ofLibrary(e.span(), symbol, calls.arguments(e, name, symbol.signature()));
    }

    private TypedExpression fixed(Expression.Call e, String name, BuiltinFunction function) {
        if (function.isRounding() && e.arguments().size() == 1) {
            TypedExpression value = expressions.value(e.arguments().getFirst(), PrimitiveType.FLOAT);
            if (Assignability.isInteger(value.type())) {
                return Nodes.toInteger(value);
            }
            if (Numbers.isOpen(value.type())) {
                return new Numbers(round).ofOne(e.span(), nameInMath(name), value, true);
            }
            TypedExpression number = expressions.coercion()
                    .coerce(e.arguments().getFirst(), value, PrimitiveType.FLOAT, "argument 1 of \"" + name + "\"");
            return build(e, function.builtin(), List.of(number), function.result());
        }
        FunctionType type = new FunctionType(function.parameters(), function.result());
        return build(e, function.builtin(), calls.arguments(e, name, type), function.result());
    }

    private TypedExpression build(Expression.Call e, Builtin builtin, List<TypedExpression> operands, Type result) {
        if (operands.stream().anyMatch(Nodes::isUnknown)) {
            return Nodes.unknown(e.span());
        }
        return round.order()
                .inOrder(e.span(), operands, o -> new TypedExpression.BuiltinCall(e.span(), builtin, o, result));
    }

    private TypedExpression print(Expression.Call e, boolean toError) {
        if (e.arguments().stream().anyMatch(Expression.Spread.class::isInstance)) {
            return printSpread(e, toError);
        }
        List<TypedExpression> values = values(e);
        if (values.stream().anyMatch(Nodes::isUnknown)) {
            return Nodes.unknown(e.span());
        }
        return round.order().allBeforeUse(e.span(), values, o -> new TypedExpression.Print(e.span(), toError, o));
    }

    /** The same where some of the values are the elements of what is spread: they make one text. */
    private TypedExpression printSpread(Expression.Call e, boolean toError) {
        Spreads spreads = new Spreads(body, expressions);
        List<TypedExpression> operands = new ArrayList<>();
        Set<Type> types = new HashSet<>();
        for (Expression argument : e.arguments()) {
            boolean isSpread = argument instanceof Expression.Spread;
            TypedExpression value = isSpread
                    ? spreads.source((Expression.Spread) argument)
                    : expressions.value(argument, PrimitiveType.NEVER);
            operands.add(value);
            types.add(isSpread ? Spreads.elementOf(value.type()) : value.type());
        }
        if (operands.stream().anyMatch(Nodes::isUnknown) || types.stream().anyMatch(Assignability::isUnknown)) {
            return Nodes.unknown(e.span());
        }
        Type element = types.size() == 1 ? types.iterator().next() : PrimitiveType.ANY;
        List<TypedExpression> converted = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            boolean isSpread = e.arguments().get(i) instanceof Expression.Spread;
            converted.add(isSpread ? operands.get(i) : Coercion.convert(operands.get(i), element));
        }
        TypedExpression values = spreads.passing(e.span(), e.arguments(), converted, element);
        return round.instances()
                .function(round.prelude().function("arrays", "print$1"), List.of(element), e.span())
                .map(f -> calls.ofLibrary(e.span(), f, List.of(values)))
                .<TypedExpression>map(text -> Nodes.isUnknown(text)
                        ? text
                        : new TypedExpression.Print(e.span(), toError, List.of(text)))
                .orElseGet(() -> Nodes.unknown(e.span()));
    }

    /** What follows a passed assertion may rely on its condition. */
    private TypedExpression assertion(Expression.Call e) {
        if (e.arguments().isEmpty() || e.arguments().size() > 2) {
            values(e);
            round.error(e.span(), "\"assert\" takes a condition and perhaps a message");
            return Nodes.unknown(e.span());
        }
        Branch condition = expressions.conditions().test(e.arguments().getFirst());
        Optional<TypedExpression> message = Optional.empty();
        if (e.arguments().size() == 2) {
            body.setFlow(condition.whenFalse());
            message = Optional.of(
                    expressions.coerced(e.arguments().get(1), PrimitiveType.STRING, "argument 2 of \"assert\""));
        }
        body.setFlow(condition.whenTrue().reachable() ? condition.whenTrue() : condition.whenFalse());
        boolean wrong = Nodes.isUnknown(condition.value()) || message.filter(Nodes::isUnknown).isPresent();
        return wrong ? Nodes.unknown(e.span()) : new TypedExpression.Assert(e.span(), condition.value(), message);
    }

    private TypedExpression string(Expression.Call e) {
        List<TypedExpression> values = values(e);
        if (values.size() != 1) {
            calls.reportCount(e, "String", 1);
            return Nodes.unknown(e.span());
        }
        return expressions.operators().text(values.getFirst());
    }

    private TypedExpression byType(Expression.Call e, String name, Builtin onIntegers, Builtin onFloats) {
        List<TypedExpression> numbers = numbers(e, name);
        if (e.arguments().size() != 1) {
            calls.reportCount(e, name, 1);
            return Nodes.unknown(e.span());
        }
        if (Nodes.isUnknown(numbers.getFirst())) {
            return Nodes.unknown(e.span());
        }
        if (Numbers.isOpen(numbers.getFirst().type())) {
            return new Numbers(round).ofOne(e.span(), nameInMath(name), numbers.getFirst(), false);
        }
        boolean integer = Assignability.isInteger(numbers.getFirst().type());
        Type type = integer ? PrimitiveType.INTEGER : PrimitiveType.FLOAT;
        return build(
                e, integer ? onIntegers : onFloats, List.of(Coercion.convert(numbers.getFirst(), type)), type);
    }

    /** Of integers an integer, else a float; of more than two arguments, pair by pair from the left. */
    private TypedExpression extreme(Expression.Call e, String name, Builtin onIntegers, Builtin onFloats) {
        if (e.arguments().stream().anyMatch(Expression.Spread.class::isInstance)) {
            return extremeOfArrays(e, name);
        }
        List<TypedExpression> numbers = numbers(e, name);
        if (numbers.isEmpty()) {
            round.error(e.span(), "\"" + name + "\" needs at least one number");
            return Nodes.unknown(e.span());
        }
        if (numbers.stream().anyMatch(Nodes::isUnknown)) {
            return Nodes.unknown(e.span());
        }
        boolean isOpen = numbers.stream().anyMatch(n -> Numbers.isOpen(n.type()));
        if (isOpen && numbers.stream().noneMatch(n -> n.type() == PrimitiveType.FLOAT)) {
            return new Numbers(round).ofSeveral(e.span(), nameInMath(name), numbers);
        }
        boolean integers = numbers.stream().allMatch(n -> Assignability.isInteger(n.type()));
        Type type = integers ? PrimitiveType.INTEGER : PrimitiveType.FLOAT;
        return round.order()
                .inOrder(
                        e.span(),
                        numbers.stream().map(n -> Coercion.convert(n, type)).toList(),
                        o -> o.stream()
                                .reduce((a, b) -> new TypedExpression.BuiltinCall(
                                        e.span(), integers ? onIntegers : onFloats, List.of(a, b), type))
                                .orElseThrow());
    }

    private static String nameInMath(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    /** The same where some of the numbers are the elements of arrays. */
    private TypedExpression extremeOfArrays(Expression.Call e, String name) {
        Spreads spreads = new Spreads(body, expressions);
        List<TypedExpression> operands = new ArrayList<>();
        boolean integers = true;
        for (Expression argument : e.arguments()) {
            boolean isSpread = argument instanceof Expression.Spread;
            TypedExpression value = isSpread
                    ? spreads.source((Expression.Spread) argument)
                    : expressions.value(argument, PrimitiveType.NEVER);
            Type of = isSpread ? Spreads.elementOf(value.type()) : value.type();
            if (!Nodes.isUnknown(value) && !Assignability.isNumeric(of)) {
                round.error(argument.span(), "\"" + name + "\" takes numbers, not " + of);
                value = Nodes.unknown(argument.span());
            }
            integers &= Assignability.isInteger(of);
            operands.add(value);
        }
        if (operands.stream().anyMatch(Nodes::isUnknown)) {
            return Nodes.unknown(e.span());
        }
        Type element = integers ? PrimitiveType.INTEGER : PrimitiveType.FLOAT;
        List<TypedExpression> converted = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            boolean isSpread = e.arguments().get(i) instanceof Expression.Spread;
            converted.add(isSpread ? operands.get(i) : Coercion.convert(operands.get(i), element));
        }
        TypedExpression all = spreads.passing(e.span(), e.arguments(), converted, element);
        FunctionSymbol function = round.prelude()
                .function("arrays", name.substring(name.indexOf('.') + 1) + (integers ? "$1" : "$2"));
        return calls.ofLibrary(e.span(), function, List.of(all));
    }

    /** Of values of a known type the answer is known too, but the value is evaluated all the same. */
    private TypedExpression isArray(Expression.Call e) {
        List<TypedExpression> values = values(e);
        if (values.size() != 1) {
            calls.reportCount(e, "Array.isArray", 1);
            return Nodes.unknown(e.span());
        }
        TypedExpression value = values.getFirst();
        if (Nodes.isUnknown(value)) {
            return value;
        }
        return new TypedExpression.TypeTest(
                e.span(), Coercion.convert(value, PrimitiveType.ANY), new ArrayType(PrimitiveType.ANY));
    }

    private List<TypedExpression> numbers(Expression.Call e, String name) {
        List<TypedExpression> numbers = new ArrayList<>();
        for (int i = 0; i < e.arguments().size(); i++) {
            Expression argument = e.arguments().get(i);
            TypedExpression value = expressions.value(argument, PrimitiveType.NEVER);
            boolean number = Assignability.isNumeric(value.type()) || Numbers.isOpen(value.type());
            numbers.add(
                    number
                            ? value
                            : expressions.coercion()
                                    .coerce(
                                            argument,
                                            value,
                                            PrimitiveType.FLOAT,
                                            "argument " + (i + 1) + " of \"" + name + "\""));
        }
        return numbers;
    }

    private List<TypedExpression> values(Expression.Call e) {
        return e.arguments().stream().map(a -> expressions.value(a, PrimitiveType.NEVER)).toList();
    }
}
