package org.bluescript.language.types;

/** A static type. Types are values: two types are the same if and only if they are equal. {@code toString} is how the user writes it. */
public sealed interface Type permits PrimitiveType, EnumType, ArrayType, TypedArrayType, ClassType, InterfaceType, FunctionType, NullableType, UnionType {
    /** How a value of this type is held in a register, a field or an element. */
    Representation representation();

    /** Whether values are addresses of heap objects (or 0 for null). */
    default boolean isReference() {
        return representation() == Representation.REFERENCE;
    }

    /** Whether a value may keep a heap object alive: the collector must see it. */
    default boolean isTraced() {
        return isReference() || representation() == Representation.WORD;
    }
}
