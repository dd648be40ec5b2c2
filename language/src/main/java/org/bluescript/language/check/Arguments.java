package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Makes what is passed ({@link FunctionType#passed}) of the arguments of a call. */
final class Arguments {
    private final ExpressionChecker expressions;
    private final Round round;
    private final Spreads spreads;
    /** Whether declarations may have lost parameters to a syntax error: then nobody knows how many there should be. */
    private final boolean isBroken;
    /** For the integers that say what is given: what must be asked for that when it has been evaluated. */
    private final Map<TypedExpression, List<Omissible>> open = new IdentityHashMap<>();

    /** How messages name the function; {@code receivers} of its arguments are not written between the parentheses. */
    private record Callee(String name, int receivers) {
        String argument(int index) {
            return "argument " + (index - receivers + 1) + " of \"" + name + "\"";
        }
    }

    Arguments(FunctionBody body, ExpressionChecker expressions) {
        this.expressions = expressions;
        this.round = body.round();
        this.spreads = new Spreads(body, expressions);
        this.isBroken = body.module().isBroken();
    }

    /** What is passed. A wrong number of arguments is reported; {@code callee} is how messages name the function. */
    List<TypedExpression> of(Span call, List<Expression> written, String callee, FunctionType type) {
        return passed(call, written, new Callee(callee, 0), type);
    }

    /** The same where the first of the arguments is the object before the point, which messages do not count. */
    List<TypedExpression> ofMethod(Span call, List<Expression> written, String callee, FunctionType type) {
        return passed(call, written, new Callee(callee, 1), type);
    }

    /**
     * What {@code make} makes of the operands, the arguments among them, evaluated in order. Which optional parameters are given is
     * known only then if something that may be null stands for them.
     */
    TypedExpression inOrder(
            Span span, List<TypedExpression> operands, Function<List<TypedExpression>, TypedExpression> make) {
        for (int i = 0; i < operands.size(); i++) {
            List<Omissible> omissible = open.remove(operands.get(i));
            if (omissible != null) {
                List<TypedExpression.Temporary> temporaries = new ArrayList<>();
                List<TypedExpression> settled = new ArrayList<>();
                operands.forEach(o -> settled.add(EvaluationOrder.temporary(o, temporaries)));
                for (Omissible parameter : omissible) {
                    settle(parameter, i, settled);
                }
                return EvaluationOrder.letIfNeeded(span, temporaries, make.apply(settled));
            }
        }
        return round.order().inOrder(span, operands, make);
    }

    /** An argument that leaves the parameter out if it is null; {@code before} is how far before the integer that says so it stands. */
    private record Omissible(int before, Type type, int bit) {}

    private static void settle(Omissible parameter, int said, List<TypedExpression> operands) {
        int index = said - parameter.before();
        TypedExpression word = operands.get(index);
        Span span = word.span();
        TypedExpression nothing = AnyConversions.toAny(new TypedExpression.NullConstant(span, PrimitiveType.NULL));
        TypedExpression isMissing = new TypedExpression.Dynamic(
                span, DynamicOperator.EQUAL, List.of(AnyConversions.toAny(word), nothing), PrimitiveType.BOOLEAN);
        operands.set(
                index,
                new TypedExpression.Conditional(
                        span,
                        isMissing,
                        Nodes.zero(span, parameter.type()),
                        Coercion.convert(word, parameter.type()),
                        parameter.type()));
        TypedExpression bit = new TypedExpression.Conditional(
                span,
                isMissing,
                Nodes.integer(span, 0),
                Nodes.integer(span, parameter.bit()),
                PrimitiveType.INTEGER);
        operands.set(
                said, Nodes.arithmetic(span, ArithmeticOperator.BIT_OR, operands.get(said), bit, PrimitiveType.INTEGER));
    }

    /** Whether the argument may turn out to leave the parameter out, which the passed value itself cannot tell. */
    private boolean mayBeOmitted(TypedExpression value, Type parameter) {
        Type type = value.type();
        boolean fits = type == PrimitiveType.NULL
                || type == PrimitiveType.ANY
                || Assignability.isNullable(type)
                        && round.assignability().isAssignable(Assignability.withoutNull(type), parameter);
        return fits && !parameter.isReference() && !Assignability.isNullable(parameter);
    }

    private List<TypedExpression> passed(Span call, List<Expression> written, Callee callee, FunctionType type) {
        List<TypedExpression> passed = new ArrayList<>();
        Map<Integer, Omissible> omissible = new LinkedHashMap<>();
        int given = 0;
        int fixed = Math.min(type.fixed(), written.size());
        for (int i = 0; i < fixed; i++) {
            Expression argument = written.get(i);
            if (argument instanceof Expression.Spread) {
                return misplacedSpread(written, i, callee, type);
            }
            boolean isLeftOut = type.isOptional(i)
                    && argument instanceof Expression.NullLiteral
                    && !type.parameters().get(i).isReference();
            if (type.isOptional(i) && !isLeftOut && !type.parameters().get(i).isReference()) {
                TypedExpression value = expressions.value(argument, type.parameters().get(i));
                expressions.remember(argument, value);
                if (mayBeOmitted(value, type.parameters().get(i))) {
                    expressions.forget(argument);
                    passed.add(AnyConversions.toAny(value));
                    omissible.put(i, new Omissible(type.passed().size() - 1 - i, type.parameters().get(i), 1 << i));
                    continue;
                }
            }
            passed.add(isLeftOut ? Nodes.zero(argument.span(), type.parameters().get(i)) : argument(argument, i, callee, type));
            given |= isLeftOut ? 0 : 1 << i;
        }
        if (written.size() < type.required() || written.size() > type.fixed() && !type.hasRest()) {
            for (Expression further : written.subList(fixed, written.size())) {
                expressions.value(further instanceof Expression.Spread s ? s.operand() : further, PrimitiveType.NEVER);
            }
            reportCount(call, callee, type, written.size());
            passed.add(Nodes.unknown(call));
            return passed;
        }
        for (int i = fixed; i < type.fixed(); i++) {
            passed.add(Nodes.zero(call, type.parameters().get(i)));
        }
        if (type.hasRest()) {
            List<Expression> further = written.subList(fixed, written.size());
            Type rest = type.parameters().getLast();
            passed.add(spreads.array(
                    call, further, Signatures.elementOf(rest), i -> callee.argument(fixed + i)));
        }
        if (type.saysWhatIsGiven()) {
            passed.add(Nodes.integer(call, given));
            if (!omissible.isEmpty()) {
                open.put(passed.getLast(), List.copyOf(omissible.values()));
            }
        }
        return passed;
    }

    private TypedExpression argument(Expression written, int index, Callee callee, FunctionType type) {
        Type wanted = type.parameters().get(index);
        boolean mayBeNull = type.isOptional(index) && wanted.isReference() && !Assignability.isNullable(wanted);
        return expressions.coerced(
                written,
                mayBeNull ? new NullableType(wanted) : wanted,
                callee.argument(index));
    }

    private List<TypedExpression> misplacedSpread(
            List<Expression> written, int index, Callee callee, FunctionType type) {
        Expression.Spread spread = (Expression.Spread) written.get(index);
        round.error(
                spread.span(),
                type.hasRest()
                        ? "the parameters of \"" + callee.name() + "\" before its rest parameter are given one by one"
                        : "\"" + callee.name() + "\" has no rest parameter that could take these",
                "write the elements one by one: a[0], a[1]");
        expressions.value(spread.operand(), PrimitiveType.NEVER);
        return List.of(Nodes.unknown(spread.span()));
    }

    void reportCount(Span span, String callee, int wanted, int given) {
        reportCount(span, callee, count(wanted), given);
    }

    private void reportCount(Span span, Callee callee, FunctionType type, int written) {
        int given = written - callee.receivers();
        int required = type.required() - callee.receivers();
        int fixed = type.fixed() - callee.receivers();
        if (type.required() == type.fixed() && !type.hasRest()) {
            reportCount(span, callee.name(), fixed, given);
        } else {
            String wanted = type.hasRest()
                    ? "at least " + count(required)
                    : required + " to " + count(fixed);
            reportCount(span, callee.name(), wanted, given);
        }
    }

    private void reportCount(Span span, String callee, String wanted, int given) {
        if (!isBroken) {
            round.error(span, "\"" + callee + "\" takes " + wanted + ", not " + given);
        }
    }

    private static String count(int wanted) {
        return wanted == 0 ? "no arguments" : wanted == 1 ? "1 argument" : wanted + " arguments";
    }
}
