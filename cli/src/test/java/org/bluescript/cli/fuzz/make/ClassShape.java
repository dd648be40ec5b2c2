package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** A generated class, as its users see it. Classes refer to each other, so each is only itself. */
final class ClassShape implements Shape {
    private final String name;
    private final Optional<ClassShape> superclass;
    private final List<Variable> parameters = new ArrayList<>();
    private final List<Variable> ownFields = new ArrayList<>();
    /** Properties with a getter, and a setter if they can be assigned; overriding ones included. */
    private final List<Variable> ownAccessors = new ArrayList<>();
    private final List<Variable> statics = new ArrayList<>();
    private final List<FunctionShape> ownMethods = new ArrayList<>();
    private final List<FunctionShape> abstractMethods = new ArrayList<>();
    private Optional<ClassShape> standIn = Optional.empty();

    ClassShape(String name, Optional<ClassShape> superclass) {
        this.name = name;
        this.superclass = superclass;
    }

    @Override
    public String name() {
        return name;
    }

    /** What stands behind {@code instanceof}: which type arguments are meant it finds out itself. */
    String testedName() {
        return name.replaceFirst("<.*", "");
    }

    /** Makes it abstract: where an instance of exactly this class is wanted, there is one of that subclass. */
    void setStandIn(ClassShape subclass) {
        standIn = Optional.of(subclass);
    }

    /** Empty if the class is not abstract. */
    Optional<ClassShape> standIn() {
        return standIn;
    }

    /** Some of its own methods. */
    List<FunctionShape> abstractMethods() {
        return abstractMethods;
    }

    /** Whether a method has no body yet. */
    boolean leavesOpen(FunctionShape method) {
        return ownMethods.contains(method)
                ? abstractMethods.contains(method)
                : superclass.filter(s -> s.leavesOpen(method)).isPresent();
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

    List<Variable> ownAccessors() {
        return ownAccessors;
    }

    List<Variable> accessors() {
        List<Variable> all = new ArrayList<>(superclass.map(ClassShape::accessors).orElse(List.of()));
        ownAccessors.stream().filter(a -> !all.contains(a)).forEach(all::add);
        return all;
    }

    List<Variable> statics() {
        return statics;
    }

    /** Those that it declares itself, overriding ones included. */
    List<FunctionShape> ownMethods() {
        return ownMethods;
    }

    @Override
    public List<Variable> fields() {
        List<Variable> all = new ArrayList<>(superclass.map(ClassShape::fields).orElse(List.of()));
        all.addAll(ownFields);
        ownAccessors.stream().filter(a -> !all.contains(a)).forEach(all::add);
        return all;
    }

    @Override
    public List<FunctionShape> methods() {
        List<FunctionShape> all = new ArrayList<>(superclass.map(ClassShape::methods).orElse(List.of()));
        ownMethods.stream().filter(m -> all.stream().noneMatch(a -> a.name().equals(m.name()))).forEach(all::add);
        return all;
    }

    boolean isSubclassOf(ClassShape other) {
        return this == other || superclass.isPresent() && superclass.get().isSubclassOf(other);
    }

    @Override
    public boolean fits(Shape wanted) {
        return switch (wanted) {
            case ClassShape other -> isSubclassOf(other);
            case InterfaceShape shape ->
                shape.tag().isEmpty()
                        && shape.members().stream().allMatch(this::has)
                        && shape.methods().stream().allMatch(methods()::contains);
        };
    }

    private boolean has(InterfaceShape.Member member) {
        Optional<Variable> own = fields().stream().filter(f -> f.name().equals(member.field().name())).findFirst();
        if (own.isEmpty()) {
            return member.optional();
        }
        return member.field().assignable()
                ? own.get().equals(member.field())
                : own.get().type().isAssignableTo(member.field().type());
    }

    @Override
    public String fallback() {
        if (standIn.isPresent()) {
            return "(" + standIn.get().fallback() + " as " + name + ")";
        }
        StringJoiner text = new StringJoiner(", ", "new " + name + "(", ")");
        parameters.forEach(p -> text.add(p.type().fallback()));
        return text.toString();
    }
}
