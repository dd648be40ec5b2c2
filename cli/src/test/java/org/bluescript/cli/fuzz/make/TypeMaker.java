package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/** Makes interfaces, object types and unions: adds them to the world, and gives their declarations. */
final class TypeMaker {
    private final Maker make;
    private final Chooser chooser;

    TypeMaker(Maker make) {
        this.make = make;
        this.chooser = make.chooser();
    }

    /** Of objects with properties: nobody's own type, but literals' and of classes that take the same properties. */
    Optional<Node> announceRecord() {
        List<InterfaceShape> extensible = make.world().shapes().stream()
                .filter(InterfaceShape.class::isInstance)
                .map(InterfaceShape.class::cast)
                .filter(i -> i.alias().isPresent() && i.tag().isEmpty())
                .toList();
        Optional<InterfaceShape> extended =
                extensible.isEmpty() || chooser.percent(65) ? Optional.empty() : Optional.of(chooser.of(extensible));
        return add(extended, Optional.empty(), members(), List.of());
    }

    private List<InterfaceShape.Member> members() {
        List<InterfaceShape.Member> members = new ArrayList<>();
        for (int i = chooser.between(1, 3); i > 0; i--) {
            members.add(member(make.anyType(1), chooser.percent(85), chooser.percent(20)));
        }
        return members;
    }

    private InterfaceShape.Member member(ValueType type, boolean assignable, boolean optional) {
        boolean canBeLeftOut = optional && type.isReference();
        ValueType held = canBeLeftOut ? new ValueType.Nullable(type) : type;
        return new InterfaceShape.Member(new Variable(make.world().name("f"), held, assignable), canBeLeftOut);
    }

    /** Of some of a class's members: it and its subclasses fit. */
    Optional<Node> announceView(ClassShape shape) {
        List<InterfaceShape.Member> members = new ArrayList<>();
        for (Variable field : shape.fields()) {
            if (chooser.percent(60)) {
                boolean wider = field.type() == ValueType.Simple.INTEGER && chooser.percent(30);
                members.add(new InterfaceShape.Member(
                        new Variable(field.name(), wider ? ValueType.Simple.FLOAT : field.type(),
                                !wider && field.assignable()),
                        false));
            }
        }
        if (chooser.percent(20)) {
            members.add(member(make.anyType(1), true, true));
        }
        List<FunctionShape> methods = shape.methods().stream().filter(m -> chooser.percent(60)).toList();
        List<InterfaceShape.Member> seen = members.stream()
                .filter(m -> m.optional() || shape.fields().stream().anyMatch(f -> f.name().equals(m.field().name())))
                .toList();
        return seen.isEmpty() && methods.isEmpty() ? Optional.empty() : add(Optional.empty(), Optional.empty(), seen, methods);
    }

    private Optional<Node> add(
            Optional<InterfaceShape> extended, Optional<String> tag, List<InterfaceShape.Member> members,
            List<FunctionShape> methods) {
        boolean named = extended.isPresent() || chooser.percent(75);
        Optional<String> alias = named ? Optional.of(make.world().name("I")) : Optional.empty();
        InterfaceShape shape = new InterfaceShape(alias, extended, tag, members, methods);
        make.world().add(new ValueType.ObjectOf(shape));
        if (!named) {
            return Optional.empty();
        }
        return Optional.of(Node.statement(extended.isPresent() || chooser.percent(60)
                ? "interface " + shape.name() + extended.map(e -> " extends " + e.name()).orElse("") + " " + shape.ownText()
                : "type " + shape.name() + " = " + shape.ownText() + ";"));
    }

    /** Of types that can be told apart; either objects with a property that says what they are, or anything else. */
    List<Node> announceUnion() {
        List<Node> lines = new ArrayList<>();
        List<ValueType> types = chooser.percent(35) ? tagged(lines) : distinct();
        if (types.size() < 2) {
            return lines;
        }
        boolean named = chooser.percent(70);
        UnionShape union = new UnionShape(named ? Optional.of(make.world().name("U")) : Optional.empty(), types);
        make.world().add(new ValueType.UnionOf(union));
        if (named) {
            lines.add(Node.statement("type " + union.name() + " = " + union.ownText() + ";"));
        }
        return lines;
    }

    private List<ValueType> tagged(List<Node> lines) {
        List<ValueType> types = new ArrayList<>();
        for (int i = chooser.between(2, 4); i > 0; i--) {
            add(Optional.empty(), Optional.of(make.world().name("k")), members(), List.of()).ifPresent(lines::add);
            types.add(make.world().types().getLast());
        }
        return types;
    }

    /** What {@code typeof} tells apart comes first, then classes, then one type that is nothing of that. */
    private List<ValueType> distinct() {
        List<ValueType> types = new ArrayList<>();
        if (chooser.percent(50)) {
            types.add(chooser.of(ValueType.Simple.INTEGER, ValueType.Simple.FLOAT));
        }
        if (chooser.percent(50)) {
            types.add(ValueType.Simple.STRING);
        }
        if (chooser.percent(25)) {
            types.add(ValueType.Simple.BOOLEAN);
        }
        List<ClassShape> classes = make.world().classes();
        for (int i = classes.isEmpty() ? 0 : chooser.between(0, 2); i > 0; i--) {
            ClassShape found = chooser.of(classes);
            if (types.stream().noneMatch(t -> t instanceof ValueType.ObjectOf(ClassShape c)
                    && (c.isSubclassOf(found) || found.isSubclassOf(c) || c.testedName().equals(found.testedName())))) {
                types.add(new ValueType.ObjectOf(found));
            }
        }
        if (types.size() < 2 || chooser.percent(25)) {
            types.add(new ValueType.ArrayOf(chooser.of(ValueType.Simple.INTEGER, ValueType.Simple.STRING, ValueType.Simple.FLOAT)));
        }
        return types;
    }
}
