package org.bluescript.language.check;

/** A name that every program knows: a function such as {@code print} or a namespace such as {@code Math}. */
record BuiltinSymbol(String name, boolean isNamespace) implements Symbol {
    @Override
    public String kind() {
        return isNamespace ? "built-in object" : "built-in function";
    }
}
