package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks calls of the methods of arrays and strings. */
final class BuiltinMethods {
    private static final Set<String> OF_ARRAYS = Set.of("push", "pop", "shift", "unshift");
    private static final Set<String> OF_STRINGS = Set.of("charCodeAt", "startsWith", "endsWith", "substring");
    private static final Type INTEGER = PrimitiveType.INTEGER;
    private static final Type STRING = PrimitiveType.STRING;

    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Calls calls;
    private final Round round;

    BuiltinMethods(FunctionBody body, ExpressionChecker expressions, Calls calls) {
        this.body = body;
        this.expressions = expressions;
        this.calls = calls;
        this.round = body.round();
    }

    /** The methods of values of an array or string type. */
    static Set<String> namesFor(Type type) {
        return switch (type) {
            case ArrayType t -> withPrelude(OF_ARRAYS, t);
            case PrimitiveType t when t == PrimitiveType.STRING -> withPrelude(OF_STRINGS, t);
            default -> Set.of();
        };
    }

    private static Set<String> withPrelude(Set<String> own, Type type) {
        Set<String> all = new HashSet<>(own);
        all.addAll(Prelude.methodsOf(type));
        return all;
    }

    /** Whether a method of this name may make an array longer or shorter. */
    static boolean changesLength(String name) {
        return OF_ARRAYS.contains(name);
    }

    /** The call of a method that {@link #namesFor} the receiver's type has. */
    TypedExpression check(Expression.Call written, Expression.Member callee, TypedExpression receiver, Type expected) {
        if (Prelude.methodsOf(receiver.type()).contains(callee.name().text())) {
            String name = callee.name().text();
            if (name.equals("fill") && written.arguments().size() == 1 && isOfLengthOnly(callee.object())) {
                return filled(written, (Expression.New) callee.object(), expected);
            }
            if (name.equals("flat") && receiver.type() instanceof ArrayType array) {
                return flat(written, callee, receiver, array, expected);
            }
            FunctionSymbol function = round.prelude().method(receiver.type(), name, written.arguments().size());
            if (receiver.type() instanceof ArrayType array && written.arguments().size() == 1) {
                Optional<Type> kept = expressions.guards().saidBy(written.arguments().getFirst(), array.element());
                if (kept.isPresent() && name.equals("filter")) {
                    FunctionSymbol filter = round.prelude().function("arrays", "filter$2");
                    Expression.Call e = new PassedFunctions(body).adapted(written, filter.signature());
                    return calls.ofPrelude(e, filter, callee.object(), receiver, new ArrayType(kept.get()));
                }
                if (kept.isPresent() && name.equals("find")) {
                    Expression.Call e = new PassedFunctions(body).adapted(written, function.signature());
                    TypedExpression found = calls.ofPrelude(e, function, callee.object(), receiver, expected);
                    return Nodes.isUnknown(found)
                            ? found
                            : AnyConversions.fromAny(AnyConversions.toAny(found), TypeResolver.orNull(kept.get()));
                }
            }
            Expression.Call e = new PassedFunctions(body).adapted(written, function.signature());
            FunctionSymbol ofWords = round.prelude().methodOfWords(receiver.type(), name, e.arguments().size());
            if (ofWords != function && isOfUnknownType(e, function)) {
                TypedExpression call = calls.ofPrelude(e, ofWords, callee.object(), receiver, expected);
                return call.type() instanceof ArrayType ? Coercion.convert(call, PrimitiveType.ANY) : call;
            }
            return calls.ofPrelude(e, function, callee.object(), receiver, expected);
        }
        return receiver.type() instanceof ArrayType type
                ? onArray(written, callee, receiver, type)
                : onString(written, callee.name().text(), receiver);
    }

    /** Whether it is {@code new Array(n)}, which says nothing of the elements. */
    private boolean isOfLengthOnly(Expression receiver) {
        return receiver instanceof Expression.New made
                && made.type().qualifier().isEmpty()
                && made.type().name().text().equals("Array")
                && made.type().arguments().isEmpty()
                && made.arguments().size() == 1
                && body.scope().find("Array").filter(BuiltinSymbol.class::isInstance).isPresent();
    }

    /** {@code new Array(n).fill(x)}: an array of what is stored in it, or of what is wanted. */
    private TypedExpression filled(Expression.Call e, Expression.New array, Type expected) {
        TypedExpression length = expressions.coerced(array.arguments().getFirst(), INTEGER, "the length of an array");
        Expression written = e.arguments().getFirst();
        Type wanted = Assignability.withoutNull(expected) instanceof ArrayType a ? a.element() : PrimitiveType.NEVER;
        TypedExpression value = expressions.value(written, wanted);
        boolean saysNothing = value.type() == PrimitiveType.NULL || Assignability.isOpenArray(value.type());
        Type element = !Assignability.isUnknown(wanted) ? wanted : saysNothing ? PrimitiveType.ANY : value.type();
        TypedExpression initial = Nodes.isUnknown(value)
                ? value
                : expressions.coercion().coerce(written, value, element, "the element");
        if (Nodes.isUnknown(length) || Nodes.isUnknown(initial)) {
            return Nodes.unknown(e.span());
        }
        ArrayType type = new ArrayType(element);
        return round.order()
                .inOrder(
                        e.span(),
                        List.of(length, initial),
                        o -> new TypedExpression.NewArray(e.span(), type, o.getFirst(), Optional.of(o.getLast())));
    }

    /** Arrays are made one of their elements; where not all elements are arrays, it is found out at run time which are. */
    private TypedExpression flat(
            Expression.Call written, Expression.Member callee, TypedExpression receiver, ArrayType type, Type expected) {
        List<Type> elements = Unions.membersOf(type.element());
        boolean mayBeArrays = elements.stream()
                .anyMatch(t -> t instanceof ArrayType || t == PrimitiveType.ANY || Assignability.isUnknown(t));
        if (!mayBeArrays) {
            calls.checkAll(written.arguments());
            round.error(written.span(), "the elements of this array are " + type.element() + " and no arrays");
            return Nodes.unknown(written.span());
        }
        boolean areArrays = type.element() instanceof ArrayType;
        FunctionSymbol function = areArrays
                ? round.prelude().method(type, "flat", written.arguments().size())
                : round.prelude().methodOfWords(type, "flat", written.arguments().size());
        TypedExpression array = areArrays ? receiver : Coercion.convert(receiver, new ArrayType(PrimitiveType.ANY));
        return calls.ofPrelude(written, function, callee.object(), array, expected);
    }

    /** Whether an argument of type {@code any} stands for a function. */
    private boolean isOfUnknownType(Expression.Call e, FunctionSymbol method) {
        boolean takesFunction = method.parameters().size() > 1 && method.parameters().get(1) instanceof FunctionType;
        if (!takesFunction || e.arguments().isEmpty() || e.arguments().getFirst() instanceof Expression.Function) {
            return false;
        }
        Expression argument = e.arguments().getFirst();
        TypedExpression value = expressions.value(argument, PrimitiveType.NEVER);
        expressions.remember(argument, value);
        return value.type() == PrimitiveType.ANY;
    }

    private TypedExpression onArray(
            Expression.Call e, Expression.Member callee, TypedExpression receiver, ArrayType type) {
        round.growable().add(type.element());
        return switch (callee.name().text()) {
            case "push" -> add(e, callee, receiver, type, Builtin.ARRAY_PUSH);
            case "unshift" -> add(e, callee, receiver, type, Builtin.ARRAY_UNSHIFT);
            case "pop" -> call(e, "pop", receiver, Builtin.ARRAY_POP, List.of(), type.element());
            default -> call(e, "shift", receiver, Builtin.ARRAY_SHIFT, List.of(), type.element());
        };
    }

    private TypedExpression onString(Expression.Call e, String name, TypedExpression receiver) {
        return switch (name) {
            case "charCodeAt" -> call(e, name, receiver, Builtin.STRING_CHAR_CODE_AT, List.of(INTEGER), INTEGER);
            case "startsWith" -> call(
                    e, name, receiver, Builtin.STRING_STARTS_WITH, List.of(STRING), PrimitiveType.BOOLEAN);
            case "endsWith" -> call(
                    e, name, receiver, Builtin.STRING_ENDS_WITH, List.of(STRING), PrimitiveType.BOOLEAN);
            default -> substring(e, receiver);
        };
    }

    private TypedExpression call(
            Expression.Call e, String name, TypedExpression receiver, Builtin builtin, List<Type> types, Type result) {
        List<TypedExpression> operands = new ArrayList<>(List.of(receiver));
        operands.addAll(calls.arguments(e, name, new FunctionType(types, result)));
        return build(e, builtin, operands, result);
    }

    private TypedExpression build(Expression.Call e, Builtin builtin, List<TypedExpression> operands, Type result) {
        if (operands.stream().anyMatch(Nodes::isUnknown) || Assignability.isUnknown(result)) {
            return Nodes.unknown(e.span());
        }
        return round.order()
                .inOrder(e.span(), operands, o -> new TypedExpression.BuiltinCall(e.span(), builtin, o, result));
    }

    /** {@code push} and {@code unshift}; several values are all evaluated, then added one by one. */
    private TypedExpression add(
            Expression.Call e, Expression.Member callee, TypedExpression receiver, ArrayType type, Builtin builtin) {
        if (e.arguments().stream().anyMatch(Expression.Spread.class::isInstance)) {
            return addSpread(e, callee, receiver, type, builtin);
        }
        if (e.arguments().size() > 1) {
            return addAll(e, callee, receiver, type, builtin);
        }
        if (Assignability.isUnknown(type.element()) && e.arguments().size() == 1) {
            TypedExpression value = expressions.value(e.arguments().getFirst(), PrimitiveType.NEVER);
            expressions.coercion().learnElement(callee.object(), value.type());
            return Nodes.unknown(e.span());
        }
        return call(e, callee.name().text(), receiver, builtin, List.of(type.element()), INTEGER);
    }

    private TypedExpression addAll(
            Expression.Call e, Expression.Member callee, TypedExpression receiver, ArrayType type, Builtin builtin) {
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        TypedExpression array = EvaluationOrder.temporary(receiver, temporaries);
        List<TypedExpression> values = new ArrayList<>();
        for (Expression argument : e.arguments()) {
            TypedExpression value =
                    expressions.coerced(argument, type.element(), "the element");
            if (Assignability.isUnknown(type.element())) {
                expressions.coercion().learnElement(callee.object(), value.type());
            }
            values.add(EvaluationOrder.temporary(value, temporaries));
        }
        if (temporaries.stream().anyMatch(t -> Nodes.isUnknown(t.value()))
                || Assignability.isUnknown(type.element())) {
            return Nodes.unknown(e.span());
        }
        List<TypedExpression> ordered = builtin == Builtin.ARRAY_PUSH ? values : values.reversed();
        TypedExpression last = null;
        for (TypedExpression value : ordered) {
            if (last != null) {
                temporaries.add(new TypedExpression.Temporary(new Local("t", INTEGER), last));
            }
            last = new TypedExpression.BuiltinCall(e.span(), builtin, List.of(array, value), INTEGER);
        }
        return EvaluationOrder.letIfNeeded(e.span(), temporaries, last);
    }

    /** The same where some of the values are the elements of what is spread. */
    private TypedExpression addSpread(
            Expression.Call e, Expression.Member callee, TypedExpression receiver, ArrayType type, Builtin builtin) {
        Spreads spreads = new Spreads(body, expressions);
        List<TypedExpression> operands = new ArrayList<>();
        for (Expression argument : e.arguments()) {
            boolean isSpread = argument instanceof Expression.Spread;
            TypedExpression operand = isSpread
                    ? spreads.source((Expression.Spread) argument, type.element())
                    : expressions.coerced(argument, type.element(), "the element");
            if (Assignability.isUnknown(type.element())) {
                Type learned = isSpread ? Spreads.elementOf(operand.type()) : operand.type();
                expressions.coercion().learnElement(callee.object(), learned);
            }
            operands.add(operand);
        }
        if (operands.stream().anyMatch(Nodes::isUnknown) || Assignability.isUnknown(type.element())) {
            return Nodes.unknown(e.span());
        }
        TypedExpression values = spreads.passing(e.span(), e.arguments(), operands, type.element());
        FunctionSymbol pattern =
                round.prelude().function("arrays", builtin == Builtin.ARRAY_PUSH ? "push$1" : "unshift$1");
        return round.instances()
                .function(pattern, List.of(type.element()), e.span())
                .map(f -> calls.ofLibrary(e.span(), f, List.of(receiver, values)))
                .orElseGet(() -> Nodes.unknown(e.span()));
    }

    /** The end of a substring is the length unless it is given. */
    private TypedExpression substring(Expression.Call e, TypedExpression receiver) {
        if (e.arguments().size() != 1) {
            return call(
                    e, "substring", receiver, Builtin.STRING_SUBSTRING, List.of(INTEGER, INTEGER), STRING);
        }
        TypedExpression from = expressions.coerced(
                e.arguments().getFirst(), INTEGER, "argument 1 of \"substring\"");
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        TypedExpression string = round.order().repeatable(receiver, round.order().effects(from), temporaries);
        TypedExpression end = new TypedExpression.Length(e.span(), string);
        TypedExpression call = build(e, Builtin.STRING_SUBSTRING, List.of(string, from, end), STRING);
        return Nodes.isUnknown(call) ? call : EvaluationOrder.letIfNeeded(e.span(), temporaries, call);
    }
}
