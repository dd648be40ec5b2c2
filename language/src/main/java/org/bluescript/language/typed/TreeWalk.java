package org.bluescript.language.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Visits what a typed tree consists of. */
public final class TreeWalk {
    private TreeWalk() {}

    /** Every expression in the statement, outer ones before inner ones, in source order. */
    public static void expressions(TypedStatement statement, Consumer<TypedExpression> visitor) {
        statements(statement, s -> expressionsOf(s).forEach(e -> expressions(e, visitor)));
    }

    /** The expression and every expression in it. */
    public static void expressions(TypedExpression expression, Consumer<TypedExpression> visitor) {
        visitor.accept(expression);
        operands(expression).forEach(e -> expressions(e, visitor));
    }

    /** The statement and every statement in it. */
    public static void statements(TypedStatement statement, Consumer<TypedStatement> visitor) {
        visitor.accept(statement);
        statementsOf(statement).forEach(s -> statements(s, visitor));
    }

    /** The expressions directly in a statement, in order of evaluation. */
    public static List<TypedExpression> expressionsOf(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.Evaluate s -> List.of(s.expression());
            case TypedStatement.Declare s -> List.of(s.value());
            case TypedStatement.If s -> List.of(s.condition());
            case TypedStatement.Loop s -> s.condition().map(List::of).orElse(List.of());
            case TypedStatement.Switch s -> List.of(s.subject());
            case TypedStatement.Return s -> s.value().map(List::of).orElse(List.of());
            case TypedStatement.Throw s -> List.of(s.error());
            case TypedStatement.InlineCode s -> s.gaps();
            case TypedStatement.RenewCell s -> List.of();
            case TypedStatement.Break s -> List.of();
            case TypedStatement.Continue s -> List.of();
            case TypedStatement.Labeled s -> List.of();
            case TypedStatement.Block s -> List.of();
            case TypedStatement.TryCatch s -> List.of();
            case TypedStatement.Resume s -> List.of();
            case TypedStatement.Recall s -> join(s.stores(), s.state());
        };
    }

    /** The statements directly in a statement. */
    public static List<TypedStatement> statementsOf(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.If s -> join(List.of(s.whenTrue()), s.whenFalse().map(List::of).orElse(List.of()));
            case TypedStatement.Loop s -> join(List.of(s.body()), s.update());
            case TypedStatement.Labeled s -> List.of(s.body());
            case TypedStatement.TryCatch s -> List.of(s.body(), s.handler());
            case TypedStatement.Switch s ->
                s.cases().stream().flatMap(c -> c.body().stream()).toList();
            case TypedStatement.Block s -> s.statements();
            case TypedStatement.Evaluate s -> List.of();
            case TypedStatement.Declare s -> List.of();
            case TypedStatement.Return s -> List.of();
            case TypedStatement.Throw s -> List.of();
            case TypedStatement.InlineCode s -> List.of();
            case TypedStatement.RenewCell s -> List.of();
            case TypedStatement.Break s -> List.of();
            case TypedStatement.Continue s -> List.of();
            case TypedStatement.Resume s -> List.of();
            case TypedStatement.Recall s -> List.of();
        };
    }

    /** The operands of an expression, in order of evaluation. */
    public static List<TypedExpression> operands(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.IntegerConstant e -> List.of();
            case TypedExpression.FloatConstant e -> List.of();
            case TypedExpression.BooleanConstant e -> List.of();
            case TypedExpression.StringConstant e -> List.of();
            case TypedExpression.NullConstant e -> List.of();
            case TypedExpression.Read e -> List.of();
            case TypedExpression.Write e -> List.of(e.value());
            case TypedExpression.Let e ->
                join(e.temporaries().stream().map(TypedExpression.Temporary::value).toList(), List.of(e.body()));
            case TypedExpression.Arithmetic e -> List.of(e.left(), e.right());
            case TypedExpression.Negate e -> List.of(e.operand());
            case TypedExpression.Compare e -> List.of(e.left(), e.right());
            case TypedExpression.Not e -> List.of(e.operand());
            case TypedExpression.Conditional e -> List.of(e.condition(), e.whenTrue(), e.whenFalse());
            case TypedExpression.Convert e -> List.of(e.operand());
            case TypedExpression.Dynamic e -> e.operands();
            case TypedExpression.InstanceOf e -> List.of(e.operand());
            case TypedExpression.New e -> e.arguments();
            case TypedExpression.FieldRead e -> List.of(e.object());
            case TypedExpression.FieldWrite e -> List.of(e.object(), e.value());
            case TypedExpression.ArrayLiteral e -> e.elements();
            case TypedExpression.NewArray e -> join(List.of(e.length()), e.fill().map(List::of).orElse(List.of()));
            case TypedExpression.ElementRead e -> List.of(e.array(), e.index());
            case TypedExpression.ElementWrite e -> List.of(e.array(), e.index(), e.value());
            case TypedExpression.Length e -> List.of(e.of());
            case TypedExpression.Call e -> e.arguments();
            case TypedExpression.MethodCall e -> join(List.of(e.receiver()), e.arguments());
            case TypedExpression.ClosureCall e -> join(List.of(e.callee()), e.arguments());
            case TypedExpression.DynamicRead e -> List.of(e.object());
            case TypedExpression.DynamicWrite e -> List.of(e.object(), e.value());
            case TypedExpression.DynamicMethodCall e -> join(List.of(e.receiver()), e.arguments());
            case TypedExpression.DynamicCall e -> join(List.of(e.callee()), e.arguments());
            case TypedExpression.TypeTest e -> List.of(e.operand());
            case TypedExpression.Leave e -> List.of(e.value());
            case TypedExpression.Expected e -> List.of(e.call(), e.otherwise());
            case TypedExpression.Usually e -> List.of(e.condition());
            case TypedExpression.GuardFailure e -> List.of(e.word());
            case TypedExpression.FunctionReference e -> List.of();
            case TypedExpression.MakeClosure e -> List.of();
            case TypedExpression.BuiltinCall e -> e.arguments();
            case TypedExpression.Print e -> e.arguments();
            case TypedExpression.Assert e ->
                join(List.of(e.condition()), e.message().map(List::of).orElse(List.of()));
        };
    }

    private static <T> List<T> join(List<? extends T> first, List<? extends T> second) {
        List<T> result = new ArrayList<>(first);
        result.addAll(second);
        return result;
    }
}
