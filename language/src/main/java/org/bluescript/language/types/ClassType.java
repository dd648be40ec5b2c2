package org.bluescript.language.types;

/** Instances of a class or of a subclass. A class is known by its name and the module that declares it. */
public record ClassType(String module, String name) implements Type {
    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        return name;
    }
}
