package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
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

/** Checks assignments to patterns, and the rest of an array that a pattern takes. Declarations with patterns are plain ones. */
final class Destructurings {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    Destructurings(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    /** The assignment as an expression: its value is the right side. */
    TypedExpression check(Expression.Destructuring e) {
        return body.inNewScope(() -> {
            List<TypedExpression.Temporary> temporaries = values(e);
            List<TypedExpression> whole = temporaries.stream()
                    .<TypedExpression>map(t -> new TypedExpression.Read(e.span(), t.local(), t.local().type()))
                    .toList();
            e.steps().forEach(s -> {
                TypedExpression step = expressions.effect(s);
                temporaries.add(new TypedExpression.Temporary(new Local("t", step.type()), step));
            });
            if (temporaries.stream().map(TypedExpression.Temporary::value).anyMatch(Nodes::isUnknown)) {
                return Nodes.unknown(e.span());
            }
            TypedExpression value = e.hidden().size() == 1 && e.values().size() == 1
                    ? whole.getFirst()
                    : literal(e, whole);
            return Nodes.isUnknown(value) ? value : EvaluationOrder.letIfNeeded(e.span(), temporaries, value);
        });
    }

    /** The assignment as a statement: nothing is made but the right side, and not even that if it is a literal. */
    void effect(Expression.Destructuring e, List<TypedStatement> result) {
        body.inNewScope(() -> {
            for (TypedExpression.Temporary value : values(e)) {
                result.add(new TypedStatement.Declare(e.span(), value.local(), value.value()));
            }
            e.steps().forEach(s -> body.statements().effect(s, result));
            return null;
        });
    }

    private List<TypedExpression.Temporary> values(Expression.Destructuring e) {
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        for (int i = 0; i < e.values().size(); i++) {
            TypedExpression value = expressions.value(e.values().get(i), PrimitiveType.NEVER);
            Local local = new Local("t", value.type());
            temporaries.add(new TypedExpression.Temporary(local, value));
            VariableSymbol symbol = VariableSymbol.local(e.hidden().get(i), true, body);
            symbol.declare(local);
            body.scope().declare(symbol.name(), symbol);
        }
        return temporaries;
    }

    private TypedExpression literal(Expression.Destructuring e, List<TypedExpression> elements) {
        Optional<Type> joined = Optional.of(PrimitiveType.NEVER);
        for (TypedExpression element : elements) {
            joined = joined.flatMap(t -> round.assignability().join(t, element.type()));
        }
        if (joined.isEmpty() || Assignability.isUnknown(joined.get())) {
            round.error(e.span(), "no type of elements can be found for the array on the right");
            return Nodes.unknown(e.span());
        }
        ArrayType type = new ArrayType(joined.get());
        return new TypedExpression.ArrayLiteral(
                e.span(), type, elements.stream().map(x -> Coercion.convert(x, type.element())).toList());
    }

    /** The elements from an index on, copied by a function that is added to the program for each type of array. */
    TypedExpression tail(Expression.Tail e) {
        TypedExpression array = expressions.members()
                .notNull(e.array(), expressions.value(e.array(), PrimitiveType.NEVER));
        if (!(array.type() instanceof ArrayType type)) {
            if (!Nodes.isUnknown(array)) {
                round.error(e.span(), array.type() + " has no rest: only arrays have");
            }
            return Nodes.unknown(e.span());
        }
        FunctionId id = new FunctionId(body.module().path(), "(rest of " + type + ")");
        round.functions().put(id, tailFunction(id, e.span(), type));
        return new TypedExpression.Call(e.span(), id, List.of(array, Nodes.integer(e.span(), e.from())), type);
    }

    private static TypedFunction tailFunction(FunctionId id, Span span, ArrayType type) {
        Local source = new Local("source", type);
        Local from = new Local("from", PrimitiveType.INTEGER);
        Local count = new Local("count", PrimitiveType.INTEGER);
        Local made = new Local("made", type);
        Local index = new Local("index", PrimitiveType.INTEGER);
        TypedExpression left = arithmetic(
                span, ArithmeticOperator.SUBTRACT, new TypedExpression.Length(span, read(span, source)), read(span, from));
        TypedExpression none = less(span, new TypedExpression.Length(span, read(span, source)), read(span, from));
        TypedExpression element = new TypedExpression.ElementRead(
                span,
                read(span, source),
                arithmetic(span, ArithmeticOperator.ADD, read(span, from), read(span, index)),
                Bounds.PROVEN,
                type.element());
        TypedExpression write = new TypedExpression.ElementWrite(
                span, read(span, made), read(span, index), element, Bounds.PROVEN);
        TypedExpression advance = new TypedExpression.Write(
                span, index, arithmetic(span, ArithmeticOperator.ADD, read(span, index), Nodes.integer(span, 1)));
        List<TypedStatement> statements = List.of(
                new TypedStatement.Declare(
                        span,
                        count,
                        new TypedExpression.Conditional(
                                span, none, Nodes.integer(span, 0), left, PrimitiveType.INTEGER)),
                new TypedStatement.Declare(
                        span, made, new TypedExpression.NewArray(span, type, read(span, count), Optional.empty())),
                new TypedStatement.Declare(span, index, Nodes.integer(span, 0)),
                new TypedStatement.Loop(
                        span,
                        new TypedStatement.Target(),
                        Optional.of(less(span, read(span, index), read(span, count))),
                        true,
                        new TypedStatement.Evaluate(span, write),
                        List.of(new TypedStatement.Evaluate(span, advance))),
                new TypedStatement.Return(span, Optional.of(read(span, made))));
        return new TypedFunction(
                id,
                "(rest)",
                TypedFunction.Kind.FUNCTION,
                List.of(source, from),
                List.of(),
                type,
                new TypedStatement.Block(span, statements),
                false,
                span);
    }

    private static TypedExpression less(Span span, TypedExpression a, TypedExpression b) {
        return new TypedExpression.Compare(span, ComparisonOperator.LESS, Domain.INTEGER, a, b);
    }

    private static TypedExpression arithmetic(
            Span span, ArithmeticOperator operator, TypedExpression a, TypedExpression b) {
        return Nodes.arithmetic(span, operator, a, b, PrimitiveType.INTEGER);
    }

    private static TypedExpression read(Span span, Local local) {
        return new TypedExpression.Read(span, local, local.type());
    }
}
