package org.bluescript.language.profile;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/**
 * The types of the values that were seen at one place.
 *
 * @param types each the most exact type of some value: integer, float, boolean, string, null, a class whose direct instance it was, an
 *     array type, a typed array type
 * @param others whether there were values that none of these types tells: functions, or more types than are worth keeping
 */
public record Seen(Set<Type> types, boolean others) {
    /** Nothing was seen. */
    public static final Seen NOTHING = new Seen(Set.of(), false);

    /** More types than this are not kept apart. */
    public static final int MOST_TYPES = 6;

    public Seen {
        if (types.size() > MOST_TYPES) {
            types = Set.of();
            others = true;
        }
        types.forEach(Seen::requireExact);
        types = Collections.unmodifiableSet(new LinkedHashSet<>(types));
    }

    public static Seen of(Type... types) {
        return new Seen(new LinkedHashSet<>(java.util.List.of(types)), false);
    }

    /** What was seen here or there. */
    public Seen and(Seen other) {
        Set<Type> all = new LinkedHashSet<>(types);
        all.addAll(other.types);
        return new Seen(all, others || other.others);
    }

    public boolean isNothing() {
        return types.isEmpty() && !others;
    }

    /** The type of all of them, if that is one. */
    public Optional<Type> only() {
        return types.size() == 1 && !others ? Optional.of(types.iterator().next()) : Optional.empty();
    }

    private static void requireExact(Type type) {
        boolean exact = switch (type) {
            case ClassType c -> true;
            case ArrayType a -> true;
            case TypedArrayType t -> true;
            case PrimitiveType p ->
                switch (p) {
                    case INTEGER, FLOAT, BOOLEAN, STRING, NULL -> true;
                    case ANY, VOID, NEVER -> false;
                };
            default -> false;
        };
        if (!exact) {
            throw new IllegalArgumentException("no type of a value: " + type);
        }
    }
}
