package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/** Patterns that take values apart, with a default value for every element that may not be there. */
final class Patterns {
    private static final int MOST = 3;

    private final Maker make;
    private final Chooser chooser;
    private final Scope scope;
    private final Scope added;
    private final boolean assignable;

    private Patterns(Maker make, Scope scope, Scope added, boolean assignable) {
        this.make = make;
        this.chooser = make.chooser();
        this.scope = scope;
        this.added = added;
        this.assignable = assignable;
    }

    /** Whether there is something in values of the type. */
    static boolean fits(ValueType type) {
        return type instanceof ValueType.ArrayOf || type instanceof ValueType.ObjectOf o && !o.shape().fields().isEmpty();
    }

    /**
     * For values of a type that {@link #fits}.
     *
     * @param scope what default values see
     * @param added where the names are declared
     */
    static Node pattern(Maker make, ValueType type, Scope scope, Scope added) {
        return new Patterns(make, scope, added, true).pattern(type);
    }

    /** The same, of constants. */
    static Node constants(Maker make, ValueType type, Scope scope, Scope added) {
        return new Patterns(make, scope, added, false).pattern(type);
    }

    private Node pattern(ValueType type) {
        return switch (type) {
            case ValueType.ArrayOf array -> elements(array);
            case ValueType.ObjectOf object -> properties(object.shape().fields());
            default -> throw new AssertionError(type);
        };
    }

    private Node elements(ValueType.ArrayOf array) {
        List<Object> parts = new ArrayList<>(List.of("["));
        for (int i = chooser.between(1, MOST); i > 0; i--) {
            parts.add(chooser.percent(12) ? Node.of(Node.Role.ITEM, "", ", ") : element(array.element()));
        }
        if (chooser.percent(25)) {
            Variable rest = new Variable(make.world().name("v"), array, assignable);
            parts.add(Node.of(Node.Role.ITEM, "", "..." + rest.name()));
            added.add(rest);
        }
        parts.add("]");
        return Node.of(Node.Role.ITEM, "", parts.toArray());
    }

    private Node element(ValueType type) {
        Node value = make.expression(type, scope, 1);
        return Node.of(Node.Role.ITEM, "", target(type), " = ", value, ", ");
    }

    private Node properties(List<Variable> fields) {
        List<Object> parts = new ArrayList<>(List.of("{ "));
        for (int i = chooser.between(1, Math.min(MOST, fields.size())); i > 0; i--) {
            Variable field = chooser.of(fields);
            Optional<ValueType> present = chooser.percent(60) ? present(field.type()) : Optional.empty();
            parts.add(present.isPresent()
                    ? Node.of(Node.Role.ITEM, "", field.name() + ": ", element(present.get()))
                    : Node.of(Node.Role.ITEM, "", field.name() + ": ", target(field.type()), ", "));
        }
        parts.add("}");
        return Node.of(Node.Role.ITEM, "", parts.toArray());
    }

    private static Optional<ValueType> present(ValueType type) {
        return type instanceof ValueType.Nullable n ? Optional.of(n.of()) : Optional.empty();
    }

    /** A name, or another pattern. */
    private Node target(ValueType type) {
        if (fits(type) && chooser.percent(30)) {
            return pattern(type);
        }
        Variable variable = added.add(new Variable(make.world().name("v"), type, assignable));
        return Node.of(Node.Role.ITEM, "", variable.name());
    }
}
