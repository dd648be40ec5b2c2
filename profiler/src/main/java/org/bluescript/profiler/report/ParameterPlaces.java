package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;

/**
 * Where a function's text names its parameters. The typed tree does not tell, so they are looked for: each name behind the one before.
 * What is not found, {@code this} or the parts of a pattern, has no place; a name that a default value mentions before its own place
 * may be found there.
 */
final class ParameterPlaces {
    private final List<Optional<Span>> places;
    private final Optional<Span> result;

    private ParameterPlaces(List<Optional<Span>> places, Optional<Span> result) {
        this.places = places;
        this.result = result;
    }

    static ParameterPlaces of(TypedFunction function) {
        Span span = function.span();
        String text = span.text();
        boolean hasHead = function.kind() != TypedFunction.Kind.TOP_LEVEL && !text.isEmpty();
        int open = text.indexOf('(');
        int arrow = text.indexOf("=>");
        boolean isBare = open < 0 || arrow >= 0 && arrow < open;
        int close = !hasHead || isBare ? -1 : closing(text, open);
        int end = isBare ? Math.max(arrow, 0) : Math.max(close, 0);
        List<Optional<Span>> places = new ArrayList<>();
        int from = isBare ? 0 : open + 1;
        for (Local parameter : function.parameters()) {
            int at = hasHead ? word(text, parameter.name(), from, end) : -1;
            if (at < 0) {
                places.add(Optional.empty());
            } else {
                from = at + parameter.name().length();
                places.add(Optional.of(new Span(span.file(), span.start() + at, span.start() + from)));
            }
        }
        Optional<Span> result = close < 0
                ? Optional.empty()
                : Optional.of(new Span(span.file(), span.start() + close, span.start() + close + 1));
        return new ParameterPlaces(places, result);
    }

    /** The name of the parameter of this index. */
    Optional<Span> place(int index) {
        return places.get(index);
    }

    /** The parenthesis behind the parameters, which the type of the result would follow. */
    Optional<Span> result() {
        return result;
    }

    /** The parenthesis that closes the one at {@code open}; -1 if there is none. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                default -> { }
            }
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int word(String text, String name, int from, int end) {
        for (int at = text.indexOf(name, from); at >= 0 && at + name.length() <= end; at = text.indexOf(name, at + 1)) {
            boolean begins = at == 0 || !Character.isUnicodeIdentifierPart(text.charAt(at - 1));
            int behind = at + name.length();
            if (begins && (behind == text.length() || !Character.isUnicodeIdentifierPart(text.charAt(behind)))) {
                return at;
            }
        }
        return -1;
    }
}
