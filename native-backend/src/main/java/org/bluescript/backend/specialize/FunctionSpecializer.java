package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/**
 * Writes the statements of a function anew: with locals of the types that are known of them. The values are
 * {@link ExpressionSpecializer}'s.
 */
final class FunctionSpecializer {
    private final Facts facts;
    private final Optional<Exits> exits;
    private final Type result;
    private final Predicate<Local> unset;
    private final Guarding guarding;
    private final Map<Local, Local> replaced = new IdentityHashMap<>();
    private final ExpressionSpecializer expressions;
    private boolean leaves;

    /**
     * @param exits if the function may be left; without, only what is certain is specialised
     * @param result of the version that is written
     * @param unset locals whose declared value is never looked at
     * @param guarding counts failures
     */
    FunctionSpecializer(
            Environment environment,
            Facts facts,
            Optional<Exits> exits,
            Type result,
            Predicate<Local> unset,
            Guarding guarding) {
        this.guarding = guarding;
        this.facts = facts;
        this.exits = exits;
        this.result = result;
        this.unset = unset;
        this.expressions = new ExpressionSpecializer(environment, this, facts);
    }

    /** The local that stands for one of the function as it was. */
    Local local(Local local) {
        if (local.type() != PrimitiveType.ANY || local.shared()) {
            return local;
        }
        Type type = facts.of(local);
        return type == PrimitiveType.ANY
                ? local
                : replaced.computeIfAbsent(local, l -> new Local(l.name(), type));
    }

    TypedStatement.Block block(TypedStatement.Block block) {
        int scope = exits.map(Exits::beginScope).orElse(0);
        List<TypedStatement> statements = each(block.statements());
        exits.ifPresent(e -> e.endScope(scope));
        return new TypedStatement.Block(block.span(), statements);
    }

    /** Whether the function, as it has been written, may be left with a result of another type than its own. */
    boolean leaves() {
        return leaves;
    }

    boolean mayLeave() {
        return exits.isPresent();
    }

    // ---- leaving

    /** What becomes of a value that is computed because a guard of what {@code of} gives has failed for a word. */
    interface Guarding {
        /** @param of what is guarded, as it was; null for the function's result */
        TypedExpression failing(TypedExpression of, Type expected, TypedExpression word, TypedExpression value);
    }

    /** Leaves the function before the current statement. */
    TypedExpression leaveBefore(Span span) {
        leaves = true;
        return new TypedExpression.Leave(span, exits.orElseThrow().before(span, l -> current(l, span)), result);
    }

    private TypedExpression leaveBefore(TypedExpression of, Type expected, TypedExpression word) {
        leaves = true;
        Span span = word.span();
        TypedExpression rest = exits.orElseThrow().before(span, l -> current(l, span));
        return new TypedExpression.Leave(span, guarding.failing(of, expected, word, rest), result);
    }

    /** Leaves it after the current statement, a declaration of a local with the word. */
    private TypedExpression leaveAfter(TypedStatement.Declare s, Type expected, TypedExpression word) {
        leaves = true;
        Span span = s.span();
        TypedExpression rest = exits.orElseThrow().after(span, s.local(), word, l -> current(l, span));
        return new TypedExpression.Leave(span, guarding.failing(s.value(), expected, word, rest), result);
    }

    private TypedExpression current(Local local, Span span) {
        Local now = local(local);
        TypedExpression read = new TypedExpression.Read(span, now, now.type());
        return now == local ? read : WordConversions.toWord(read);
    }

    /** The word that {@code of} gives as a value of the type; if it is none, the function is left before the current statement. */
    TypedExpression guarded(TypedExpression of, TypedExpression word, Type type) {
        return exits.isPresent() ? guarded(word, type, read -> leaveBefore(of, type, read)) : narrowed(word, type);
    }

    /** The word, of which it is certain that it holds a value of the type. */
    private static TypedExpression narrowed(TypedExpression word, Type type) {
        return type == PrimitiveType.FLOAT
                ? WordConversions.fromWord(word, type)
                : new TypedExpression.Convert(word.span(), Conversion.ANY_NARROWED, word, type);
    }

    private interface Otherwise {
        TypedExpression leave(TypedExpression word);
    }

    private TypedExpression guarded(TypedExpression word, Type type, Otherwise otherwise) {
        Span span = word.span();
        if (word instanceof TypedExpression.Read) {
            return tested(word, type, otherwise);
        }
        Local local = new Local("w", PrimitiveType.ANY);
        TypedExpression read = new TypedExpression.Read(span, local, PrimitiveType.ANY);
        return new TypedExpression.Let(
                span, List.of(new TypedExpression.Temporary(local, word)), tested(read, type, otherwise));
    }

    private static TypedExpression tested(TypedExpression word, Type type, Otherwise otherwise) {
        Span span = word.span();
        return new TypedExpression.Conditional(
                span,
                new TypedExpression.TypeTest(span, word, type),
                new TypedExpression.Convert(span, Conversion.ANY_NARROWED, word, type),
                otherwise.leave(word),
                type);
    }

    // ---- statements

    private List<TypedStatement> each(List<TypedStatement> statements) {
        List<TypedStatement> result = new ArrayList<>();
        statements.forEach(s -> result.add(statement(s)));
        return result;
    }

    private TypedStatement nested(TypedStatement statement) {
        return block(statement instanceof TypedStatement.Block b ? b : new TypedStatement.Block(statement.span(), List.of(statement)));
    }

    private TypedStatement statement(TypedStatement statement) {
        exits.ifPresent(e -> e.at(statement));
        return switch (statement) {
            case TypedStatement.Evaluate s -> new TypedStatement.Evaluate(s.span(), expressions.effect(s.expression()));
            case TypedStatement.Declare s -> declare(s);
            case TypedStatement.If s -> {
                TypedExpression condition = expressions.same(s.condition());
                yield new TypedStatement.If(s.span(), condition, nested(s.whenTrue()), s.whenFalse().map(this::nested));
            }
            case TypedStatement.Loop s -> loop(s);
            case TypedStatement.Labeled s -> new TypedStatement.Labeled(s.span(), s.target(), nested(s.body()));
            case TypedStatement.Switch s -> {
                TypedExpression subject = expressions.same(s.subject());
                int scope = exits.map(Exits::beginScope).orElse(0);
                List<TypedStatement.Case> cases = new ArrayList<>();
                s.cases().forEach(c ->
                        cases.add(new TypedStatement.Case(c.span(), c.values(), c.isDefault(), each(c.body()))));
                exits.ifPresent(e -> e.endScope(scope));
                yield new TypedStatement.Switch(s.span(), s.target(), subject, cases);
            }
            case TypedStatement.Return s -> new TypedStatement.Return(s.span(), s.value().map(this::returned));
            case TypedStatement.Throw s -> new TypedStatement.Throw(s.span(), expressions.same(s.error()));
            case TypedStatement.TryCatch s ->
                new TypedStatement.TryCatch(s.span(), nested(s.body()), s.error(), nested(s.handler()));
            case TypedStatement.Block s -> block(s);
            case TypedStatement.RenewCell s -> s;
            case TypedStatement.Break s -> s;
            case TypedStatement.Continue s -> s;
            case TypedStatement.InlineCode s -> s;
            case TypedStatement.Resume s -> s;
            case TypedStatement.Recall s ->
                new TypedStatement.Recall(
                        s.span(),
                        s.stores().stream().map(expressions::same).toList(),
                        s.state().stream().map(expressions::same).toList());
        };
    }

    /** The condition is written first: what the body declares it does not see, though it may run after the body. */
    private TypedStatement loop(TypedStatement.Loop s) {
        Optional<TypedExpression> condition = s.condition().map(expressions::same);
        TypedStatement body = nested(s.body());
        List<TypedStatement> update = each(s.update());
        return new TypedStatement.Loop(s.span(), s.target(), condition, s.testFirst(), body, update);
    }

    private TypedStatement declare(TypedStatement.Declare s) {
        Local now = local(s.local());
        TypedExpression value = unset.test(s.local())
                ? Linearizer.zero(s.span(), now.type())
                : declared(s, now.type());
        exits.ifPresent(e -> e.declare(s.local()));
        return new TypedStatement.Declare(s.span(), now, value);
    }

    /** If the value is a call's result, the call has been made when it turns out to be of another type. */
    private TypedExpression declared(TypedStatement.Declare s, Type type) {
        if (s.value().type() != PrimitiveType.ANY) {
            return expressions.same(s.value());
        }
        Otherwise leave = word -> leaveAfter(s, type, word);
        TypedExpression value = expressions.declared(s.value(), leave::leave);
        if (type.representation() == Representation.WORD) {
            return WordConversions.toWord(value);
        }
        if (expressions.fits(value, type)) {
            return expressions.reinterpreted(value, type);
        }
        return guarded(
                WordConversions.toWord(value),
                type,
                expressions.isEffect(s.value()) ? leave : word -> leaveBefore(s.value(), type, word));
    }

    /** A result of another type leaves the function with it. */
    private TypedExpression returned(TypedExpression value) {
        if (value.type() != PrimitiveType.ANY || result == PrimitiveType.ANY) {
            return expressions.same(value);
        }
        TypedExpression best = expressions.best(value);
        if (expressions.fits(best, result)) {
            return expressions.reinterpreted(best, result);
        }
        leaves = true;
        return guarded(
                WordConversions.toWord(best),
                result,
                word -> new TypedExpression.Leave(value.span(), guarding.failing(null, result, word, word), result));
    }
}
