package org.bluescript.language.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedExpression.Bounds;
import org.bluescript.language.typed.TypedExpression.Compare.Domain;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Checks {@code Color[c]}, the name of a member of an enum: a call of a function that is added to the program for each enum of
 * which names are wanted. What is no member is an index out of range.
 */
final class EnumNames {
    private static final Type STRING = PrimitiveType.STRING;

    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    EnumNames(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    TypedExpression read(Expression.Index e, EnumSymbol of) {
        TypedExpression value = expressions.value(e.index(), PrimitiveType.INTEGER);
        if (value.type() == STRING) {
            round.error(e.span(), "members of an enum are not found by their names", "write " + of.name() + ".name");
            return Nodes.unknown(e.span());
        }
        TypedExpression index = expressions.coercion().coerce(e.index(), value, PrimitiveType.INTEGER, "an index");
        if (Nodes.isUnknown(index)) {
            return index;
        }
        FunctionId id = new FunctionId(body.module().path(), "(names of " + of.type() + " at " + e.span().start() + ")");
        round.functions().put(id, function(id, e.span(), of));
        return new TypedExpression.Call(e.span(), id, List.of(index), STRING);
    }

    /** Errors are told of the place where the name is asked for, so each place has its own. */
    private static TypedFunction function(FunctionId id, Span span, EnumSymbol of) {
        Local value = new Local("value", PrimitiveType.INTEGER);
        TypedExpression name = new TypedExpression.ElementRead(
                span,
                new TypedExpression.ArrayLiteral(span, new ArrayType(STRING), List.of(new TypedExpression.StringConstant(span, ""))),
                Nodes.integer(span, 1),
                Bounds.CHECKED,
                STRING);
        for (Map.Entry<Integer, String> member : names(of).entrySet()) {
            TypedExpression isThis = new TypedExpression.Compare(
                    span,
                    ComparisonOperator.EQUAL,
                    Domain.INTEGER,
                    new TypedExpression.Read(span, value, PrimitiveType.INTEGER),
                    Nodes.integer(span, member.getKey()));
            name = new TypedExpression.Conditional(
                    span, isThis, new TypedExpression.StringConstant(span, member.getValue()), name, STRING);
        }
        return new TypedFunction(
                id,
                of.name(),
                TypedFunction.Kind.FUNCTION,
                List.of(value),
                List.of(),
                STRING,
                new TypedStatement.Block(span, List.of(new TypedStatement.Return(span, Optional.of(name)))),
                false,
                span);
    }

    /** Of several members of one value the last, as in TypeScript. */
    private static Map<Integer, String> names(EnumSymbol of) {
        Map<Integer, String> result = new LinkedHashMap<>();
        of.members().forEach((name, value) -> result.put(value, name));
        return result;
    }
}
