package org.bluescript.language.typed;

import java.util.ArrayList;
import java.util.List;

/** Makes nodes that are like others, of other operands. */
public final class Rebuild {
    private Rebuild() {}

    /**
     * The expression with these operands, in the order of {@link TreeWalk#operands}, each of the representation of the one in
     * its place; the expression itself if they are its own.
     */
    public static TypedExpression with(TypedExpression expression, List<TypedExpression> operands) {
        if (isSame(TreeWalk.operands(expression), operands)) {
            return expression;
        }
        Operands o = new Operands(operands);
        return switch (expression) {
            case TypedExpression.IntegerConstant e -> e;
            case TypedExpression.FloatConstant e -> e;
            case TypedExpression.BooleanConstant e -> e;
            case TypedExpression.StringConstant e -> e;
            case TypedExpression.NullConstant e -> e;
            case TypedExpression.Read e -> e;
            case TypedExpression.Write e -> new TypedExpression.Write(e.span(), e.variable(), o.next());
            case TypedExpression.Let e -> {
                List<TypedExpression.Temporary> temporaries = new ArrayList<>();
                e.temporaries().forEach(t -> temporaries.add(new TypedExpression.Temporary(t.local(), o.next())));
                yield new TypedExpression.Let(e.span(), temporaries, o.next());
            }
            case TypedExpression.Arithmetic e ->
                new TypedExpression.Arithmetic(e.span(), e.operator(), o.next(), o.next(), e.type());
            case TypedExpression.Negate e -> new TypedExpression.Negate(e.span(), o.next());
            case TypedExpression.Compare e ->
                new TypedExpression.Compare(e.span(), e.operator(), e.domain(), o.next(), o.next());
            case TypedExpression.Not e -> new TypedExpression.Not(e.span(), o.next());
            case TypedExpression.Conditional e ->
                new TypedExpression.Conditional(e.span(), o.next(), o.next(), o.next(), e.type());
            case TypedExpression.Convert e -> new TypedExpression.Convert(e.span(), e.conversion(), o.next(), e.type());
            case TypedExpression.Dynamic e -> new TypedExpression.Dynamic(e.span(), e.operator(), o.rest(), e.type());
            case TypedExpression.InstanceOf e -> new TypedExpression.InstanceOf(e.span(), o.next(), e.of());
            case TypedExpression.New e -> new TypedExpression.New(e.span(), e.type(), o.rest());
            case TypedExpression.FieldRead e -> new TypedExpression.FieldRead(e.span(), o.next(), e.field(), e.type());
            case TypedExpression.FieldWrite e -> new TypedExpression.FieldWrite(e.span(), o.next(), e.field(), o.next());
            case TypedExpression.ArrayLiteral e -> new TypedExpression.ArrayLiteral(e.span(), e.type(), o.rest());
            case TypedExpression.NewArray e ->
                new TypedExpression.NewArray(e.span(), e.type(), o.next(), e.fill().map(f -> o.next()));
            case TypedExpression.ElementRead e ->
                new TypedExpression.ElementRead(e.span(), o.next(), o.next(), e.bounds(), e.type());
            case TypedExpression.ElementWrite e ->
                new TypedExpression.ElementWrite(e.span(), o.next(), o.next(), o.next(), e.bounds());
            case TypedExpression.Length e -> new TypedExpression.Length(e.span(), o.next());
            case TypedExpression.Call e -> new TypedExpression.Call(e.span(), e.function(), o.rest(), e.type());
            case TypedExpression.MethodCall e ->
                new TypedExpression.MethodCall(e.span(), o.next(), e.method(), o.rest(), e.type());
            case TypedExpression.ClosureCall e -> new TypedExpression.ClosureCall(e.span(), o.next(), o.rest(), e.type());
            case TypedExpression.FunctionReference e -> e;
            case TypedExpression.MakeClosure e -> e;
            case TypedExpression.DynamicRead e -> new TypedExpression.DynamicRead(e.span(), o.next(), e.name());
            case TypedExpression.DynamicWrite e ->
                new TypedExpression.DynamicWrite(e.span(), o.next(), e.name(), o.next());
            case TypedExpression.DynamicMethodCall e ->
                new TypedExpression.DynamicMethodCall(e.span(), o.next(), e.name(), o.rest());
            case TypedExpression.DynamicCall e -> new TypedExpression.DynamicCall(e.span(), o.next(), o.rest());
            case TypedExpression.BuiltinCall e -> new TypedExpression.BuiltinCall(e.span(), e.builtin(), o.rest(), e.type());
            case TypedExpression.Print e -> new TypedExpression.Print(e.span(), e.toError(), o.rest());
            case TypedExpression.Assert e ->
                new TypedExpression.Assert(e.span(), o.next(), e.message().map(m -> o.next()));
            case TypedExpression.TypeTest e -> new TypedExpression.TypeTest(e.span(), o.next(), e.of());
            case TypedExpression.Leave e -> new TypedExpression.Leave(e.span(), o.next(), e.result());
            case TypedExpression.Expected e -> new TypedExpression.Expected(e.span(), o.next(), e.left(), o.next());
            case TypedExpression.Usually e -> new TypedExpression.Usually(e.span(), o.next(), e.usual());
            case TypedExpression.GuardFailure e -> new TypedExpression.GuardFailure(e.span(), e.guard(), o.next());
        };
    }

    private static boolean isSame(List<TypedExpression> a, List<TypedExpression> b) {
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Operands to be taken from the front. */
    private static final class Operands {
        private final List<TypedExpression> all;
        private int taken;

        Operands(List<TypedExpression> all) {
            this.all = all;
        }

        TypedExpression next() {
            return all.get(taken++);
        }

        List<TypedExpression> rest() {
            List<TypedExpression> rest = List.copyOf(all.subList(taken, all.size()));
            taken = all.size();
            return rest;
        }
    }
}
