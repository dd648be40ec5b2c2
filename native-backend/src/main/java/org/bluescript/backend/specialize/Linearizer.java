package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Rebuild;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/**
 * Writes a function so that each statement, and each condition of a loop, has at most one effect, which comes last: everything
 * else that changes something, or may run code that does, becomes a statement of its own before it. Since operands of one node never
 * interfere, the order stays as it was. What happens only under a condition becomes an {@code if}.
 */
final class Linearizer {
    private final Effects effects;
    private final Map<TypedExpression, Observed> seen;
    /** Locals whose first value is only there because they must have one. */
    private final Set<Local> unset = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<TypedStatement.Loop, TypedStatement.Loop> loops = new IdentityHashMap<>();

    /** @param seen what the expressions of the function have given, to which those that are written anew are added */
    Linearizer(Effects effects, Map<TypedExpression, Observed> seen) {
        this.effects = effects;
        this.seen = seen;
    }

    /** The loop in what was written that has its tests where a loop of the function has them; empty if there is none. */
    Optional<TypedStatement.Loop> loop(TypedStatement.Loop source) {
        return Optional.ofNullable(loops.get(source));
    }

    /** Whether the value with which the local is declared is never looked at. */
    boolean isUnset(Local local) {
        return unset.contains(local);
    }

    TypedStatement.Block linear(TypedFunction function) {
        return block(function.body());
    }

    private TypedStatement.Block block(TypedStatement statement) {
        List<TypedStatement> result = new ArrayList<>();
        if (statement instanceof TypedStatement.Block b) {
            b.statements().forEach(s -> add(s, result));
        } else {
            add(statement, result);
        }
        return new TypedStatement.Block(statement.span(), result);
    }

    private List<TypedStatement> each(List<TypedStatement> statements) {
        List<TypedStatement> result = new ArrayList<>();
        statements.forEach(s -> add(s, result));
        return result;
    }

    private void add(TypedStatement statement, List<TypedStatement> to) {
        switch (statement) {
            case TypedStatement.Evaluate s -> to.add(new TypedStatement.Evaluate(s.span(), root(s.expression(), to)));
            case TypedStatement.Declare s -> to.add(new TypedStatement.Declare(s.span(), s.local(), root(s.value(), to)));
            case TypedStatement.If s ->
                to.add(new TypedStatement.If(
                        s.span(), pure(s.condition(), to), block(s.whenTrue()), s.whenFalse().map(this::block)));
            case TypedStatement.Loop s -> loop(s, to);
            case TypedStatement.Labeled s -> to.add(new TypedStatement.Labeled(s.span(), s.target(), block(s.body())));
            case TypedStatement.Switch s -> {
                TypedExpression subject = pure(s.subject(), to);
                s.cases().forEach(c -> c.body().forEach(b -> declareUnset(b, to)));
                List<TypedStatement.Case> cases = s.cases().stream()
                        .map(c -> new TypedStatement.Case(c.span(), c.values(), c.isDefault(), caseBody(c)))
                        .toList();
                to.add(new TypedStatement.Switch(s.span(), s.target(), subject, cases));
            }
            case TypedStatement.Return s -> {
                Optional<TypedExpression> value = s.value().map(v -> pure(v, to));
                to.add(new TypedStatement.Return(s.span(), value));
            }
            case TypedStatement.Throw s -> to.add(new TypedStatement.Throw(s.span(), pure(s.error(), to)));
            case TypedStatement.Block s -> to.add(block(s));
            case TypedStatement.Break s -> to.add(s);
            case TypedStatement.Continue s -> to.add(s);
            case TypedStatement.RenewCell s -> throw unexpected(s);
            case TypedStatement.TryCatch s -> throw unexpected(s);
            case TypedStatement.InlineCode s -> throw unexpected(s);
            case TypedStatement.Resume s -> throw unexpected(s);
            case TypedStatement.Recall s -> throw unexpected(s);
        }
    }

    /** What one case declares the others see, without its value: the declaration moves before the switch. */
    private void declareUnset(TypedStatement statement, List<TypedStatement> to) {
        if (statement instanceof TypedStatement.Declare d) {
            unset.add(d.local());
            to.add(new TypedStatement.Declare(d.span(), d.local(), zero(d.span(), d.local().type())));
        }
    }

    private List<TypedStatement> caseBody(TypedStatement.Case c) {
        return each(c.body().stream()
                .map(b -> b instanceof TypedStatement.Declare d
                        ? new TypedStatement.Evaluate(d.span(), new TypedExpression.Write(d.span(), d.local(), d.value()))
                        : b)
                .toList());
    }

    private static IllegalArgumentException unexpected(TypedStatement statement) {
        return new IllegalArgumentException("not specialised: " + statement);
    }

    /** A condition with effects becomes a statement of the body. */
    private void loop(TypedStatement.Loop s, List<TypedStatement> to) {
        List<TypedStatement> before = new ArrayList<>();
        Optional<TypedExpression> condition = s.condition().map(c -> pure(c, before));
        TypedStatement.Block body = block(s.body());
        List<TypedStatement> update = each(s.update());
        if (before.isEmpty()) {
            add(s, new TypedStatement.Loop(s.span(), s.target(), condition, s.testFirst(), body, update), to);
            return;
        }
        before.add(leaveUnless(condition.orElseThrow(), s.target()));
        TypedStatement.Loop loop = withTestInside(s, before, body, update, this::noteCopy);
        if (s.testFirst()) {
            add(s, loop, to);
        } else {
            to.add(loop);
        }
    }

    private void noteCopy(TypedStatement.Loop loop, TypedStatement.Loop copy) {
        loops.replaceAll((source, written) -> written == loop ? copy : written);
    }

    private void add(TypedStatement.Loop source, TypedStatement.Loop loop, List<TypedStatement> to) {
        loops.put(source, loop);
        to.add(loop);
    }

    /** {@code if (!condition) break}. */
    static TypedStatement leaveUnless(TypedExpression condition, TypedStatement.Target target) {
        Span span = condition.span();
        return new TypedStatement.If(
                span, new TypedExpression.Not(span, condition), new TypedStatement.Break(span, target), Optional.empty());
    }

    /**
     * The loop without condition, its body before or after the statements that test whether it goes on.
     *
     * @param copied gets loops of the body, and what became of them
     */
    static TypedStatement.Loop withTestInside(
            TypedStatement.Loop loop,
            List<TypedStatement> test,
            TypedStatement body,
            List<TypedStatement> update,
            BiConsumer<TypedStatement.Loop, TypedStatement.Loop> copied) {
        List<TypedStatement> turn = new ArrayList<>();
        if (loop.testFirst()) {
            turn.addAll(test);
            turn.add(body);
        } else {
            TypedStatement.Target end = new TypedStatement.Target();
            turn.add(new TypedStatement.Labeled(body.span(), end, continuingAt(body, loop.target(), end, copied)));
            turn.addAll(test);
        }
        return new TypedStatement.Loop(
                loop.span(), loop.target(), Optional.empty(), true, new TypedStatement.Block(loop.span(), turn), update);
    }

    /** The statement with breaks to {@code end} in place of its continues of {@code loop}. */
    private static TypedStatement continuingAt(
            TypedStatement statement,
            TypedStatement.Target loop,
            TypedStatement.Target end,
            BiConsumer<TypedStatement.Loop, TypedStatement.Loop> copied) {
        return new StatementMap() {
            @Override
            TypedStatement map(TypedStatement s) {
                return s instanceof TypedStatement.Continue c && c.target() == loop
                        ? new TypedStatement.Break(c.span(), end)
                        : super.map(s);
            }

            @Override
            TypedStatement loop(TypedStatement.Loop s) {
                TypedStatement.Loop copy = (TypedStatement.Loop) super.loop(s);
                copied.accept(s, copy);
                return copy;
            }
        }.map(statement);
    }

    /** The expression with nothing that has effects in it, but perhaps itself. */
    private TypedExpression root(TypedExpression expression, List<TypedStatement> to) {
        return switch (expression) {
            case TypedExpression.Let e when effects.hasEffects(e) -> {
                declare(e, to);
                yield root(e.body(), to);
            }
            case TypedExpression.Assert e when e.message().stream().anyMatch(effects::hasEffects) -> {
                // What makes the message runs only if it is needed.
                List<TypedStatement> failing = new ArrayList<>();
                TypedExpression condition = pure(e.condition(), to);
                TypedExpression message = pure(e.message().orElseThrow(), failing);
                TypedExpression no = new TypedExpression.BooleanConstant(e.span(), false);
                failing.add(new TypedStatement.Evaluate(
                        e.span(), new TypedExpression.Assert(e.span(), no, Optional.of(message))));
                to.add(new TypedStatement.If(
                        e.span(),
                        new TypedExpression.Not(e.span(), condition),
                        new TypedStatement.Block(e.span(), failing),
                        Optional.empty()));
                yield new TypedExpression.BooleanConstant(e.span(), true);
            }
            default -> rebuilt(expression, to);
        };
    }

    /** The expression without effects; what it needs comes before. */
    private TypedExpression pure(TypedExpression expression, List<TypedStatement> to) {
        return switch (expression) {
            case TypedExpression.Let e when effects.hasEffects(e) -> {
                declare(e, to);
                yield pure(e.body(), to);
            }
            case TypedExpression.Conditional e when effects.hasEffects(e.whenTrue()) || effects.hasEffects(e.whenFalse()) -> choice(e, to);
            default -> {
                TypedExpression value = root(expression, to);
                yield effects.hasEffect(expression) ? kept(value, to) : value;
            }
        };
    }

    private TypedExpression rebuilt(TypedExpression expression, List<TypedStatement> to) {
        if (expression instanceof TypedExpression.Conditional e && (effects.hasEffects(e.whenTrue()) || effects.hasEffects(e.whenFalse()))) {
            return choice(e, to);
        }
        TypedExpression result = Rebuild.with(
                expression, TreeWalk.operands(expression).stream().map(o -> pure(o, to)).toList());
        if (result != expression && seen.containsKey(expression)) {
            seen.put(result, seen.get(expression));
        }
        return result;
    }

    private void declare(TypedExpression.Let let, List<TypedStatement> to) {
        for (TypedExpression.Temporary t : let.temporaries()) {
            TypedExpression value = root(t.value(), to);
            to.add(
                    t.value().type().representation() == Representation.NOTHING
                            ? new TypedStatement.Evaluate(value.span(), value)
                            : new TypedStatement.Declare(value.span(), t.local(), value));
        }
    }

    /** A read of a new local with the value. */
    private TypedExpression kept(TypedExpression value, List<TypedStatement> to) {
        if (value.type().representation() == Representation.NOTHING) {
            to.add(new TypedStatement.Evaluate(value.span(), value));
            return nothing(value.span());
        }
        Local local = new Local("t", value.type());
        to.add(new TypedStatement.Declare(value.span(), local, value));
        return new TypedExpression.Read(value.span(), local, value.type());
    }

    /** Stands where a value is dropped. */
    private static TypedExpression nothing(Span span) {
        return new TypedExpression.NullConstant(span, PrimitiveType.NULL);
    }

    private TypedExpression choice(TypedExpression.Conditional e, List<TypedStatement> to) {
        if (e.type().representation() == Representation.NOTHING) {
            to.add(new TypedStatement.If(
                    e.span(), pure(e.condition(), to), effects(e.whenTrue()), Optional.of(effects(e.whenFalse()))));
            return nothing(e.span());
        }
        Local local = new Local("t", e.type());
        unset.add(local);
        to.add(new TypedStatement.Declare(e.span(), local, zero(e.span(), e.type())));
        to.add(new TypedStatement.If(
                e.span(), pure(e.condition(), to), branch(local, e.whenTrue()), Optional.of(branch(local, e.whenFalse()))));
        return new TypedExpression.Read(e.span(), local, e.type());
    }

    private TypedStatement branch(Local local, TypedExpression value) {
        List<TypedStatement> statements = new ArrayList<>();
        TypedExpression result = pure(value, statements);
        statements.add(new TypedStatement.Evaluate(value.span(), new TypedExpression.Write(value.span(), local, result)));
        return new TypedStatement.Block(value.span(), statements);
    }

    private TypedStatement effects(TypedExpression expression) {
        return block(new TypedStatement.Evaluate(expression.span(), expression));
    }

    /** A constant of the type. */
    static TypedExpression zero(Span span, Type type) {
        return switch (type.representation()) {
            case INTEGER -> new TypedExpression.IntegerConstant(span, 0, type);
            case FLOAT -> new TypedExpression.FloatConstant(span, 0);
            case BOOLEAN -> new TypedExpression.BooleanConstant(span, false);
            case REFERENCE -> new TypedExpression.NullConstant(span, type);
            case WORD ->
                new TypedExpression.Convert(
                        span, Conversion.REFERENCE_TO_ANY, new TypedExpression.NullConstant(span, PrimitiveType.NULL), type);
            case NOTHING -> throw new IllegalArgumentException("no values: " + type);
        };
    }
}
