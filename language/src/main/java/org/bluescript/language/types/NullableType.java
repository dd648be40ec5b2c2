package org.bluescript.language.types;

/** {@code T | null} for a reference type {@code T} that is not itself nullable. */
public record NullableType(Type of) implements Type {
    public NullableType {
        if (!of.isReference() || of instanceof NullableType || of == PrimitiveType.NULL) {
            throw new IllegalArgumentException("no nullable type of " + of);
        }
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
