package org.bluescript.language.types;

/** A subtype of {@code integer} with named values, declared in a module. */
public record EnumType(String module, String name) implements Type {
    @Override
    public Representation representation() {
        return Representation.INTEGER;
    }

    @Override
    public String toString() {
        return name;
    }
}
