package org.bluescript.language.types;

/**
 * {@code T[]}. The element type is any type with values. A value of the type {@code any[]} may be an array of another kind, seen as one of
 * words.
 *
 * @param isPlain whether it is known that the value is no such view; in the source nobody can say so, specialised functions find out
 */
public record ArrayType(Type element, boolean isPlain) implements Type {
    public ArrayType(Type element) {
        this(element, false);
    }

    /** Whether what elements are like must be looked up in the array itself. */
    public boolean mayBeView() {
        return element == PrimitiveType.ANY && !isPlain;
    }

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
