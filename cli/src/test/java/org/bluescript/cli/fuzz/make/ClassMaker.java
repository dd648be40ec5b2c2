package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/** Makes classes: first what they look like to others, then their text. */
final class ClassMaker {
    private final Maker make;
    private final Chooser chooser;
    private final AccessorMaker accessors;

    ClassMaker(Maker make) {
        this.make = make;
        this.accessors = new AccessorMaker(make);
        this.chooser = make.chooser();
    }

    /** Adds a class to the world, perhaps a subclass of an earlier one, without methods of its own. */
    ClassShape announce() {
        ClassShape shape = shape(superclass());
        make.world().add(shape);
        return shape;
    }

    /** Adds an abstract class and a subclass of it that is not. */
    void announceAbstract() {
        ClassShape shape = shape(superclass());
        ClassShape standIn = shape(Optional.of(shape));
        shape.setStandIn(standIn);
        make.world().add(shape);
        make.world().add(standIn);
    }

    private Optional<ClassShape> superclass() {
        List<ClassShape> earlier = make.world().classes();
        return !earlier.isEmpty() && chooser.percent(60) ? Optional.of(chooser.of(earlier)) : Optional.empty();
    }

    private ClassShape shape(Optional<ClassShape> superclass) {
        ClassShape shape = new ClassShape(make.world().name("C"), superclass);
        for (int i = chooser.between(0, 4); i > 0; i--) {
            shape.ownFields().add(new Variable(make.world().name("f"), make.anyType(2), chooser.percent(85)));
        }
        if (chooser.percent(40)) {
            take(shape);
        }
        accessors.announce(shape);
        if (chooser.percent(25)) {
            shape.statics().add(new Variable(make.world().name("s"), make.anyType(0), true));
        }
        superclass.ifPresent(s -> shape.parameters().addAll(s.parameters()));
        shape.ownFields().stream()
                .filter(f -> isEasy(f.type()) && chooser.percent(50))
                .forEach(f -> shape.parameters().add(new Variable("p_" + f.name(), f.type(), false)));
        return shape;
    }

    /** The properties of an interface, so that the class fits it. */
    private void take(ClassShape shape) {
        List<Shape> found = make.world().shapes().stream()
                .filter(s -> s instanceof InterfaceShape i && i.tag().isEmpty()
                        && shape.fields().stream().noneMatch(f -> i.fields().stream().anyMatch(o -> o.name().equals(f.name()))))
                .toList();
        if (!found.isEmpty()) {
            shape.ownFields().addAll(chooser.of(found).fields());
        }
    }

    /** Whether a constant can be given for it without making objects. */
    private static boolean isEasy(ValueType type) {
        return type instanceof ValueType.Simple || type instanceof ValueType.EnumOf || type instanceof ValueType.Nullable;
    }

    /** Decides on methods, when all classes are there to be their parameters and results. */
    void announceMethods(ClassShape shape) {
        for (FunctionShape inherited : shape.superclass().map(ClassShape::methods).orElse(List.of())) {
            boolean must = shape.standIn().isEmpty() && shape.leavesOpen(inherited);
            if (must || chooser.percent(50)) {
                shape.ownMethods().add(inherited);
            }
        }
        for (int i = chooser.between(0, 2); i > 0; i--) {
            FunctionShape method = make.functionShape("m");
            shape.ownMethods().add(method);
            if (shape.standIn().isPresent() && chooser.percent(60)) {
                shape.abstractMethods().add(method);
            }
        }
    }

    /** @param early what initialisers and constructors see */
    Node declaration(ClassShape shape, Scope early, Scope globals) {
        List<Node> members = new ArrayList<>();
        List<Variable> given = shape.parameters().stream().filter(p -> fieldOf(shape, p).isPresent()).toList();
        List<Variable> declaring = given.stream().filter(p -> chooser.percent(40)).toList();
        for (Variable field : shape.ownFields()) {
            if (declaring.stream().anyMatch(p -> p.name().equals("p_" + field.name()))) {
                continue;
            }
            boolean initialised = given.stream().noneMatch(p -> p.name().equals("p_" + field.name()));
            Scope scope = early.function(new Scope.Body(ValueType.Simple.VOID, Optional.empty(), false, false));
            Node head = Node.of(Node.Role.ITEM, "",
                    (field.assignable() ? "" : "readonly ") + field.name() + ": " + field.type().text());
            members.add(initialised
                    ? Node.statement(head, " = ", 
                            make.world().before(shape, () -> make.assignable(field.type(), scope, 1)), ";")
                    : Node.statement(head, ";"));
        }
        for (Variable variable : shape.statics()) {
            members.add(Node.statement("static " + variable.name() + ": " + variable.type().text() + " = ",
                    new Constants().make(make, variable.type(), early, 0), ";"));
        }
        if (!given.isEmpty() || chooser.percent(20)) {
            members.add(constructor(shape, given, declaring, early));
        }
        members.addAll(accessors.declarations(shape, early));
        shape.ownMethods().forEach(m -> members.add(method(shape, m, globals)));
        return Node.statement((shape.standIn().isPresent() ? "abstract class " : "class ") + shape.name()
                + shape.superclass().map(s -> " extends " + s.name()).orElse("") + implemented(shape) + " ", Node.block(members));
    }

    private String implemented(ClassShape shape) {
        List<String> names = make.world().shapes().stream()
                .filter(s -> s instanceof InterfaceShape i && i.alias().isPresent() && shape.fits(i) && chooser.percent(50))
                .map(Shape::name)
                .toList();
        return names.isEmpty() ? "" : " implements " + String.join(", ", names);
    }

    private static Optional<Variable> fieldOf(ClassShape shape, Variable parameter) {
        return shape.ownFields().stream().filter(f -> parameter.name().equals("p_" + f.name())).findFirst();
    }

    /** @param declaring parameters that are properties at the same time */
    private Node constructor(ClassShape shape, List<Variable> given, List<Variable> declaring, Scope early) {
        List<Node> lines = new ArrayList<>();
        List<String> names = shape.parameters().stream()
                .map(p -> (declaring.contains(p) ? property(fieldOf(shape, p).orElseThrow()) : p.name()) + ": " + p.type().text())
                .toList();
        shape.superclass().ifPresent(s -> lines.add(Node.statement(
                "super(" + String.join(", ", s.parameters().stream().map(Variable::name).toList()) + ");")));
        given.stream().filter(p -> !declaring.contains(p)).forEach(p -> lines.add(Node.statement("this." + p.name().substring(2) + " = " + p.name() + ";")));
        Scope scope = early.function(
                new Scope.Body(ValueType.Simple.VOID, Optional.of(shape), false, false));
        shape.parameters().forEach(
                p -> scope.add(declaring.contains(p) ? new Variable(p.name().substring(2), p.type(), false) : p));
        for (int i = chooser.between(0, 2); i > 0; i--) {
            lines.add(make.world().before(shape, () -> make.statement(scope)));
        }
        return Node.statement("constructor(" + String.join(", ", names) + ") ", Node.block(lines));
    }

    private static String property(Variable field) {
        return (field.assignable() ? "public " : "readonly ") + field.name();
    }

    private Node method(ClassShape shape, FunctionShape method, Scope globals) {
        if (shape.abstractMethods().contains(method)) {
            return Node.statement("abstract " + method.name() + method.head() + ";");
        }
        Scope scope = globals.function(new Scope.Body(method.result(), Optional.of(shape), true, true));
        Node parameters = Signatures.parameters(make, method.type(), scope);
        return Node.statement(method.name(), parameters, ": " + method.result().text() + " ",
                FunctionLiterals.body(make, method.result(), scope));
    }
}
