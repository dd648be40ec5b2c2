package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedExpression.Bounds;
import org.bluescript.language.typed.TypedExpression.Compare.Domain;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks the four kinds of loops. */
final class Loops {
    private final FunctionBody body;
    private final StatementChecker statements;
    private final Round round;

    Loops(FunctionBody body, StatementChecker statements) {
        this.body = body;
        this.statements = statements;
        this.round = body.round();
    }

    TypedStatement check(Statement.While s) {
        Jumps.Landing landing = body.jumps().enterLoop();
        enter(List.of(s.condition()), List.of(s.body()));
        Branch test = body.expressions().conditions().test(s.condition());
        body.setFlow(test.whenTrue());
        TypedStatement inner = statements.nested(s.body());
        body.jumps().leave();
        body.setFlow(body.meet(test.whenFalse(), landing.afterBreak()));
        return new TypedStatement.Loop(
                s.span(), landing.target(), condition(test.value()), true, inner, List.of());
    }

    TypedStatement check(Statement.DoWhile s) {
        Jumps.Landing landing = body.jumps().enterLoop();
        enter(List.of(s.condition()), List.of(s.body()));
        TypedStatement inner = statements.nested(s.body());
        body.jumps().leave();
        body.meet(landing.afterContinue());
        Branch test = body.expressions().conditions().test(s.condition());
        body.setFlow(body.meet(test.whenFalse(), landing.afterBreak()));
        return new TypedStatement.Loop(
                s.span(), landing.target(), condition(test.value()), false, inner, List.of());
    }

    TypedStatement check(Statement.For s) {
        Jumps.Landing landing = body.jumps().enterLoop();
        return body.inNewScope(() -> {
            List<TypedStatement> result =
                    new ArrayList<>(statements.list(s.initializer().map(List::of).orElse(List.of())));
            enter(
                    Stream.concat(s.condition().stream(), s.update().stream()).toList(),
                    List.of(s.body()));
            Optional<Branch> test = s.condition().map(body.expressions().conditions()::test);
            test.ifPresent(t -> body.setFlow(t.whenTrue()));
            TypedStatement inner = statements.nested(s.body());
            body.jumps().leave();
            body.meet(landing.afterContinue());
            List<TypedStatement> update = new ArrayList<>(renewals(s.span(), result));
            s.update().ifPresent(u -> statements.effect(u, update));
            body.setFlow(body.meet(
                    test.map(Branch::whenFalse).orElse(Flow.UNREACHABLE), landing.afterBreak()));
            result.add(new TypedStatement.Loop(
                    s.span(),
                    landing.target(),
                    test.flatMap(t -> condition(t.value())),
                    true,
                    inner,
                    update));
            return new TypedStatement.Block(s.span(), result);
        });
    }

    TypedStatement check(Statement.ForOf s) {
        Optional<Expression> entries = EntryLoops.source(s.iterable());
        if (entries.isPresent()) {
            TypedExpression source = of(entries.get());
            body.expressions().remember(entries.get(), source);
            if (Iterables.hasEntries(source.type())) {
                return overEntries(s, entries.get(), source.type());
            }
        }
        TypedExpression iterable = of(s.iterable());
        if (Prelude.isMap(iterable.type()) || Prelude.isSet(iterable.type())) {
            body.expressions().remember(s.iterable(), iterable);
            return statements.nested(
                    new EntryLoops(body, s, Iterables.pairElement(iterable.type())).overCollection(s.iterable(), (ClassType) iterable.type()));
        }
        return overElements(s, iterable);
    }

    private TypedExpression of(Expression iterable) {
        return body.expressions()
                .members()
                .notNull(iterable, body.expressions().value(iterable, PrimitiveType.NEVER));
    }

    private TypedStatement overEntries(Statement.ForOf s, Expression source, Type type) {
        EntryLoops loops = new EntryLoops(body, s, Iterables.pairElement(type));
        return statements.nested(
                Prelude.isMap(type)
                        ? loops.overPairs(source)
                        : Prelude.isSet(type) ? loops.overSetPairs(source) : loops.overArray(source));
    }

    private TypedStatement overElements(Statement.ForOf s, TypedExpression iterable) {
        Jumps.Landing landing = body.jumps().enterLoop();
        Type element = elementType(s, iterable);
        Span span = s.iterable().span();
        Local sequence = new Local("sequence", iterable.type());
        Local index = new Local("index", PrimitiveType.INTEGER);
        enter(List.of(), List.of(s.body()));
        Flow afterAll = body.flow();
        TypedStatement inner = iteration(s, element, sequence, index);
        body.jumps().leave();
        body.setFlow(body.meet(afterAll, landing.afterBreak()));
        boolean hasSteps = iterable.type() == PrimitiveType.STRING || iterable.type() == PrimitiveType.ANY;
        TypedStatement advance = advance(span, index, Nodes.integer(span, 1));
        TypedExpression more = new TypedExpression.Compare(
                span,
                ComparisonOperator.LESS,
                Domain.INTEGER,
                read(span, index),
                length(span, sequence));
        return new TypedStatement.Block(
                s.span(),
                List.of(
                        new TypedStatement.Declare(span, sequence, iterable),
                        new TypedStatement.Declare(span, index, Nodes.integer(span, 0)),
                        new TypedStatement.Loop(
                                s.span(),
                                landing.target(),
                                Optional.of(more),
                                true,
                                inner,
                                hasSteps ? List.of() : List.of(advance))));
    }

    /** One turn of a for…of: the variable gets its value, then the body runs. */
    private TypedStatement iteration(Statement.ForOf s, Type element, Local sequence, Local index) {
        return body.inNewScope(() -> {
            Span span = s.name().span();
            TypedExpression current = current(span, element, sequence, index);
            Type declared = s.type().map(body.types()::resolve).orElse(element);
            VariableSymbol symbol = VariableSymbol.local(s.name(), s.isConst(), body);
            Local local = body.expressions().variables().create(s.name(), declared);
            symbol.declare(local);
            body.expressions().variables().declare(s.name(), symbol);
            List<TypedStatement> result = new ArrayList<>();
            result.add(new TypedStatement.Declare(span, local, convert(span, current, declared)));
            if (sequence.type() == PrimitiveType.STRING) {
                // Before the body, which may assign the variable.
                result.add(advance(span, index, new TypedExpression.Length(span, read(span, local))));
            } else if (sequence.type() == PrimitiveType.ANY && !Nodes.isUnknown(current)) {
                List<TypedExpression> operands = List.of(read(span, sequence), AnyConversions.toAny(read(span, local)));
                result.add(advance(span, index, new TypedExpression.Dynamic(
                        span, DynamicOperator.ITEM_STEP, operands, PrimitiveType.INTEGER)));
            }
            result.add(statements.nested(s.body()));
            return new TypedStatement.Block(s.body().span(), result);
        });
    }

    private TypedExpression convert(Span span, TypedExpression current, Type declared) {
        if (round.assignability().isAssignable(current.type(), declared)) {
            return Coercion.convert(current, declared);
        }
        round.error(
                span, "\"" + span.text() + "\" must be " + declared + ", but the elements are " + current.type());
        return Nodes.unknown(span);
    }

    /** How far an index can go. */
    private static TypedExpression length(Span span, Local sequence) {
        TypedExpression of = read(span, sequence);
        return sequence.type() == PrimitiveType.ANY
                ? AnyConversions.fromAny(
                        new TypedExpression.Dynamic(span, DynamicOperator.LENGTH, List.of(of), PrimitiveType.ANY),
                        PrimitiveType.INTEGER)
                : new TypedExpression.Length(span, of);
    }

    private static TypedExpression current(Span span, Type element, Local sequence, Local index) {
        if (Assignability.isUnknown(element)) {
            return Nodes.unknown(span);
        }
        List<TypedExpression> place = List.of(read(span, sequence), read(span, index));
        if (sequence.type() == PrimitiveType.ANY) {
            return new TypedExpression.Dynamic(span, DynamicOperator.ITEM, place, PrimitiveType.ANY);
        }
        return sequence.type() == PrimitiveType.STRING
                ? new TypedExpression.BuiltinCall(span, Builtin.STRING_CHARACTER, place, PrimitiveType.STRING)
                : new TypedExpression.ElementRead(span, place.get(0), place.get(1), Bounds.PROVEN, element);
    }

    private Type elementType(Statement.ForOf s, TypedExpression iterable) {
        return switch (iterable.type()) {
            case ArrayType t -> t.element();
            case TypedArrayType t -> t.element();
            case PrimitiveType t
            when t == PrimitiveType.STRING || t == PrimitiveType.ANY || t == PrimitiveType.NEVER -> t;
            case Type t -> {
                round.error(s.iterable().span(), t + " has no elements: for…of goes over arrays, strings, maps and sets");
                yield PrimitiveType.NEVER;
            }
        };
    }

    /** From here on only that is certain which is so in every turn. */
    private void enter(List<Expression> expressions, List<Statement> repeated) {
        body.setFlow(LoopEffects.of(expressions, repeated)
                .applyTo(
                        body.flow(),
                        body.expressions().paths()::isChangedByCalls,
                        round.knowledge()::isAccessor));
    }

    private static Optional<TypedExpression> condition(TypedExpression test) {
        boolean always = test instanceof TypedExpression.BooleanConstant c && c.value();
        return always ? Optional.empty() : Optional.of(test);
    }

    /** Closures of different turns must not share the loop's variables. */
    private static List<TypedStatement> renewals(Span span, List<TypedStatement> initializer) {
        return initializer.stream()
                .filter(TypedStatement.Declare.class::isInstance)
                .map(d -> ((TypedStatement.Declare) d).local())
                .filter(Local::shared)
                .<TypedStatement>map(l -> new TypedStatement.RenewCell(span, l))
                .toList();
    }

    private static TypedStatement advance(Span span, Local index, TypedExpression step) {
        TypedExpression next = new TypedExpression.Arithmetic(
                span, ArithmeticOperator.ADD, read(span, index), step, PrimitiveType.INTEGER);
        return new TypedStatement.Evaluate(span, new TypedExpression.Write(span, index, next));
    }

    private static TypedExpression read(Span span, Local local) {
        return new TypedExpression.Read(span, local, local.type());
    }
}
