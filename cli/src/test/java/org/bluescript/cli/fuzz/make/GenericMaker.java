package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluescript.cli.fuzz.text.Node;
import org.bluescript.cli.fuzz.text.Piece;

/** Makes functions and classes with type parameters. No instance needs ever larger ones: functions call only earlier ones. */
final class GenericMaker {
    private final Maker make;
    private final World world;
    private final Chooser chooser;

    GenericMaker(Maker make) {
        this.make = make;
        this.world = make.world();
        this.chooser = make.chooser();
    }

    /** The text of a function, which is known to the world then. */
    Node function(Scope globals) {
        List<ValueType.Parameter> parameters = new ArrayList<>();
        List<ValueType> open = new ArrayList<>();
        for (int i = chooser.of(1, 1, 2); i > 0; i--) {
            ValueType.Parameter parameter = new ValueType.Parameter(world.name("T"));
            parameters.add(parameter);
            open.addAll(List.of(parameter, new ValueType.ArrayOf(parameter)));
        }
        open.add(new ValueType.FunctionOf(List.of(parameters.getFirst()), List.of(), Optional.empty(), parameters.getLast()));
        return world.within(open, () -> function(parameters, open, globals));
    }

    private Node function(List<ValueType.Parameter> parameters, List<ValueType> open, Scope globals) {
        FunctionShape shape = make.functionShape("t");
        ValueType result = chooser.percent(50) ? chooser.of(open) : shape.result();
        Scope scope = globals.function(new Scope.Body(result, Optional.empty(), true, true));
        parameters.forEach(p -> scope.add(p.witness()));
        Node others = Signatures.parameters(make, shape.type(), scope);
        List<String> names = parameters.stream().map(ValueType.Parameter::name).toList();
        Node text = Node.statement("function " + shape.name() + "<" + String.join(", ", names) + ">", behind(parameters, others),
                ": " + result.text() + " ", FunctionLiterals.body(make, result, scope));
        List<ValueType> types = Stream.concat(parameters.stream(), shape.type().parameters().stream()).toList();
        world.genericFunctions().add(new GenericFunction(shape.name(), parameters,
                new ValueType.FunctionOf(types, shape.type().optional(), shape.type().rest(), result)));
        return text;
    }

    /** The same in parentheses, behind parameters of these types. */
    private static Node behind(List<ValueType.Parameter> parameters, Node others) {
        List<String> first = parameters.stream().map(p -> p.witness().name() + ": " + p.name()).toList();
        List<Piece> pieces = new ArrayList<>(others.pieces());
        pieces.set(0, new Piece.Words("(" + String.join(", ", first) + (pieces.size() > 2 ? ", " : "")));
        return Node.of(Node.Role.ITEM, "", pieces.toArray());
    }

    /** Adds a class to the world, once for each of two or three types. */
    void announceClass() {
        String name = world.name("B");
        ValueType.Parameter parameter = new ValueType.Parameter(world.name("T"));
        ClassShape open = new ClassShape(name + "<" + parameter.name() + ">", Optional.empty());
        Variable first = new Variable(world.name("f"), parameter, chooser.percent(60));
        open.ownFields().add(first);
        open.parameters().add(new Variable("p_" + first.name(), parameter, false));
        for (int i = chooser.below(3); i > 0; i--) {
            ValueType type = chooser.of(new ValueType.ArrayOf(parameter), ValueType.Simple.INTEGER, ValueType.Simple.FLOAT,
                    ValueType.Simple.STRING, ValueType.Simple.BOOLEAN);
            open.ownFields().add(new Variable(world.name("f"), type, true));
        }
        GenericClass made = new GenericClass(parameter, open, new ArrayList<>());
        Stream.generate(() -> make.anyType(1)).limit(chooser.between(2, 3)).distinct()
                .forEach(type -> made.instances().add(instance(name, made, type)));
        made.instances().forEach(i -> world.add(i.shape()));
        world.genericClasses().add(made);
    }

    private static GenericClass.Instance instance(String name, GenericClass made, ValueType type) {
        ClassShape shape = new ClassShape(name + "<" + type.text() + ">", Optional.empty());
        Substitution given = new Substitution();
        given.put(made.parameter(), type);
        given.put(new ValueType.ObjectOf(made.open()), new ValueType.ObjectOf(shape));
        made.open().ownFields().forEach(f -> shape.ownFields().add(given.of(f)));
        made.open().parameters().forEach(p -> shape.parameters().add(given.of(p)));
        return new GenericClass.Instance(shape, given);
    }

    /** Decides on its methods, when all classes are there. */
    void announceMethods(GenericClass made) {
        world.within(made.types(), () -> {
            for (int i = chooser.between(1, 3); i > 0; i--) {
                FunctionShape method = make.functionShape("m");
                // A default value would not know the constant.
                FunctionShape plain = new FunctionShape(method.name(), new ValueType.FunctionOf(
                        method.type().parameters(), List.of(), method.type().rest(), method.result()));
                made.open().ownMethods().add(plain);
                made.instances().forEach(instance -> instance.shape().ownMethods().add(instance.given().of(plain)));
            }
            return made;
        });
    }

    Node declaration(GenericClass made, Scope globals) {
        return world.within(made.types(), () -> {
            List<Node> members = new ArrayList<>();
            Variable first = made.open().ownFields().getFirst();
            for (Variable field : made.open().ownFields()) {
                members.add(Node.statement((field.assignable() ? "" : "readonly ") + field.name() + ": " + field.type().text()
                        + (field == first ? "" : " = " + field.type().fallback()) + ";"));
            }
            Variable given = made.open().parameters().getFirst();
            members.add(Node.statement("constructor(" + given.name() + ": " + given.type().text() + ") ",
                    Node.block(List.of(Node.statement("this." + first.name() + " = " + given.name() + ";")))));
            made.open().ownMethods().forEach(m -> members.add(method(made, m, first, globals)));
            return Node.statement("class " + made.open().name() + " ", Node.block(members));
        });
    }

    private Node method(GenericClass made, FunctionShape method, Variable first, Scope globals) {
        Scope scope = globals.function(new Scope.Body(method.result(), Optional.of(made.open()), true, true));
        Node parameters = Signatures.parameters(make, method.type(), scope);
        Variable witness = scope.add(made.parameter().witness());
        List<Node> lines = new ArrayList<>(List.of(Node.statement("const " + witness.name() + " = this." + first.name() + ";")));
        lines.addAll(FunctionLiterals.body(make, method.result(), scope).children());
        return Node.statement(method.name(), parameters, ": " + method.result().text() + " ", Node.block(lines));
    }
}
