package org.bluescript.language.types;

/** Arrays of fixed length with elements of a width of their own; stores wrap to it. */
public enum TypedArrayType implements Type {
    UINT8("Uint8Array"),
    INT8("Int8Array"),
    INT16("Int16Array"),
    UINT16("Uint16Array"),
    INT32("Int32Array"),
    FLOAT32("Float32Array");

    private final String text;

    TypedArrayType(String text) {
        this.text = text;
    }

    /** What a program reads from an element and stores in it. */
    public PrimitiveType element() {
        return this == FLOAT32 ? PrimitiveType.FLOAT : PrimitiveType.INTEGER;
    }

    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        return text;
    }
}
