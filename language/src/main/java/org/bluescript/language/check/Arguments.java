package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
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

    private List<TypedExpression> passed(Span call, List<Expression> written, Callee callee, FunctionType type) {
        List<TypedExpression> passed = new ArrayList<>();
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
