package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** The choice between a version for certain types and what is right for all, by the values that come in. */
final class Choice {
    private final TypedFunction function;
    private final GuardCounters counters;
    private final List<TypedExpression> words = new ArrayList<>();
    private final List<TypedExpression> narrowed = new ArrayList<>();
    private final List<TypedExpression> tests = new ArrayList<>();
    private final List<TypedStatement> failures = new ArrayList<>();

    Choice(TypedFunction function, GuardCounters counters) {
        this.function = function;
        this.counters = counters;
    }

    /** What comes in, which reading again does not change, must be of the type. */
    void add(TypedExpression read, Type type, Guard.Site site) {
        Span span = function.span();
        words.add(read);
        if (type.equals(read.type())) {
            narrowed.add(read);
            return;
        }
        TypedExpression test = new TypedExpression.TypeTest(span, read, type);
        tests.add(test);
        narrowed.add(new TypedExpression.Convert(span, Conversion.ANY_NARROWED, read, type));
        if (counters.areCounted()) {
            TypedExpression failure = counters.failure(function.id(), span, site, type, read);
            failures.add(new TypedStatement.If(
                    span,
                    new TypedExpression.Not(span, test),
                    new TypedStatement.Evaluate(span, failure),
                    Optional.empty()));
        }
    }

    List<TypedExpression> words() {
        return words;
    }

    List<TypedExpression> narrowed() {
        return narrowed;
    }

    /** Gives the one value if all tests hold, else the other. */
    TypedStatement.Block between(Span span, TypedExpression specialised, Supplier<TypedExpression> otherwise) {
        List<TypedStatement> statements = new ArrayList<>();
        if (tests.isEmpty()) {
            statements.add(returning(span, specialised));
        } else {
            TypedExpression no = new TypedExpression.BooleanConstant(span, false);
            TypedExpression all = tests.reversed().stream()
                    .reduce((rest, test) -> new TypedExpression.Conditional(span, test, rest, no, PrimitiveType.BOOLEAN))
                    .orElseThrow();
            statements.add(new TypedStatement.If(span, all, returning(span, specialised), Optional.empty()));
            statements.addAll(failures);
            statements.add(returning(span, otherwise.get()));
        }
        return new TypedStatement.Block(span, statements);
    }

    private TypedStatement returning(Span span, TypedExpression value) {
        boolean isVoid = function.result() == PrimitiveType.VOID || function.result() == PrimitiveType.NEVER;
        return isVoid
                ? new TypedStatement.Block(
                        span,
                        List.of(new TypedStatement.Evaluate(span, value), new TypedStatement.Return(span, Optional.empty())))
                : new TypedStatement.Return(span, Optional.of(value));
    }
}
