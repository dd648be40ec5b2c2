package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A generated class, as its users see it. Classes refer to each other, so each is only itself. */
final class ClassShape {
    private final String name;
    private final Optional<ClassShape> superclass;
    private final List<Variable> parameters = new ArrayList<>();
    private final List<Variable> ownFields = new ArrayList<>();
    private final List<Variable> statics = new ArrayList<>();
    private final List<FunctionShape> ownMethods = new ArrayList<>();

    ClassShape(String name, Optional<ClassShape> superclass) {
        this.name = name;
        this.superclass = superclass;
    }

    String name() {
        return name;
    }

    Optional<ClassShape> superclass() {
        return superclass;
    }

    /** Of the constructor. */
    List<Variable> parameters() {
        return parameters;
    }

    List<Variable> ownFields() {
        return ownFields;
    }

    List<Variable> statics() {
        return statics;
    }

    /** Those that it declares itself, overriding ones included. */
    List<FunctionShape> ownMethods() {
        return ownMethods;
    }

    List<Variable> fields() {
        List<Variable> all = new ArrayList<>(superclass.map(ClassShape::fields).orElse(List.of()));
        all.addAll(ownFields);
        return all;
    }

    /** Each name once. */
    List<FunctionShape> methods() {
        List<FunctionShape> all = new ArrayList<>(superclass.map(ClassShape::methods).orElse(List.of()));
        ownMethods.stream().filter(m -> all.stream().noneMatch(a -> a.name().equals(m.name()))).forEach(all::add);
        return all;
    }

    boolean isSubclassOf(ClassShape other) {
        return this == other || superclass.isPresent() && superclass.get().isSubclassOf(other);
    }
}
