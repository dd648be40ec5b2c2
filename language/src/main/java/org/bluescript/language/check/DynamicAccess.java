package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;

/** Checks what is done with values of type {@code any} by name, and calls of them: all of it is found out at run time. */
final class DynamicAccess {
    private final ExpressionChecker expressions;
    private final Calls calls;
    private final Round round;

    DynamicAccess(FunctionBody body, ExpressionChecker expressions, Calls calls) {
        this.expressions = expressions;
        this.calls = calls;
        this.round = body.round();
    }

    /** {@code object.name}. The length of arrays and strings has an operator, unless a class has such a property too. */
    static TypedExpression read(FunctionBody body, Span span, TypedExpression object, String name) {
        body.round().instances().useNamed(name);
        if (body.round().hasAccessor(name)) {
            body.forgetAcrossCall();
        }
        return name.equals("length") && !body.round().hasProperty(name)
                ? new TypedExpression.Dynamic(span, DynamicOperator.LENGTH, List.of(object), PrimitiveType.ANY)
                : new TypedExpression.DynamicRead(span, object, name);
    }

    TypedExpression methodCall(Expression.Call e, TypedExpression receiver, String name) {
        round.instances().useNamed(name);
        round.wordMethods().use(name, e.arguments().size(), e.span());
        if (BuiltinMethods.changesLength(name)) {
            round.growable().add(PrimitiveType.ANY);
        }
        return calls.build(
                e.span(),
                operands(receiver, e),
                PrimitiveType.ANY,
                o -> new TypedExpression.DynamicMethodCall(e.span(), o.getFirst(), name, o.subList(1, o.size())));
    }

    TypedExpression call(Expression.Call e, TypedExpression callee) {
        return calls.build(
                e.span(),
                operands(callee, e),
                PrimitiveType.ANY,
                o -> new TypedExpression.DynamicCall(e.span(), o.getFirst(), o.subList(1, o.size())));
    }

    private List<TypedExpression> operands(TypedExpression first, Expression.Call e) {
        List<TypedExpression> result = new ArrayList<>(List.of(first));
        for (int i = 0; i < e.arguments().size(); i++) {
            result.add(expressions.coerced(e.arguments().get(i), PrimitiveType.ANY, "argument " + (i + 1)));
        }
        return result;
    }
}
