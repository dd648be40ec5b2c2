package org.bluescript.language.check;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Makes unions, in the one form that each has, and takes them apart. */
final class Unions {
    private Unions() {}

    /** The type of values of any of the types; {@code never} of none. */
    static Type of(Collection<? extends Type> types) {
        Set<Type> members = new LinkedHashSet<>();
        types.forEach(t -> members.addAll(membersOf(t)));
        if (members.contains(PrimitiveType.ANY)) {
            return PrimitiveType.ANY;
        }
        if (members.contains(PrimitiveType.NEVER) || members.isEmpty()) {
            return PrimitiveType.NEVER;
        }
        if (members.stream().allMatch(Type::isReference)) {
            boolean nullable = members.size() > 1 && members.remove(PrimitiveType.NULL);
            Type whole = single(members);
            return nullable ? new NullableType(whole) : whole;
        }
        return single(members);
    }

    private static Type single(Set<Type> members) {
        return members.size() == 1 ? members.iterator().next() : new UnionType(members);
    }

    /** The types of which the type is a union, null among them; the type itself if it is none. */
    static List<Type> membersOf(Type type) {
        return switch (type) {
            case UnionType t -> List.copyOf(t.members());
            case NullableType t -> {
                Set<Type> members = new LinkedHashSet<>(membersOf(t.of()));
                members.add(PrimitiveType.NULL);
                yield List.copyOf(members);
            }
            default -> List.of(type);
        };
    }

    static boolean isUnion(Type type) {
        return type instanceof UnionType || type instanceof NullableType;
    }

    /** The union of the members that are kept; nothing if none is. */
    static Optional<Type> filter(Type type, Predicate<Type> kept) {
        List<Type> remaining = membersOf(type).stream().filter(kept).toList();
        return remaining.isEmpty() ? Optional.empty() : Optional.of(of(remaining));
    }
}
