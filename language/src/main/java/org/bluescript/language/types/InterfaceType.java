package org.bluescript.language.types;

import java.util.List;

/**
 * Objects that have certain members, whatever their class. An interface is known by its name and the module that declares it, an
 * instance of a generic one moreover by its type arguments; an object type without a name of its own by its members.
 */
public record InterfaceType(String module, String name, List<Type> arguments) implements Type {
    public InterfaceType {
        arguments = List.copyOf(arguments);
    }

    public InterfaceType(String module, String name) {
        this(module, name, List.of());
    }

    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        return name + ClassType.argumentList(arguments);
    }
}
