package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** The choice between versions for certain types and what is right for all, by the values that come in. */
final class Choice {
    private final TypedFunction function;
    private final GuardCounters counters;
    private final List<TypedExpression> words = new ArrayList<>();
    private final List<Guard.Site> sites = new ArrayList<>();
    private final List<Alternative> alternatives = new ArrayList<>();

    /**
     * A version.
     *
     * @param types what it takes
     * @param value what it gives for values of these types
     */
    private record Alternative(List<Type> types, Function<List<TypedExpression>, TypedExpression> value) {}

    Choice(TypedFunction function, GuardCounters counters) {
        this.function = function;
        this.counters = counters;
    }

    /** Something that comes in, which reading again does not change. */
    void add(TypedExpression read, Guard.Site site) {
        words.add(read);
        sites.add(site);
    }

    /** A version, after all that comes in is known. */
    void add(List<Type> types, Function<List<TypedExpression>, TypedExpression> value) {
        alternatives.add(new Alternative(types, value));
    }

    List<TypedExpression> words() {
        return words;
    }

    /** Gives the value of the first version that takes what comes in, else the other. */
    TypedStatement.Block between(Span span, Supplier<TypedExpression> otherwise) {
        List<TypedStatement> statements = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            List<TypedExpression> tests = new ArrayList<>();
            List<TypedExpression> narrowed = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                TypedExpression read = words.get(i);
                Type type = alternative.types().get(i);
                boolean isSame = type.equals(read.type());
                narrowed.add(isSame ? read : new TypedExpression.Convert(function.span(), Conversion.ANY_NARROWED, read, type));
                if (!isSame) {
                    tests.add(test(read, type));
                }
            }
            TypedStatement returning = returning(span, alternative.value().apply(narrowed));
            if (tests.isEmpty()) {
                statements.add(returning);
                return new TypedStatement.Block(span, statements);
            }
            statements.add(new TypedStatement.If(span, all(span, tests), returning, Optional.empty()));
        }
        for (int i = 0; i < words.size() && counters.areCounted(); i++) {
            failure(words.get(i), sites.get(i), i).ifPresent(statements::add);
        }
        statements.add(returning(span, otherwise.get()));
        return new TypedStatement.Block(span, statements);
    }

    private TypedExpression test(TypedExpression read, Type type) {
        return new TypedExpression.TypeTest(function.span(), read, type);
    }

    private static TypedExpression all(Span span, List<TypedExpression> tests) {
        TypedExpression no = new TypedExpression.BooleanConstant(span, false);
        return tests.reversed().stream()
                .reduce((rest, test) -> new TypedExpression.Conditional(span, test, rest, no, PrimitiveType.BOOLEAN))
                .orElseThrow();
    }

    private static TypedExpression any(Span span, List<TypedExpression> tests) {
        TypedExpression yes = new TypedExpression.BooleanConstant(span, true);
        return tests.reversed().stream()
                .reduce((rest, test) -> new TypedExpression.Conditional(span, test, yes, rest, PrimitiveType.BOOLEAN))
                .orElseThrow();
    }

    /** Counts a value that no version takes. That versions take all values, but not together, counts for none of them. */
    private Optional<TypedStatement> failure(TypedExpression read, Guard.Site site, int index) {
        Span span = function.span();
        List<Type> types = alternatives.stream().map(a -> a.types().get(index)).distinct().toList();
        if (types.contains(read.type())) {
            return Optional.empty();
        }
        List<TypedExpression> tests = types.stream().map(type -> test(read, type)).toList();
        TypedExpression failure = counters.failure(function.id(), span, site, types.getFirst(), read);
        return Optional.of(new TypedStatement.If(
                span,
                new TypedExpression.Not(span, any(span, tests)),
                new TypedStatement.Evaluate(span, failure),
                Optional.empty()));
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
