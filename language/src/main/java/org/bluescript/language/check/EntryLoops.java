package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.Statement.Declarator;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Loops over the entries of a {@code Map}, a {@code Set} or, with {@code entries()}, an array: what they mean, as a loop of another kind.
 * Where a pattern takes a pair apart, no array is made of the key and the value.
 */
final class EntryLoops {
    private static final int KEY = 0;
    private static final int VALUE = 1;

    private final FunctionBody body;
    private final Statement.ForOf loop;
    private final Type element;
    private final Span span;
    private final String source;
    private final String place;

    /** Over pairs whose parts are of this type if both are of one, else of {@code any}. */
    EntryLoops(FunctionBody body, Statement.ForOf loop, Type element) {
        this.body = body;
        this.loop = loop;
        this.element = element;
        this.span = loop.iterable().span();
        this.source = "(entries " + span.start() + ")";
        this.place = "(place " + span.start() + ")";
    }

    /** What stands before {@code .entries()}, if the loop goes over that. */
    static Optional<Expression> source(Expression iterable) {
        return iterable instanceof Expression.Call call
                        && call.arguments().isEmpty()
                        && call.typeArguments().isEmpty()
                        && call.callee() instanceof Expression.Member member
                        && member.name().text().equals("entries")
                ? Optional.of(member.object())
                : Optional.empty();
    }

    /** The loop over the elements of a {@code Set}, or the entries of a {@code Map}; {@code values} is the expression that gives it. */
    Statement overCollection(Expression values, ClassType type) {
        boolean isPair = Prelude.isMap(type);
        return isPair ? overPairs(values) : walking(values, turn(List.of(declared(call(place, "key"))), loop.body()));
    }

    /** The loop over the pairs that {@code values} has, each of a key, or index, and a value. */
    Statement overPairs(Expression values) {
        return walking(values, pairTurn(call(place, "key"), call(place, "value")));
    }

    /** The same where a {@code Set} is gone over by {@code entries()}: the key is the value. */
    Statement overSetPairs(Expression values) {
        return walking(values, pairTurn(call(place, "key"), call(place, "key")));
    }

    /** The same where {@code values} is an array: its length is looked at before each turn. */
    Statement overArray(Expression values) {
        Expression index = read(place);
        Expression more = new Expression.Binary(
                span, BinaryOperator.LESS, index, new Expression.Member(span, read(source), new Name(span, "length")));
        Statement counter = new Statement.Variables(
                span, false, List.of(variable(place, new Expression.IntegerLiteral(span, 0))), false);
        Statement counting = new Statement.For(
                loop.span(),
                Optional.of(counter),
                Optional.of(more),
                Optional.of(new Expression.Update(span, true, false, index)),
                pairTurn(index, new Expression.Index(span, read(source), index)));
        return new Statement.Block(loop.span(), List.of(constant(source, values), counting));
    }

    private Statement walking(Expression values, Statement turn) {
        Expression walk = new Expression.Call(
                span, new Expression.Member(span, values, new Name(span, "walk$")), List.of(), List.of());
        return new Statement.Block(
                loop.span(),
                List.of(
                        constant(place, walk),
                        new Statement.While(loop.span(), call(place, "advance"), turn)));
    }

    private Statement turn(List<Declarator> parts, Statement inner) {
        List<Statement> statements = new ArrayList<>();
        if (!parts.isEmpty()) {
            statements.add(new Statement.Variables(loop.name().span(), loop.isConst(), parts, false));
        }
        statements.add(inner);
        return new Statement.Block(inner.span(), statements);
    }

    private Declarator declared(Expression value) {
        return new Declarator(loop.name().span(), loop.name(), loop.type(), Optional.of(value));
    }

    /* ---- pairs ---- */

    /** The variables of the pattern, of which the parser has made the first statement of the body. */
    private Optional<Statement.Variables> pattern() {
        boolean isPattern = loop.body() instanceof Statement.Block block
                && loop.name().text().startsWith("(")
                && !block.statements().isEmpty()
                && block.statements().getFirst() instanceof Statement.Variables;
        return isPattern
                ? Optional.of((Statement.Variables) ((Statement.Block) loop.body()).statements().getFirst())
                : Optional.empty();
    }

    /** One turn, which takes the pair apart, or has it as an array. */
    private Statement pairTurn(Expression key, Expression value) {
        Optional<Statement.Variables> pattern = pattern();
        if (pattern.isEmpty()) {
            return turn(List.of(declared(pair(key, value))), loop.body());
        }
        List<Declarator> result = new ArrayList<>();
        for (Declarator part : pattern.get().declarators()) {
            Expression of = part.initializer().orElseThrow();
            Expression made = isOfWhole(of) ? of(of, key, value) : of;
            if (made == null) {
                if (of instanceof Expression.Index e && isWhole(e.object())) {
                    body.round().error(part.span(), "an entry has two parts, a key and a value");
                }
                return turn(List.of(declared(pair(key, value))), loop.body());
            }
            result.add(new Declarator(part.span(), part.name(), part.type(), Optional.of(made)));
        }
        return turn(result, ((Statement.Block) loop.body()).statements().getLast());
    }

    private Expression pair(Expression key, Expression value) {
        Expression pair = new Expression.ArrayLiteral(span, List.of(key, value));
        TypeNode any = new TypeNode.Named(span, Optional.empty(), new Name(span, "any"), List.of());
        return element == PrimitiveType.ANY ? new Expression.As(span, pair, new TypeNode.Array(span, any)) : pair;
    }

    /** Whether the part is one of the whole entry, and not of a key or value that is itself taken apart. */
    private boolean isOfWhole(Expression part) {
        return switch (part) {
            case Expression.Index e -> isWhole(e.object());
            case Expression.Nullish e -> isOfWhole(e.left());
            case Expression.Conditional e -> isOfWhole(e.whenTrue());
            case Expression.Member e -> isWhole(e.object());
            case Expression.Tail e -> isWhole(e.array());
            default -> false;
        };
    }

    private boolean isWhole(Expression expression) {
        return expression instanceof Expression.Identifier e && e.name().equals(loop.name().text());
    }

    /** The part in terms of the key and the value; null if a pair has no such part. */
    private static Expression of(Expression part, Expression key, Expression value) {
        return switch (part) {
            case Expression.Index e when e.index() instanceof Expression.IntegerLiteral i && i.value() == KEY -> key;
            case Expression.Index e when e.index() instanceof Expression.IntegerLiteral i && i.value() == VALUE -> value;
            case Expression.Nullish e when of(e.left(), key, value) != null ->
                new Expression.Nullish(e.span(), of(e.left(), key, value), e.right());
            case Expression.Conditional e -> of(e.whenTrue(), key, value);
            default -> null;
        };
    }

    /* ---- what the loop is made of ---- */

    private Statement constant(String name, Expression value) {
        return new Statement.Variables(span, true, List.of(variable(name, value)), false);
    }

    private Declarator variable(String name, Expression value) {
        return new Declarator(span, new Name(span, name), Optional.empty(), Optional.of(value));
    }

    private Expression read(String name) {
        return new Expression.Identifier(span, name);
    }

    private Expression call(String object, String method) {
        return new Expression.Call(
                span, new Expression.Member(span, read(object), new Name(span, method)), List.of(), List.of());
    }
}
