package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/**
 * Makes getters and setters. They run wherever a property may be used, constructors included: so they see what exists before any
 * object does, and count themselves as calls.
 */
final class AccessorMaker {
    private final Maker make;
    private final Chooser chooser;

    AccessorMaker(Maker make) {
        this.make = make;
        this.chooser = make.chooser();
    }

    /** Decides on a class's accessors, some of which override inherited ones. */
    void announce(ClassShape shape) {
        shape.superclass().map(ClassShape::accessors).orElse(List.of()).stream()
                .filter(a -> chooser.percent(40))
                .forEach(shape.ownAccessors()::add);
        if (chooser.percent(35)) {
            shape.ownAccessors().add(new Variable(make.world().name("f"), make.anyType(1), chooser.percent(70)));
        }
    }

    List<Node> declarations(ClassShape shape, Scope early) {
        List<Node> members = new ArrayList<>();
        for (Variable accessor : shape.ownAccessors()) {
            boolean overrides = shape.superclass().map(s -> s.accessors().contains(accessor)).orElse(false);
            make.world().before(shape, () -> members.addAll(declarations(shape, accessor, overrides, early)));
        }
        return members;
    }

    private List<Node> declarations(ClassShape shape, Variable accessor, boolean overrides, Scope early) {
        List<Node> members = new ArrayList<>();
        String text = accessor.type().text();
        String held = overrides ? "super." + accessor.name() : "this.b_" + accessor.name();
        if (!overrides) {
            Scope initial = early.function(new Scope.Body(ValueType.Simple.VOID, Optional.empty(), false, false));
            members.add(Node.statement(
                    "private b_" + accessor.name() + ": " + text + " = ", make.assignable(accessor.type(), initial, 1), ";"));
        }
        members.add(Node.statement("get " + accessor.name() + "(): " + text + " ", getter(shape, accessor.type(), held, early)));
        if (accessor.assignable()) {
            String value = make.world().name("p");
            members.add(Node.statement("set " + accessor.name() + "(" + value + ": " + text + ") ",
                    setter(shape, new Variable(value, accessor.type(), false), held, early)));
        }
        return members;
    }

    private Node getter(ClassShape shape, ValueType type, String held, Scope early) {
        Scope body = early.function(new Scope.Body(type, Optional.of(shape), false, true));
        Variable before = body.add(new Variable(make.world().name("v"), type, true));
        List<Node> lines = new ArrayList<>(List.of(Prelude.enter(type),
                Node.statement("let " + before.name() + ": " + type.text() + " = " + held + ";")));
        lines.addAll(make.statements(body, 2));
        lines.add(Prelude.leave());
        lines.add(Node.statement("return ",
                chooser.percent(60) ? Node.expression(type.fallback(), before.name()) : make.assignable(type, body, 1), ";"));
        return Node.block(lines);
    }

    private Node setter(ClassShape shape, Variable value, String held, Scope early) {
        Scope body = early.function(new Scope.Body(ValueType.Simple.VOID, Optional.of(shape), false, true));
        body.add(value);
        List<Node> lines = new ArrayList<>(List.of(Prelude.enter(ValueType.Simple.VOID)));
        lines.addAll(make.statements(body, 2));
        lines.add(Node.statement(held + " = " + value.name() + ";"));
        lines.add(Prelude.leave());
        return Node.block(lines);
    }
}
