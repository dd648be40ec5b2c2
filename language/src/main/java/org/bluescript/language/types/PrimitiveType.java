package org.bluescript.language.types;

/** The types that need no further description. */
public enum PrimitiveType implements Type {
    INTEGER("integer", Representation.INTEGER),
    FLOAT("float", Representation.FLOAT),
    BOOLEAN("boolean", Representation.BOOLEAN),
    STRING("string", Representation.REFERENCE),
    /** The type of {@code null} and {@code undefined}. */
    NULL("null", Representation.REFERENCE),
    /** Every value with its dynamic type. */
    ANY("any", Representation.WORD),
    VOID("void", Representation.NOTHING),
    /** The result of what does not return. */
    NEVER("never", Representation.NOTHING);

    private final String text;
    private final Representation representation;

    PrimitiveType(String text, Representation representation) {
        this.text = text;
        this.representation = representation;
    }

    @Override
    public Representation representation() {
        return representation;
    }

    @Override
    public String toString() {
        return text;
    }
}
