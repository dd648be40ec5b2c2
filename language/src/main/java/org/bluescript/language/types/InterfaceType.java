package org.bluescript.language.types;

/**
 * Objects that have certain members, whatever their class. An interface is known by its name and the module that declares it; an
 * object type without a name of its own by its members.
 */
public record InterfaceType(String module, String name) implements Type {
    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        return name;
    }
}
