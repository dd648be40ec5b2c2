package org.bluescript.language.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.bluescript.language.types.Type;

/**
 * What is certain at a point of a function, whichever way control came there.
 *
 * @param reachable whether control can come there at all
 * @param narrowed paths of which more is known than their declarations say
 * @param unassigned variables, and properties of {@code this} in a constructor, that may not have got a value yet
 */
record Flow(boolean reachable, Map<Path, Type> narrowed, Set<Object> unassigned) {
    static final Flow START = new Flow(true, Map.of(), Set.of());
    static final Flow UNREACHABLE = new Flow(false, Map.of(), Set.of());

    /** What is certain where this flow and another meet. */
    Flow meet(Flow other, Assignability assignability) {
        if (!reachable) {
            return other;
        }
        if (!other.reachable || this.equals(other)) {
            return this;
        }
        Map<Path, Type> both = new HashMap<>();
        narrowed.forEach((path, type) -> {
            Type otherwise = other.narrowed.get(path);
            if (otherwise != null) {
                both.put(path, either(type, otherwise, assignability));
            }
        });
        Set<Object> either = new HashSet<>(unassigned);
        either.addAll(other.unassigned);
        return new Flow(true, both, either);
    }

    /** A value is of one of the types, and nothing is converted. */
    private static Type either(Type a, Type b, Assignability assignability) {
        boolean isConverted = Assignability.isNumeric(a) || Assignability.isNumeric(b);
        Optional<Type> joined = isConverted ? Optional.empty() : assignability.join(a, b);
        return joined.orElseGet(() -> Unions.of(List.of(a, b)));
    }

    Flow narrow(Path path, Type type) {
        if (!reachable) {
            return this;
        }
        Map<Path, Type> more = new HashMap<>(narrowed);
        more.put(path, type);
        return new Flow(true, more, unassigned);
    }

    /** Without what is known of the paths. */
    Flow forget(Predicate<Path> paths) {
        if (narrowed.keySet().stream().noneMatch(paths)) {
            return this;
        }
        Map<Path, Type> less = new HashMap<>(narrowed);
        less.keySet().removeIf(paths);
        return new Flow(reachable, less, unassigned);
    }

    Flow unassign(Object variable) {
        if (!reachable) {
            return this;
        }
        Set<Object> more = new HashSet<>(unassigned);
        more.add(variable);
        return new Flow(true, narrowed, more);
    }

    Flow assign(Object variable) {
        if (!unassigned.contains(variable)) {
            return this;
        }
        Set<Object> less = new HashSet<>(unassigned);
        less.remove(variable);
        return new Flow(reachable, narrowed, less);
    }

    boolean isUnassigned(Object variable) {
        return unassigned.contains(variable);
    }
}
