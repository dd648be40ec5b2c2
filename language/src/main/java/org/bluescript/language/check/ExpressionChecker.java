package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.UnaryOperator;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Checks expressions and makes their typed trees. An expression with a mistake in it is reported once and becomes one of type
 * {@code never}, which silences everything that depends on it.
 */
final class ExpressionChecker {
    private final FunctionBody body;
    private final Round round;
    private final Operators operators;
    private final Paths paths;
    private final Coercion coercion;
    private final Variables variables;
    private final Conditions conditions;
    private final Assignments assignments;
    private final Members members;
    private final Arrays arrays;
    private final Calls calls;
    private final Closures closures;
    private final Casts casts;
    private final Map<Expression, TypedExpression> remembered = new IdentityHashMap<>();
    private final OptionalChains chains;
    private final Guards guards;

    ExpressionChecker(FunctionBody body) {
        this.body = body;
        this.round = body.round();
        this.operators = new Operators(round, !body.typeArguments().isEmpty());
        this.paths = new Paths(body);
        this.coercion = new Coercion(body);
        this.variables = new Variables(body);
        this.conditions = new Conditions(body, this);
        this.assignments = new Assignments(body, this);
        this.members = new Members(body, this);
        this.arrays = new Arrays(body, this);
        this.calls = new Calls(body, this);
        this.closures = new Closures(body);
        this.casts = new Casts(body, this);
        this.chains = new OptionalChains(body, this);
        this.guards = new Guards(body, this);
    }

    Operators operators() {
        return operators;
    }

    Paths paths() {
        return paths;
    }

    Coercion coercion() {
        return coercion;
    }

    Variables variables() {
        return variables;
    }

    Conditions conditions() {
        return conditions;
    }

    Assignments assignments() {
        return assignments;
    }

    Members members() {
        return members;
    }

    Calls calls() {
        return calls;
    }

    Guards guards() {
        return guards;
    }

    OptionalChains chains() {
        return chains;
    }

    Arrays arrays() {
        return arrays;
    }

    /** The value of the expression, converted to {@code target}; {@code what} names the place for messages. */
    TypedExpression coerced(Expression expression, Type target, String what) {
        return coercion.coerce(expression, value(expression, target), target, what);
    }

    /** The expression, which must have a value. {@code expected} is the type that would fit best, or {@code never}. */
    TypedExpression value(Expression expression, Type expected) {
        return requireValue(check(expression, expected));
    }

    /** As {@link #value}, for an expression of none of the kinds that {@link Conditions#branch} handles itself. */
    TypedExpression valueOf(Expression expression, Type expected) {
        return requireValue(checkPlain(expression, expected));
    }

    /** The expression for its effects; its value is dropped. */
    TypedExpression effect(Expression expression) {
        return expression instanceof Expression.Update update
                ? assignments.update(update, false)
                : check(expression, PrimitiveType.NEVER);
    }

    /** The next check of the expression has this outcome: it has been checked already, to find out what is called with it. */
    void remember(Expression expression, TypedExpression value) {
        remembered.put(expression, value);
    }

    void forget(Expression expression) {
        remembered.remove(expression);
    }

    /** The expression, which may be a call without a value. */
    TypedExpression check(Expression expression, Type expected) {
        TypedExpression known = remembered.remove(expression);
        if (known != null) {
            return known;
        }
        if (!isTest(expression)) {
            return checkPlain(expression, expected);
        }
        Branch branch = conditions.branch(expression, expected);
        body.setFlow(body.meet(branch.whenTrue(), branch.whenFalse()));
        return branch.value();
    }

    private static boolean isTest(Expression expression) {
        return switch (expression) {
            case Expression.Logical e -> true;
            case Expression.InstanceOf e -> true;
            case Expression.In e -> true;
            case Expression.Unary e -> e.operator() == UnaryOperator.NOT;
            case Expression.Binary e -> Operators.isComparison(e.operator());
            default -> false;
        };
    }

    private TypedExpression requireValue(TypedExpression value) {
        if (value.type() == PrimitiveType.VOID) {
            round.error(value.span(), "this call gives no value");
            return Nodes.unknown(value.span());
        }
        return value;
    }

    private TypedExpression checkPlain(Expression expression, Type expected) {
        return switch (expression) {
            case Expression.IntegerLiteral e -> Nodes.integer(e.span(), e.value());
            case Expression.FloatLiteral e -> new TypedExpression.FloatConstant(e.span(), e.value());
            case Expression.StringLiteral e -> new TypedExpression.StringConstant(e.span(), e.value());
            case Expression.BooleanLiteral e -> Nodes.bool(e.span(), e.value());
            case Expression.NullLiteral e -> new TypedExpression.NullConstant(e.span(), PrimitiveType.NULL);
            case Expression.TemplateLiteral e -> template(e);
            case Expression.Identifier e -> identifier(e, expected);
            case Expression.This e -> receiver(e);
            case Expression.Super e -> misplacedSuper(e.span());
            case Expression.ArrayLiteral e -> arrays.literal(e, expected);
            case Expression.ObjectLiteral e -> new ObjectLiterals(body, this).check(e, expected);
            case Expression.Spread e -> misplacedSpread(e);
            case Expression.Unary e -> unary(e);
            case Expression.Binary e -> binary(e);
            case Expression.Logical e -> check(e, expected);
            case Expression.InstanceOf e -> check(e, expected);
            case Expression.In e -> check(e, expected);
            case Expression.Destructuring e -> new Destructurings(body, this).check(e);
            case Expression.Tail e -> new Destructurings(body, this).tail(e);
            case Expression.Nullish e -> chains.nullish(e, expected);
            case Expression.OptionalChain e -> chains.check(e, expected);
            case Expression.OptionalLink e -> chains.link(e);
            case Expression.Sequence e -> misplacedSequence(e);
            case Expression.Satisfies e -> satisfies(e);
            case Expression.LogicalAssignment e -> assignments.assign(e);
            case Expression.Conditional e -> conditional(e, expected);
            case Expression.Assignment e -> assignments.assign(e);
            case Expression.Update e -> assignments.update(e, true);
            case Expression.Call e -> calls.check(e, expected);
            case Expression.New e -> calls.creation(e, expected);
            case Expression.Member e -> members.read(e, expected);
            case Expression.Index e -> arrays.read(e);
            case Expression.Function e -> closures.check(e, expected);
            case Expression.As e -> casts.check(e);
            case Expression.NonNull e -> casts.checkNonNull(e, expected);
        };
    }

    private TypedExpression identifier(Expression.Identifier e, Type expected) {
        Optional<Symbol> symbol = body.scope().find(e.name());
        if (symbol.isEmpty()) {
            if (!body.module().mayHaveLost(e.name())) {
                round.missing(
                        e.span(),
                        "value",
                        e.name(),
                        "there is no \"" + e.name() + "\"",
                        LaterNames.ofValue(e.name())
                                .or(() -> Suggestion.of(e.name(), body.scope().names())));
            }
            return Nodes.unknown(e.span());
        }
        return symbolValue(e.span(), symbol.get(), expected);
    }

    /** What the name of the symbol means as a value. */
    TypedExpression symbolValue(Span span, Symbol symbol, Type expected) {
        return switch (symbol) {
            case VariableSymbol s -> variables.read(span, s);
            case FunctionSymbol s when s.generic().isPresent() ->
                genericValue(span, s, expected)
                        .map(f -> symbolValue(span, f, expected))
                        .orElseGet(() -> Nodes.unknown(span));
            case FunctionSymbol s -> {
                round.instances().use(s);
                Type result = round.results().resultOf(s);
                FunctionType type = s.typeWith(result);
                yield Assignability.isUnknown(result)
                        ? Nodes.unknown(span)
                        : new TypedExpression.FunctionReference(span, s.id(), type);
            }
            case BuiltinSymbol s when BuiltinNames.constant(s.name()).isPresent() ->
                new TypedExpression.FloatConstant(span, BuiltinNames.constant(s.name()).get());
            case Symbol s -> {
                round.error(span, "the " + s.kind() + " \"" + s.name() + "\" is not a value");
                yield Nodes.unknown(span);
            }
        };
    }

    /** The instance of a generic function that the wanted type asks for. */
    private Optional<FunctionSymbol> genericValue(Span span, FunctionSymbol pattern, Type expected) {
        if (!(Assignability.withoutNull(expected) instanceof FunctionType wanted)) {
            round.error(
                    span,
                    "the generic function \"" + pattern.name() + "\" is not a value",
                    "wrap it in a function with types: (x: integer) => " + pattern.name() + "(x)");
            return Optional.empty();
        }
        Generic generic = pattern.generic().orElseThrow();
        Inference inference = new Inference(round, generic);
        inference.observe(new FunctionType(pattern.parameters(), pattern.declaredResult().orElse(PrimitiveType.VOID)), wanted);
        return inference.conclude(pattern.name(), span)
                .flatMap(arguments -> round.instances().function(pattern, arguments, span));
    }

    private TypedExpression receiver(Expression.This e) {
        Optional<VariableSymbol> receiver = body.receiver();
        if (receiver.isEmpty()) {
            round.error(
                    e.span(),
                    "there is no \"this\" here",
                    body.kind() == org.bluescript.language.typed.TypedFunction.Kind.CLOSURE && body.owner().isPresent()
                            ? Optional.of("an arrow function has the \"this\" of the method around it")
                            : Optional.empty());
            return Nodes.unknown(e.span());
        }
        return variables.read(e.span(), receiver.get());
    }

    private TypedExpression misplacedSuper(Span span) {
        round.error(span, "\"super\" is only called, as in super(…) and super.method(…)");
        return Nodes.unknown(span);
    }

    private TypedExpression misplacedSequence(Expression.Sequence e) {
        round.error(e.span(), "several expressions stand only in the header of a for");
        return Nodes.unknown(e.span());
    }

    private TypedExpression satisfies(Expression.Satisfies e) {
        Type wanted = body.types().resolve(e.type());
        TypedExpression value = value(e.operand(), wanted);
        boolean fits = Nodes.isUnknown(value)
                || Assignability.isOpenArray(value.type())
                || round.assignability().isAssignable(value.type(), wanted);
        if (!fits) {
            round.error(
                    e.span(),
                    "this must be " + wanted + ", not " + value.type(),
                    round.assignability().advice(value.type(), wanted));
        }
        return fits ? value : Nodes.unknown(e.span());
    }

    private TypedExpression misplacedSpread(Expression.Spread e) {
        value(e.operand(), PrimitiveType.NEVER);
        round.error(
                e.span(),
                "\"...\" stands only in array literals and before arguments for a rest parameter",
                "go over the elements in a loop");
        return Nodes.unknown(e.span());
    }

    private TypedExpression template(Expression.TemplateLiteral e) {
        TypedExpression result = new TypedExpression.StringConstant(e.span(), e.strings().getFirst());
        boolean empty = e.strings().getFirst().isEmpty();
        List<TypedExpression> parts = new ArrayList<>();
        if (!empty) {
            parts.add(result);
        }
        for (int i = 0; i < e.expressions().size(); i++) {
            parts.add(operators.text(value(e.expressions().get(i), PrimitiveType.NEVER)));
            String next = e.strings().get(i + 1);
            if (!next.isEmpty()) {
                parts.add(new TypedExpression.StringConstant(e.span(), next));
            }
        }
        if (parts.stream().anyMatch(Nodes::isUnknown)) {
            return Nodes.unknown(e.span());
        }
        return parts.stream()
                .reduce((a, b) -> operators.concatenate(e.span(), a, b))
                .orElse(result);
    }

    private TypedExpression unary(Expression.Unary e) {
        TypedExpression operand = value(e.operand(), PrimitiveType.NEVER);
        if (Nodes.isUnknown(operand)) {
            return Nodes.unknown(e.span());
        }
        if (e.operator() == UnaryOperator.TYPEOF) {
            return operators.typeName(e.span(), operand);
        }
        if (operand.type() == PrimitiveType.ANY) {
            return operators.dynamic(e.span(), dynamic(e.operator()), List.of(operand), PrimitiveType.ANY);
        }
        if (Assignability.isNumberWord(operand.type()) && e.operator() != UnaryOperator.BIT_NOT) {
            return operators.dynamic(e.span(), dynamic(e.operator()), List.of(operand), Operators.NUMBER);
        }
        boolean fits = e.operator() == UnaryOperator.BIT_NOT
                ? Assignability.isInteger(operand.type())
                : Assignability.isNumeric(operand.type());
        if (!fits) {
            round.error(
                    e.span(),
                    "\"" + e.operator().symbol() + "\" is not defined for " + operand.type(),
                    e.operator() == UnaryOperator.PLUS && operand.type() == PrimitiveType.STRING
                            ? Optional.of("write Number(…), or parseInt(…) for an integer")
                            : Optional.empty());
            return Nodes.unknown(e.span());
        }
        TypedExpression number = Nodes.toInteger(operand);
        return switch (e.operator()) {
            case PLUS -> number;
            case MINUS -> Nodes.negate(e.span(), number);
            case BIT_NOT -> Nodes.arithmetic(
                    e.span(),
                    ArithmeticOperator.BIT_XOR,
                    number,
                    Nodes.integer(e.span(), -1),
                    PrimitiveType.INTEGER);
            case NOT, TYPEOF -> throw new IllegalStateException("handled before: " + e.operator());
        };
    }

    private static DynamicOperator dynamic(UnaryOperator operator) {
        return switch (operator) {
            case PLUS -> DynamicOperator.PLUS;
            case MINUS -> DynamicOperator.NEGATE;
            case BIT_NOT -> DynamicOperator.BIT_NOT;
            case NOT, TYPEOF -> throw new IllegalArgumentException("no arithmetic: " + operator);
        };
    }

    private TypedExpression binary(Expression.Binary e) {
        TypedExpression left = value(e.left(), PrimitiveType.NEVER);
        TypedExpression right = value(e.right(), PrimitiveType.NEVER);
        return Operators.isComparison(e.operator())
                ? operators.compare(e.span(), e.operator(), left, right)
                : operators.binary(e.span(), e.operator(), left, right);
    }

    private TypedExpression conditional(Expression.Conditional e, Type expected) {
        Branch test = conditions.test(e.condition());
        body.setFlow(test.whenTrue());
        TypedExpression whenTrue = isEmptyArray(e.whenTrue()) ? null : value(e.whenTrue(), expected);
        Flow afterTrue = body.flow();
        body.setFlow(test.whenFalse());
        TypedExpression whenFalse = value(e.whenFalse(), orSameAs(whenTrue, expected));
        body.meet(afterTrue);
        if (whenTrue == null) {
            whenTrue = value(e.whenTrue(), orSameAs(whenFalse, expected));
        }
        return conditional(e, test.value(), whenTrue, whenFalse, expected);
    }

    private TypedExpression conditional(
            Expression.Conditional e,
            TypedExpression test,
            TypedExpression whenTrue,
            TypedExpression whenFalse,
            Type expected) {
        if (Nodes.isUnknown(whenTrue) && Nodes.isUnknown(whenFalse) || Nodes.isUnknown(test)) {
            return Nodes.unknown(e.span());
        }
        boolean same = whenTrue.type().equals(whenFalse.type());
        Optional<Type> joined = expected == PrimitiveType.ANY && !same
                ? Optional.of(PrimitiveType.ANY)
                : round.assignability().join(whenTrue.type(), whenFalse.type());
        Optional<Type> type = joined.or(() ->
                        fits(whenTrue, expected) && fits(whenFalse, expected) ? Optional.of(expected) : Optional.empty())
                .or(() -> round.assignability().joinOrUnion(whenTrue.type(), whenFalse.type()));
        if (type.isEmpty()) {
            round.error(
                    e.span(), "this gives " + whenTrue.type() + " or " + whenFalse.type() + ", and no type holds both");
            return Nodes.unknown(e.span());
        }
        return new TypedExpression.Conditional(
                e.span(),
                test,
                Coercion.convert(whenTrue, type.get()),
                Coercion.convert(whenFalse, type.get()),
                type.get());
    }

    /** {@code []}, which takes its type from the other branch. */
    private static boolean isEmptyArray(Expression expression) {
        return expression instanceof Expression.ArrayLiteral literal && literal.elements().isEmpty();
    }

    /** What is expected of one branch: what is expected of both, else for {@code []} what the other one is. */
    private static Type orSameAs(TypedExpression other, Type expected) {
        boolean useOther = Assignability.isUnknown(expected) && other != null && other.type() instanceof ArrayType;
        return useOther ? other.type() : expected;
    }

    private boolean fits(TypedExpression value, Type expected) {
        return !Assignability.isUnknown(expected) && round.assignability().isAssignable(value.type(), expected);
    }
}
