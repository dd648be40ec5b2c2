package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.UnaryOperator;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Checks tests and the operators made of them, and narrows what they say something about. */
final class Conditions {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    Conditions(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    /** The expression as a boolean. The flow of the body is undefined afterwards: one of the branch's flows must be chosen. */
    Branch test(Expression expression) {
        return switch (expression) {
            case Expression.Unary e when e.operator() == UnaryOperator.NOT -> {
                Branch inner = test(e.operand());
                yield inner.negated(negation(e.span(), inner.value()));
            }
            case Expression.Logical e -> {
                Branch left = test(e.left());
                body.setFlow(e.isAnd() ? left.whenTrue() : left.whenFalse());
                Branch right = test(e.right());
                yield combine(e, left, right, shortCircuit(e, left.value(), right.value()));
            }
            default -> {
                Branch branch = branch(expression, PrimitiveType.BOOLEAN);
                yield new Branch(Nodes.truth(branch.value()), branch.whenTrue(), branch.whenFalse());
            }
        };
    }

    /** The expression with its own value, and what its truth says. As for {@link #test}, a flow must be chosen afterwards. */
    Branch branch(Expression expression, Type expected) {
        return switch (expression) {
            case Expression.Unary e when e.operator() == UnaryOperator.NOT -> test(e);
            case Expression.Logical e -> logical(e, expected);
            case Expression.Binary e when isEquality(e.operator()) -> equality(e);
            case Expression.InstanceOf e -> instanceOf(e);
            case Expression.In e -> new MemberTests(body, expressions).test(e);
            case Expression.BooleanLiteral e -> new Branch(
                    Nodes.bool(e.span(), e.value()),
                    e.value() ? body.flow() : Flow.UNREACHABLE,
                    e.value() ? Flow.UNREACHABLE : body.flow());
            case Expression.Call e -> expressions.guards().refined(e, truthiness(e, expected));
            default -> truthiness(expression, expected);
        };
    }

    private Branch truthiness(Expression expression, Type expected) {
        TypedExpression value = expressions.valueOf(expression, expected);
        Flow after = body.flow();
        Discriminants discriminants = new Discriminants(body);
        Flow whenTrue = discriminants.narrowByTruth(expression, notNull(expression, after), true);
        return new Branch(value, whenTrue, discriminants.narrowByTruth(expression, mayBeFalse(expression, after), false));
    }

    private Branch equality(Expression.Binary e) {
        TypedExpression left = expressions.value(e.left(), PrimitiveType.NEVER);
        TypedExpression right = expressions.value(e.right(), PrimitiveType.NEVER);
        TypedExpression value = expressions.operators().compare(e.span(), e.operator(), left, right);
        Flow after = body.flow();
        EqualityTests tests = new EqualityTests(body);
        Flow equal = tests.whenEqual(e.right(), right, left, tests.whenEqual(e.left(), left, right, after));
        Flow different = tests.whenDifferent(e.right(), left, tests.whenDifferent(e.left(), right, after));
        return e.operator() == BinaryOperator.EQUAL
                ? new Branch(value, equal, different)
                : new Branch(value, different, equal);
    }

    private Branch instanceOf(Expression.InstanceOf e) {
        TypedExpression operand = expressions.value(e.operand(), PrimitiveType.NEVER);
        Optional<GenericClass> generic =
                body.types().findGeneric(e.type()).filter(g -> e.type().arguments().isEmpty());
        Optional<ClassSymbol> wanted = generic.isPresent()
                ? instanceOfGeneric(e, generic.get(), operand.type())
                : body.types().resolveClass(e.type());
        Flow after = body.flow();
        if (wanted.isEmpty() || Nodes.isUnknown(operand)) {
            return new Branch(Nodes.unknown(e.span()), after, after);
        }
        ClassType type = wanted.get().type();
        if (operand.type() == PrimitiveType.ANY) {
            TypedExpression test = new TypedExpression.InstanceOf(e.span(), operand, type);
            return new Branch(test, narrow(e.operand(), after, type), after);
        }
        Type of = Assignability.withoutNull(operand.type());
        if (of == PrimitiveType.ANY) {
            return new Branch(
                    new TypedExpression.InstanceOf(e.span(), operand, type), narrow(e.operand(), after, type), after);
        }
        if (of instanceof InterfaceType || of instanceof UnionType) {
            return instanceOfOne(e, operand, type, of, after);
        }
        boolean related = of instanceof ClassType c
                && (round.assignability().isSubclass(c, type) || round.assignability().isSubclass(type, c));
        if (!related) {
            round.error(e.span(), "a value of type " + operand.type() + " is never an instance of " + type);
            return new Branch(Nodes.unknown(e.span()), after, after);
        }
        boolean narrower = round.assignability().isSubclass(type, (ClassType) of);
        Flow whenTrue = narrower ? narrow(e.operand(), after, type) : notNull(e.operand(), after);
        boolean isNullElse = Assignability.isNullable(operand.type()) && round.assignability().isSubclass((ClassType) of, type);
        Flow whenFalse = isNullElse ? narrow(e.operand(), after, PrimitiveType.NULL) : after;
        return new Branch(new TypedExpression.InstanceOf(e.span(), operand, type), whenTrue, whenFalse);
    }

    /** Whether an object that may be of several classes is of this one. */
    private Branch instanceOfOne(
            Expression.InstanceOf e, TypedExpression operand, ClassType type, Type of, Flow after) {
        boolean possible = Unions.membersOf(of).stream().anyMatch(m -> mayBe(m, type));
        if (!possible) {
            round.error(e.span(), "a value of type " + operand.type() + " is never an instance of " + type);
            return new Branch(Nodes.unknown(e.span()), after, after);
        }
        Optional<Type> others = Unions.filter(operand.type(), m -> !round.assignability().isAssignable(m, type));
        Flow whenFalse = others.filter(t -> !t.equals(operand.type()))
                .map(t -> narrow(e.operand(), after, t))
                .orElse(after);
        return new Branch(
                new TypedExpression.InstanceOf(e.span(), operand, type), narrow(e.operand(), after, type), whenFalse);
    }

    private boolean mayBe(Type type, ClassType wanted) {
        return switch (type) {
            case InterfaceType t -> true;
            case ClassType t ->
                round.assignability().isSubclass(t, wanted) || round.assignability().isSubclass(wanted, t);
            default -> false;
        };
    }

    /** The instance of a generic class that a value of type {@code of} can be: at run time they are classes of their own. */
    private Optional<ClassSymbol> instanceOfGeneric(Expression.InstanceOf e, GenericClass generic, Type of) {
        List<ClassSymbol> candidates = Unions.membersOf(of).stream()
                .map(t -> ancestor(t, generic))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Optional<ClassSymbol> candidate =
                candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
        if (candidate.isEmpty() && !Assignability.isUnknown(of)) {
            round.error(
                    e.type().span(),
                    "it cannot be told which \"" + generic.name() + "\" is meant for a value of type " + of,
                    "give its superclass a method that tells what the instances are");
        }
        return candidate;
    }

    /** The instance of the generic class that values of the type are instances of. */
    private Optional<ClassSymbol> ancestor(Type type, GenericClass generic) {
        Optional<ClassSymbol> candidate =
                type instanceof ClassType t ? Optional.ofNullable(round.classOf(t)) : Optional.empty();
        while (candidate.isPresent() && candidate.get().generic().filter(generic::equals).isEmpty()) {
            candidate = candidate.get().superclass();
        }
        return candidate;
    }

    private Branch logical(Expression.Logical e, Type expected) {
        Branch left = branch(e.left(), expected);
        body.setFlow(e.isAnd() ? left.whenTrue() : left.whenFalse());
        // What stands for a missing array or function takes its type from what may be missing.
        Type kept = Assignability.withoutNull(left.value().type());
        Branch right = branch(e.right(), Assignability.isUnknown(expected) && kept.isReference() ? kept : expected);
        return combine(e, left, right, logicalValue(e, left.value(), right.value()));
    }

    private Branch combine(Expression.Logical e, Branch left, Branch right, TypedExpression value) {
        return e.isAnd()
                ? new Branch(value, right.whenTrue(), body.meet(left.whenFalse(), right.whenFalse()))
                : new Branch(value, body.meet(left.whenTrue(), right.whenTrue()), right.whenFalse());
    }

    private static TypedExpression negation(Span span, TypedExpression value) {
        return Nodes.isUnknown(value) ? Nodes.unknown(span) : Nodes.not(span, value);
    }

    /** {@code a && b} and {@code a || b} of booleans. */
    private static TypedExpression shortCircuit(Expression.Logical e, TypedExpression left, TypedExpression right) {
        if (Nodes.isUnknown(left) || Nodes.isUnknown(right)) {
            return Nodes.unknown(e.span());
        }
        TypedExpression decided = Nodes.bool(e.span(), !e.isAnd());
        return e.isAnd()
                ? new TypedExpression.Conditional(e.span(), left, right, decided, PrimitiveType.BOOLEAN)
                : new TypedExpression.Conditional(e.span(), left, decided, right, PrimitiveType.BOOLEAN);
    }

    /** {@code a && b} and {@code a || b} of any values: one of the two. */
    private TypedExpression logicalValue(Expression.Logical e, TypedExpression left, TypedExpression right) {
        if (Nodes.isUnknown(left) || Nodes.isUnknown(right)) {
            return Nodes.unknown(e.span());
        }
        if (left.type() == PrimitiveType.BOOLEAN && right.type() == PrimitiveType.BOOLEAN) {
            return shortCircuit(e, left, right);
        }
        Optional<Type> type = resultType(e.isAnd(), left.type(), right.type());
        if (type.isEmpty()) {
            round.error(
                    e.span(),
                    "this gives " + left.type() + " or " + right.type() + ", and no type holds both",
                    "write … ? … : …, or compare to get booleans");
            return Nodes.unknown(e.span());
        }
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        TypedExpression kept = round.order().repeatable(left, Effects.NONE, temporaries);
        TypedExpression keptValue = Coercion.convert(kept, type.get());
        TypedExpression rightValue = Coercion.convert(right, type.get());
        return EvaluationOrder.letIfNeeded(
                e.span(),
                temporaries,
                new TypedExpression.Conditional(
                        e.span(),
                        Nodes.truth(kept),
                        e.isAnd() ? rightValue : keptValue,
                        e.isAnd() ? keptValue : rightValue,
                        type.get()));
    }

    /** The type of what can come out: the left operand only where it is false (for and) or true (for or). */
    private Optional<Type> resultType(boolean isAnd, Type left, Type right) {
        Optional<Type> kept = Unions.filter(left, isAnd ? Conditions::mayBeFalse : m -> m != PrimitiveType.NULL);
        return kept.isEmpty() ? Optional.of(right) : round.assignability().joinOrUnion(kept.get(), right);
    }

    /** What is certain if, besides {@code flow}, the expression is not null. */
    Flow notNull(Expression expression, Flow flow) {
        return expression instanceof Expression.OptionalChain chain
                ? linksNotNull(chain.chain(), pathNotNull(chain.chain(), flow))
                : pathNotNull(expression, flow);
    }

    /** A chain that gives something has no null in it. */
    private Flow linksNotNull(Expression chain, Flow flow) {
        return switch (chain) {
            case Expression.OptionalLink e -> linksNotNull(e.object(), pathNotNull(e.object(), flow));
            case Expression.Member e -> linksNotNull(e.object(), flow);
            case Expression.Index e -> linksNotNull(e.object(), flow);
            case Expression.Call e -> linksNotNull(e.callee(), flow);
            case Expression.NonNull e -> linksNotNull(e.operand(), flow);
            default -> flow;
        };
    }

    private Flow pathNotNull(Expression expression, Flow flow) {
        Optional<Path> path = body.expressions().paths().findNarrowable(expression);
        if (path.isEmpty()) {
            return flow;
        }
        Type type = body.expressions().paths().typeOf(path.get());
        Type narrowed = Assignability.withoutNull(type);
        return narrowed.equals(type) ? flow : flow.narrow(path.get(), narrowed);
    }

    /** What is certain if, besides {@code flow}, the expression counts as false: it is no object. */
    private Flow mayBeFalse(Expression expression, Flow flow) {
        Optional<Path> path = expressions.paths().findNarrowable(expression);
        if (path.isEmpty()) {
            return flow;
        }
        Type type = expressions.paths().typeOf(path.get());
        return Unions.filter(type, Conditions::mayBeFalse)
                .filter(t -> !t.equals(type))
                .map(t -> flow.narrow(path.get(), t))
                .orElse(flow);
    }

    private static boolean mayBeFalse(Type type) {
        return !type.isReference() || type == PrimitiveType.STRING || type == PrimitiveType.NULL;
    }

    private Flow narrow(Expression expression, Flow flow, Type type) {
        return expressions.paths().findNarrowable(expression).map(p -> flow.narrow(p, type)).orElse(flow);
    }

    private static boolean isEquality(BinaryOperator operator) {
        return operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
    }
}
