package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedExpression.Bounds;
import org.bluescript.language.typed.TypedExpression.Compare.Domain;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Makes arrays of elements some of which are spread: {@code [a, ...b]}, and the arguments for a rest parameter. All operands are
 * evaluated first; then an array of the whole length is made and filled. The elements of a spread array are copied by a
 * function that is added to the program for each pair of element types.
 */
final class Spreads {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    Spreads(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    /** The array; {@code what} names the i-th of the written elements in messages. */
    TypedExpression array(Span span, List<Expression> written, Type element, IntFunction<String> what) {
        List<TypedExpression> operands = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            operands.add(
                    written.get(i) instanceof Expression.Spread s
                            ? source(s, element)
                            : expressions.coerced(written.get(i), element, what.apply(i)));
        }
        return array(span, written, operands, element);
    }

    /** What is spread, without a wish for its elements. */
    TypedExpression source(Expression.Spread spread) {
        TypedExpression source = elements(spread, PrimitiveType.NEVER);
        return hasElements(spread, source) ? source : Nodes.unknown(spread.span());
    }

    /** The array of what the operand goes over. */
    private TypedExpression elements(Expression.Spread spread, Type wanted) {
        TypedExpression value = expressions.members()
                .notNull(spread.operand(), expressions.value(spread.operand(), wanted));
        return Nodes.isUnknown(value) ? value : new Iterables(body, expressions).array(spread.operand(), value);
    }

    /** What is spread where elements of the type are wanted. */
    TypedExpression source(Expression.Spread spread, Type element) {
        Type wanted = Assignability.isUnknown(element) ? element : new ArrayType(element);
        TypedExpression source = elements(spread, wanted);
        if (!hasElements(spread, source)) {
            return Nodes.unknown(spread.span());
        }
        if (Assignability.isOpenArray(source.type())) {
            return expressions.coercion().coerce(spread.operand(), source, wanted, "this");
        }
        if (!round.assignability().isAssignable(elementOf(source.type()), element)) {
            round.error(
                    spread.span(),
                    "the elements must be " + element + ", not " + elementOf(source.type()),
                    round.assignability().advice(elementOf(source.type()), element));
            return Nodes.unknown(spread.span());
        }
        return source;
    }

    private boolean hasElements(Expression.Spread spread, TypedExpression source) {
        boolean isArray = source.type() instanceof ArrayType || source.type() instanceof TypedArrayType;
        if (!isArray && !Nodes.isUnknown(source)) {
            round.error(spread.operand().span(), source.type() + " cannot be spread: only arrays, sets, maps and strings can");
        }
        return isArray;
    }

    static Type elementOf(Type array) {
        return switch (array) {
            case ArrayType t -> t.element();
            case TypedArrayType t -> t.element();
            default -> PrimitiveType.INTEGER;
        };
    }

    /** The elements in an array that nobody stores in or keeps: the spread array itself, if there is only that. */
    TypedExpression passing(Span span, List<Expression> written, List<TypedExpression> operands, Type element) {
        boolean isOneArray = operands.size() == 1
                && written.getFirst() instanceof Expression.Spread
                && operands.getFirst().type().equals(new ArrayType(element));
        return isOneArray ? operands.getFirst() : array(span, written, operands, element);
    }

    /** The array of operands that have been checked, those that are spread as arrays. */
    TypedExpression array(Span span, List<Expression> written, List<TypedExpression> operands, Type element) {
        if (operands.stream().anyMatch(Nodes::isUnknown) || Assignability.isUnknown(element)) {
            return Nodes.unknown(span);
        }
        ArrayType type = new ArrayType(element);
        if (written.stream().noneMatch(Expression.Spread.class::isInstance)) {
            return round.order().inOrder(span, operands, o -> new TypedExpression.ArrayLiteral(span, type, o));
        }
        if (operands.size() == 1 && operands.getFirst().type().equals(type)) {
            return new TypedExpression.BuiltinCall(span, Builtin.ARRAY_COPY, operands, type);
        }
        return filled(span, written, operands, type);
    }

    private TypedExpression filled(
            Span span, List<Expression> written, List<TypedExpression> operands, ArrayType type) {
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        List<TypedExpression> settled = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            TypedExpression operand = operands.get(i);
            boolean mayChange = written.get(i) instanceof Expression.Spread
                    && operand.type() instanceof ArrayType
                    && operands.subList(i + 1, operands.size()).stream()
                            .map(round.order()::effects)
                            .anyMatch(e -> e.writesMemory() || e.calls());
            TypedExpression held = mayChange
                    ? new TypedExpression.BuiltinCall(operand.span(), Builtin.ARRAY_COPY, List.of(operand), operand.type())
                    : operand;
            settled.add(EvaluationOrder.temporary(held, temporaries));
        }
        TypedExpression made = new TypedExpression.NewArray(span, type, length(span, written, settled), Optional.empty());
        TypedExpression array = EvaluationOrder.temporary(made, temporaries);
        TypedExpression next = Nodes.integer(span, 0);
        for (int i = 0; i < settled.size(); i++) {
            TypedExpression value = settled.get(i);
            if (written.get(i) instanceof Expression.Spread) {
                next = EvaluationOrder.temporary(copying(array, next, value), temporaries);
            } else {
                TypedExpression write = new TypedExpression.ElementWrite(
                        value.span(), array, next, Coercion.convert(value, type.element()), Bounds.PROVEN);
                temporaries.add(new TypedExpression.Temporary(new Local("t", write.type()), write));
                next = sum(span, next, Nodes.integer(span, 1));
            }
        }
        return new TypedExpression.Let(span, List.copyOf(temporaries), array);
    }

    /** A typed array of the elements of an array, or of another typed one. */
    TypedExpression typedArray(Span span, TypedArrayType type, TypedExpression source) {
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        TypedExpression from = EvaluationOrder.temporary(source, temporaries);
        TypedExpression made = new TypedExpression.NewArray(
                span, type, new TypedExpression.Length(span, from), Optional.empty());
        TypedExpression array = EvaluationOrder.temporary(made, temporaries);
        EvaluationOrder.temporary(copying(array, Nodes.integer(span, 0), from), temporaries);
        return new TypedExpression.Let(span, List.copyOf(temporaries), array);
    }

    private static TypedExpression length(Span span, List<Expression> written, List<TypedExpression> settled) {
        int single = (int) written.stream()
                .filter(e -> !(e instanceof Expression.Spread))
                .count();
        TypedExpression length = Nodes.integer(span, single);
        for (int i = 0; i < settled.size(); i++) {
            if (written.get(i) instanceof Expression.Spread) {
                length = sum(span, length, new TypedExpression.Length(span, settled.get(i)));
            }
        }
        return length;
    }

    /** The call that copies all elements of {@code source} into {@code array}, from the index {@code at}; gives the index behind. */
    private TypedExpression copying(TypedExpression array, TypedExpression at, TypedExpression source) {
        Span span = source.span();
        FunctionId id = new FunctionId(
                body.module().path(), "(spread " + source.type() + " into " + array.type() + ")");
        round.functions().put(id, copyFunction(id, span, array.type(), source.type()));
        return new TypedExpression.Call(span, id, List.of(array, at, source), PrimitiveType.INTEGER);
    }

    private static TypedFunction copyFunction(FunctionId id, Span span, Type arrayType, Type sourceType) {
        Local array = new Local("array", arrayType);
        Local at = new Local("at", PrimitiveType.INTEGER);
        Local source = new Local("source", sourceType);
        Local index = new Local("index", PrimitiveType.INTEGER);
        TypedExpression element = new TypedExpression.ElementRead(
                span, read(span, source), read(span, index), Bounds.PROVEN, elementOf(sourceType));
        TypedExpression write = new TypedExpression.ElementWrite(
                span,
                read(span, array),
                sum(span, read(span, at), read(span, index)),
                Coercion.convert(element, elementOf(arrayType)),
                Bounds.PROVEN);
        TypedExpression more = new TypedExpression.Compare(
                span,
                ComparisonOperator.LESS,
                Domain.INTEGER,
                read(span, index),
                new TypedExpression.Length(span, read(span, source)));
        TypedExpression advance =
                new TypedExpression.Write(span, index, sum(span, read(span, index), Nodes.integer(span, 1)));
        List<TypedStatement> statements = List.of(
                new TypedStatement.Declare(span, index, Nodes.integer(span, 0)),
                new TypedStatement.Loop(
                        span,
                        new TypedStatement.Target(),
                        Optional.of(more),
                        true,
                        new TypedStatement.Evaluate(span, write),
                        List.of(new TypedStatement.Evaluate(span, advance))),
                new TypedStatement.Return(span, Optional.of(sum(span, read(span, at), read(span, index)))));
        return new TypedFunction(
                id,
                "(spread)",
                TypedFunction.Kind.FUNCTION,
                List.of(array, at, source),
                List.of(),
                PrimitiveType.INTEGER,
                new TypedStatement.Block(span, statements),
                false,
                span);
    }

    private static TypedExpression sum(Span span, TypedExpression a, TypedExpression b) {
        return Nodes.arithmetic(span, ArithmeticOperator.ADD, a, b, PrimitiveType.INTEGER);
    }

    private static TypedExpression read(Span span, Local local) {
        return new TypedExpression.Read(span, local, local.type());
    }
}
