package org.bluescript.language.types;

/** Instances of a class or of a subclass. A class is known by its name and the module that declares it. */
public record ClassType(String module, String name) implements Type {
    /** Whether it is the class of object literals: called after its properties. */
    public boolean isShape() {
        return name.startsWith("{");
    }

    /** What {@code [object …]} shows. */
    public String displayName() {
        return isShape() ? "Object" : name;
    }

    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        return name;
    }
}
