package org.bluescript.language.failure;

/** The built-in classes of errors, as TypeScript names them. */
public enum ErrorName {
    ERROR("Error"),
    RANGE("RangeError"),
    TYPE("TypeError");

    private final String text;

    ErrorName(String text) {
        this.text = text;
    }

    /** The name of the class, and what its instances say is their {@code name}. */
    public String text() {
        return text;
    }
}
