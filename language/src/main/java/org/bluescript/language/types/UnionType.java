package org.bluescript.language.types;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values of any of at least two types, none of which is itself a union. Unions of references that may be null are a
 * {@link NullableType} of a union instead. The order of the members is only for what the user is shown.
 *
 * <p>A union is the same as another of the same members, unless its members mention it: then it is known by its name, the place
 * that declares it and its type arguments, and it has its members only after {@link #complete}.
 */
public final class UnionType implements Type {
    private final String declaredIn;
    private final String name;
    private final List<Type> arguments;
    private final Representation representation;
    private Set<Type> members;

    public UnionType(Set<Type> members) {
        this.declaredIn = "";
        this.name = "";
        this.arguments = List.of();
        this.representation = members.stream().allMatch(Type::isReference) ? Representation.REFERENCE : Representation.WORD;
        this.members = checked(members);
    }

    private UnionType(String declaredIn, String name, List<Type> arguments, Representation representation) {
        this.declaredIn = declaredIn;
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.representation = representation;
        this.members = Set.of();
    }

    /** A union whose members, which are about to be found, mention it. */
    public static UnionType recursive(String declaredIn, String name, List<Type> arguments, Representation representation) {
        return new UnionType(declaredIn, name, arguments, representation);
    }

    /** Gives a recursive union its members. */
    public void complete(Set<Type> found) {
        members = checked(found);
    }

    private static Set<Type> checked(Set<Type> members) {
        if (members.size() < 2 || members.stream().anyMatch(m -> m instanceof UnionType || m instanceof NullableType)) {
            throw new IllegalArgumentException("no union of " + members);
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    public Set<Type> members() {
        return members;
    }

    /** Whether the members mention the union, which then has a name. */
    public boolean isRecursive() {
        return !name.isEmpty();
    }

    /** What tells a recursive union from all others: where it is declared, and its name. */
    public String qualifiedName() {
        return declaredIn + ":" + name;
    }

    public String name() {
        return name;
    }

    /** The type arguments of a recursive union that has type parameters. */
    public List<Type> arguments() {
        return arguments;
    }

    /** A reference if all members are, else a word that tells which of them it is. */
    @Override
    public Representation representation() {
        return representation;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnionType u
                && qualifiedName().equals(u.qualifiedName())
                && arguments.equals(u.arguments)
                && (isRecursive() || members.equals(u.members));
    }

    @Override
    public int hashCode() {
        return isRecursive() ? name.hashCode() + 31 * arguments.hashCode() : members.hashCode();
    }

    @Override
    public String toString() {
        return isRecursive()
                ? name + ClassType.argumentList(arguments)
                : members.stream()
                        .map(m -> m instanceof FunctionType ? "(" + m + ")" : m.toString())
                        .collect(Collectors.joining(" | "));
    }
}
