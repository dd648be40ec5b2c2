package org.bluescript.language.types;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values of any of at least two types, none of which is itself a union. Unions of references that may be null are a
 * {@link NullableType} of a union instead. The order of the members is only for what the user is shown.
 */
public record UnionType(Set<Type> members) implements Type {
    public UnionType {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
        if (members.size() < 2 || members.stream().anyMatch(m -> m instanceof UnionType || m instanceof NullableType)) {
            throw new IllegalArgumentException("no union of " + members);
        }
    }

    /** A reference if all members are, else a word that tells which of them it is. */
    @Override
    public Representation representation() {
        return members.stream().allMatch(Type::isReference) ? Representation.REFERENCE : Representation.WORD;
    }

    @Override
    public String toString() {
        return members.stream()
                .map(m -> m instanceof FunctionType ? "(" + m + ")" : m.toString())
                .collect(Collectors.joining(" | "));
    }
}
