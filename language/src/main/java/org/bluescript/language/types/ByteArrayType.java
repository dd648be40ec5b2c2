package org.bluescript.language.types;

/** {@code Uint8Array}: fixed length, elements are integers from 0 to 255, stores wrap. */
public enum ByteArrayType implements Type {
    UINT8;

    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        return "Uint8Array";
    }
}
