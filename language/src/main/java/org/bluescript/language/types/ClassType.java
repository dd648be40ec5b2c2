package org.bluescript.language.types;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Instances of a class or of a subclass. A class is known by its name and the module that declares it, an instance of a generic
 * class moreover by its type arguments: {@code Box<integer>}.
 */
public record ClassType(String module, String name, List<Type> arguments) implements Type {
    public ClassType {
        arguments = List.copyOf(arguments);
    }

    public ClassType(String module, String name) {
        this(module, name, List.of());
    }

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
        return name + argumentList(arguments);
    }

    /** {@code <A, B>} as the user writes it; nothing if there are none. */
    public static String argumentList(List<? extends Type> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(Type::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
