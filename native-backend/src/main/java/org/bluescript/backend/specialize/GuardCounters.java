package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Numbers the guards of a program, if they are to be counted. */
final class GuardCounters {
    private final boolean counts;
    private final Map<Key, Integer> numbers = new LinkedHashMap<>();

    /** Copies of one guard are one. */
    private record Key(FunctionId function, Span place, Guard.Site site, Type expected) {}

    GuardCounters(boolean counts) {
        this.counts = counts;
    }

    boolean areCounted() {
        return counts;
    }

    /** Counts a failure for the word. */
    TypedExpression failure(FunctionId function, Span place, Guard.Site site, Type expected, TypedExpression word) {
        int number = numbers.computeIfAbsent(new Key(function, place, site, expected), k -> numbers.size());
        return new TypedExpression.GuardFailure(place, number, word);
    }

    /** The value, after a failure for the word has been counted; only the value if nothing is counted. */
    TypedExpression failing(
            FunctionId function, Span place, Guard.Site site, Type expected, TypedExpression word, TypedExpression value) {
        if (!counts) {
            return value;
        }
        TypedExpression.Temporary failure =
                new TypedExpression.Temporary(new Local("t", PrimitiveType.VOID), failure(function, place, site, expected, word));
        return new TypedExpression.Let(place, List.of(failure), value);
    }

    List<Guard> all() {
        List<Guard> result = new ArrayList<>();
        numbers.forEach((key, number) -> result.add(new Guard(number, key.function(), key.place(), key.site(), key.expected())));
        return result;
    }
}
