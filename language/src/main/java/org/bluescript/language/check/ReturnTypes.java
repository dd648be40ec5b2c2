package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** What a function is to return, as far as that is known, and what its return statements were found to return. */
final class ReturnTypes {
    private final Optional<Type> wanted;
    private final boolean inferred;
    private final List<Type> found = new ArrayList<>();
    private boolean failed;

    private ReturnTypes(Optional<Type> wanted, boolean inferred) {
        this.wanted = wanted;
        this.inferred = inferred;
    }

    /** The program says, or the context demands, what is returned. */
    static ReturnTypes of(Type declared) {
        return new ReturnTypes(Optional.of(declared), false);
    }

    /** The body decides; {@code expected} is what an earlier round found. */
    static ReturnTypes inferred(Optional<Type> expected) {
        return new ReturnTypes(expected, true);
    }

    boolean isInferred() {
        return inferred;
    }

    /** The type to which returned values must be converted, if it is known already. */
    Optional<Type> wanted() {
        return wanted;
    }

    /** Adds the type of a returned value ({@code void} for a return without one), before any conversion. */
    void add(Type type, Span span, Round round) {
        if (!failed && !found.isEmpty() && inferred) {
            Type before = joined(round.assignability());
            if (!isJoinable(before, type, round.assignability())) {
                failed = true;
                round.error(
                        span,
                        "the function returns " + shown(before) + " elsewhere, but " + shown(type) + " here",
                        "declare the type of its result");
                return;
            }
        }
        if (!failed) {
            found.add(type);
        }
    }

    /** The narrowest type of everything returned; {@code void} if no value is. */
    Type joined(Assignability assignability) {
        Type result = found.isEmpty() ? PrimitiveType.VOID : PrimitiveType.NEVER;
        for (Type type : found) {
            result = assignability.join(result, type).orElse(PrimitiveType.NEVER);
        }
        return result;
    }

    /** Whether a value was returned. */
    boolean hasValues() {
        return found.stream().anyMatch(t -> t != PrimitiveType.VOID);
    }

    /** Whether values of different forms were returned, so that some must be converted. */
    boolean needsConversion(Type result) {
        return found.stream().anyMatch(t ->
                !Assignability.isUnknown(t)
                        && (t.representation() != result.representation() || Assignability.isOpenArray(t)));
    }

    private static boolean isJoinable(Type a, Type b, Assignability assignability) {
        boolean oneIsVoid = (a == PrimitiveType.VOID) != (b == PrimitiveType.VOID);
        boolean oneIsUnknown = Assignability.isUnknown(a) || Assignability.isUnknown(b);
        return oneIsUnknown || !oneIsVoid && assignability.join(a, b).isPresent();
    }

    private static String shown(Type type) {
        return type == PrimitiveType.VOID ? "nothing" : type.toString();
    }
}
