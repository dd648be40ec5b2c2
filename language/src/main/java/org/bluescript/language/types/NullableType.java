package org.bluescript.language.types;

/** {@code T | null} for a reference type {@code T} that is not itself nullable. */
public record NullableType(Type of) implements Type {
    public NullableType {
        if (!of.isReference() || of instanceof NullableType || of == PrimitiveType.NULL) {
            throw new IllegalArgumentException("no nullable type of " + of);
        }
    }

    /** The type of the values that are not null: {@code T} of {@code T | null}, else the type itself. */
    public static Type without(Type type) {
        return type instanceof NullableType n ? n.of() : type;
    }

    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        return (of instanceof FunctionType ? "(" + of + ")" : of.toString()) + " | null";
    }
}
