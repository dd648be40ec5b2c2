package org.bluescript.language.types;

/** {@code T[]}. The element type is any type with values. */
public record ArrayType(Type element) implements Type {
    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        boolean bracket = element instanceof FunctionType || element instanceof NullableType;
        return (bracket ? "(" + element + ")" : element.toString()) + "[]";
    }
}
