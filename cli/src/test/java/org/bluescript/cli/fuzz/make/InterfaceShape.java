package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A generated interface or object type, as its users see it.
 *
 * @param alias what it is called; empty if its members are written out
 * @param tag the literal that its property {@code kind} lists
 */
record InterfaceShape(
        Optional<String> alias, Optional<InterfaceShape> extended, Optional<String> tag, List<Member> ownMembers,
        List<FunctionShape> ownMethods) implements Shape {
    /** @param optional whether an object may lack it: then its type has null */
    record Member(Variable field, boolean optional) {
        String text() {
            ValueType type = optional && field.type() instanceof ValueType.Nullable n ? n.of() : field.type();
            return (field.assignable() ? "" : "readonly ") + field.name() + (optional ? "?: " : ": ") + type.text() + "; ";
        }
    }

    /** What {@link #tag} is a value of. */
    static final String KIND = "kind";

    @Override
    public String name() {
        return alias.orElseGet(this::ownText);
    }

    /** What stands in its declaration. */
    String ownText() {
        StringBuilder text = new StringBuilder("{ ");
        tag.ifPresent(t -> text.append(KIND + ": \"").append(t).append("\"; "));
        ownMembers.forEach(m -> text.append(m.text()));
        ownMethods.forEach(m -> text.append(m.name()).append(m.head()).append("; "));
        return text.append("}").toString();
    }

    List<Member> members() {
        List<Member> all = new ArrayList<>(extended.map(InterfaceShape::members).orElse(List.of()));
        all.addAll(ownMembers);
        return all;
    }

    @Override
    public List<Variable> fields() {
        List<Variable> all = new ArrayList<>(members().stream().map(Member::field).toList());
        tag.ifPresent(t -> all.add(new Variable(KIND, ValueType.Simple.STRING, false)));
        return all;
    }

    @Override
    public List<FunctionShape> methods() {
        List<FunctionShape> all = new ArrayList<>(extended.map(InterfaceShape::methods).orElse(List.of()));
        all.addAll(ownMethods);
        return all;
    }

    @Override
    public boolean fits(Shape wanted) {
        return this == wanted || extended.isPresent() && extended.get().fits(wanted);
    }

    @Override
    public String fallback() {
        StringJoiner text = new StringJoiner(", ", "({ ", " } as " + name() + ")");
        tag.ifPresent(t -> text.add(KIND + ": \"" + t + "\""));
        members().stream().filter(m -> !m.optional()).forEach(m -> text.add(m.field().name() + ": " + m.field().type().fallback()));
        methods().forEach(m -> text.add(m.name() + ": " + m.type().fallback()));
        return text.toString();
    }

    /** Each is only itself: the same members can be announced twice. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
