package org.bluescript.profiler.report;

import java.util.List;
import java.util.stream.Stream;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * What was seen at one place.
 *
 * @param name a parameter's name, {@link #RESULT}, or empty for the value of an expression
 * @param types as texts, sorted; of a place whose type is known without looking this type alone
 */
public record SeenTypes(String name, List<String> types) {
    /** The name of a function's result, which no parameter has. */
    public static final String RESULT = "result";

    /** Stands for values that no type tells. */
    private static final String OTHERS = "functions or many types";

    public SeenTypes {
        types = List.copyOf(types);
    }

    public static SeenTypes of(String name, Seen seen) {
        Stream<String> types = seen.types().stream()
                .sorted((a, b) -> order(a) == order(b) ? a.toString().compareTo(b.toString()) : order(a) - order(b))
                .map(Type::toString);
        return new SeenTypes(name, Stream.concat(types, seen.others() ? Stream.of(OTHERS) : Stream.of()).toList());
    }

    /** {@code null} comes last, as in a type. */
    private static int order(Type type) {
        return type == PrimitiveType.NULL ? 1 : 0;
    }

    /** {@code integer | float}; empty if nothing was seen. */
    public String text() {
        return String.join(" | ", types);
    }
}
