package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bluescript.cli.fuzz.text.Node;

/** Parameters as functions declare them, and arguments as calls give them. */
final class Signatures {
    /** What is called. */
    enum Callee {
        /** A declaration: null does not stand for its default values. */
        DECLARED,
        /** A value of function type. */
        VALUE,
        /** An {@code any}, or a function that finds its type arguments out: no place says which type is wanted. */
        ANY
    }

    private Signatures() {}

    /**
     * In parentheses. What is optional may have a default value, and what can be taken apart a pattern.
     *
     * @param inner the scope of the body, which gets the names
     */
    static Node parameters(Maker make, ValueType.FunctionOf type, Scope inner) {
        Chooser chooser = make.chooser();
        String prefix = make.world().name("p") + "_";
        // Default values call nothing: they are evaluated before calls are counted.
        Scope defaults = inner.function(
                new Scope.Body(ValueType.Simple.VOID, inner.body().self(), false, false));
        List<Object> parts = new ArrayList<>(List.of("("));
        List<Variable> names = new ArrayList<>();
        Scope patterns = Scope.top(defaults.body());
        for (ValueType parameter : type.parameters()) {
            separate(parts);
            if (Patterns.fits(parameter) && chooser.percent(8)) {
                parts.add(Patterns.pattern(make, parameter, defaults, patterns));
                parts.add(": " + parameter.text());
                continue;
            }
            Variable name = new Variable(prefix + parts.size(), parameter, true);
            parts.add(name.name() + ": " + parameter.text());
            names.add(defaults.add(name));
        }
        for (ValueType parameter : type.optional()) {
            separate(parts);
            String name = prefix + parts.size();
            boolean hasDefault = chooser.percent(60);
            if (hasDefault) {
                Node value = make.assignable(parameter, defaults, 1);
                parts.add(Node.of(Node.Role.ITEM, "", name + ": " + parameter.text() + " = ", value));
            } else {
                parts.add(name + "?: " + parameter.text());
            }
            names.add(defaults.add(new Variable(name, hasDefault ? parameter : ValueType.Nullable.of(parameter), true)));
        }
        type.rest().ifPresent(element -> {
            separate(parts);
            Variable name = new Variable(prefix + parts.size(), new ValueType.ArrayOf(element), true);
            parts.add("..." + name.name() + ": " + name.type().text());
            names.add(name);
        });
        names.forEach(inner::add);
        patterns.variables(v -> true).forEach(inner::add);
        parts.add(")");
        return Node.of(Node.Role.ITEM, "", parts.toArray());
    }

    private static void separate(List<Object> parts) {
        if (parts.size() > 1) {
            parts.add(", ");
        }
    }

    /** In parentheses. */
    static Node arguments(Maker make, ValueType.FunctionOf type, Scope scope, int depth, Callee callee) {
        Chooser chooser = make.chooser();
        int given = chooser.between(0, type.optional().size());
        boolean rest = type.rest().isPresent() && given == type.optional().size();
        if (rest && callee != Callee.ANY && chooser.percent(25)) {
            List<Object> parts = new ArrayList<>(List.of("("));
            Stream.concat(type.parameters().stream(), type.optional().stream())
                    .forEach(t -> parts.add(Node.of(Node.Role.ITEM, "", make.assignable(t, scope, depth), ", ")));
            parts.add("...");
            parts.add(make.expression(new ValueType.ArrayOf(type.rest().get()), scope, depth));
            parts.add(")");
            return Node.of(Node.Role.ITEM, "", parts.toArray());
        }
        List<ValueType> types = new ArrayList<>(type.parameters());
        type.optional().stream()
                .limit(given)
                .forEach(t -> types.add(callee != Callee.DECLARED && t.isReference() && chooser.percent(15) ? ValueType.Nullable.of(t) : t));
        for (int i = rest ? chooser.below(4) : 0; i > 0; i--) {
            types.add(type.rest().get());
        }
        return callee == Callee.ANY ? exact(make, types, scope, depth) : make.arguments(types, scope, depth);
    }

    private static Node exact(Maker make, List<ValueType> types, Scope scope, int depth) {
        List<Object> parts = new ArrayList<>(List.of("("));
        for (ValueType type : types) {
            separate(parts);
            parts.add(make.expression(type, scope, depth));
        }
        parts.add(")");
        return Node.of(Node.Role.ITEM, "", parts.toArray());
    }
}
