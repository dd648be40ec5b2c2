package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.ClassMember;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Expression.PropertyValue;
import org.bluescript.language.ast.Name;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/**
 * What <code>{ ...e, p: v }</code> stands for: a literal with the properties that the type of {@code e} has, each read once. What
 * comes later takes the place of what came before; a property that may be missing does so only if it is there. An object of
 * another class may have more properties than its type tells: those are left behind.
 */
final class SpreadObjects {
    static final SpreadObjects NONE = new SpreadObjects();

    /** The object of each spread, by the place in the written literal. */
    private final Map<Integer, Local> objects = new LinkedHashMap<>();
    private final Map<Integer, TypedExpression> values = new LinkedHashMap<>();
    private final List<PropertyValue> written = new ArrayList<>();
    private ExpressionChecker expressions;
    private Round round;
    private boolean isBroken;

    private SpreadObjects() {}

    static boolean areIn(Expression.ObjectLiteral literal) {
        return literal.properties().stream().anyMatch(p -> p.value() instanceof Expression.Spread);
    }

    /** Of a literal; checks what it spreads. */
    static SpreadObjects of(Expression.ObjectLiteral literal, ExpressionChecker expressions, Round round) {
        SpreadObjects result = new SpreadObjects();
        result.expressions = expressions;
        result.round = round;
        result.written.addAll(literal.properties());
        for (int i = 0; i < literal.properties().size(); i++) {
            if (literal.properties().get(i).value() instanceof Expression.Spread spread) {
                result.add(i, spread);
            }
        }
        return result;
    }

    private void add(int index, Expression.Spread spread) {
        TypedExpression value = expressions.members()
                .notNull(spread.operand(), expressions.value(spread.operand(), PrimitiveType.NEVER));
        if (Nodes.isUnknown(value)) {
            isBroken = true;
        } else if (propertiesOf(value.type()).isEmpty()) {
            isBroken = true;
            round.error(
                    spread.span(),
                    "the properties of a value of type " + value.type() + " are not known",
                    "give it the type of an interface or a class");
        } else {
            objects.put(index, new Local("t", value.type()));
            values.put(index, value);
        }
    }

    /** Whether a mistake in what is spread has been reported. */
    boolean isBroken() {
        return isBroken;
    }

    /** The properties of the type that can be read; whether each may be missing. */
    private Optional<Map<String, Boolean>> propertiesOf(Type type) {
        Map<String, Boolean> result = new LinkedHashMap<>();
        switch (type) {
            case InterfaceType t -> round.shapes().membersOf(t).values().stream()
                    .filter(m -> !m.isMethod())
                    .forEach(m -> result.put(m.name(), m.isOptional()));
            case UnionType t when round.shapes().common(t).isPresent() -> {
                return propertiesOf(round.shapes().common(t).get());
            }
            case ClassType t -> {
                for (Optional<ClassSymbol> c = Optional.ofNullable(round.classOf(t)); c.isPresent(); c = c.get().superclass()) {
                    c.get().fields().values().stream()
                            .filter(f -> f.node().modifiers().visibility() == ClassMember.Visibility.PUBLIC)
                            .forEach(f -> result.putIfAbsent(f.name(), false));
                }
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    /** The literal with properties in the place of what is spread: those that the place wants, if it says so. */
    Expression.ObjectLiteral expanded(Expression.ObjectLiteral literal, Type place) {
        Map<String, PropertyValue> result = new LinkedHashMap<>();
        List<PropertyValue> again = new ArrayList<>();
        Set<String> explicit = new HashSet<>();
        for (int i = 0; i < written.size(); i++) {
            PropertyValue p = written.get(i);
            if (!(p.value() instanceof Expression.Spread)) {
                if (!explicit.add(p.name().text())) {
                    again.add(p);
                } else {
                    result.remove(p.name().text());
                    result.put(p.name().text(), p);
                }
            } else if (objects.containsKey(i)) {
                spread(p.span(), objects.get(i), wantedBy(place), result, explicit);
            }
        }
        List<PropertyValue> all = new ArrayList<>(result.values());
        all.addAll(again);
        return new Expression.ObjectLiteral(literal.span(), all);
    }

    private void spread(
            Span span,
            Local object,
            Optional<Set<String>> wanted,
            Map<String, PropertyValue> result,
            Set<String> explicit) {
        propertiesOf(object.type()).orElseThrow().forEach((name, isOptional) -> {
            if (wanted.isPresent() && !wanted.get().contains(name)) {
                return;
            }
            PropertyValue before = result.remove(name);
            if (before != null && !isOptional && explicit.contains(name)) {
                round.error(
                        before.span(),
                        "the property \"" + name + "\" is always replaced by what is spread behind it",
                        "write it behind that");
                isBroken = true;
            }
            Expression read = new Expression.Member(span, reading(span, object), new Name(span, name));
            Expression value =
                    before != null && isOptional ? new Expression.Nullish(span, read, before.value()) : read;
            result.put(name, new PropertyValue(span, new Name(span, name), value));
        });
    }

    private Expression reading(Span span, Local object) {
        Expression result = new Expression.Identifier(span, "(spread)");
        expressions.remember(result, new TypedExpression.Read(span, object, object.type()));
        return result;
    }

    /** The names of the properties that the place knows; nothing if it takes any. */
    private Optional<Set<String>> wantedBy(Type place) {
        Set<String> names = new HashSet<>();
        for (Type type : Unions.membersOf(Assignability.withoutNull(place))) {
            if (type instanceof InterfaceType t) {
                names.addAll(round.shapes().membersOf(t).keySet());
            } else if (type instanceof ClassType t && round.shapeClasses().find(t).isPresent()) {
                names.addAll(round.classOf(t).fields().keySet());
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /**
     * What is evaluated before the object is made, in the order of the text: what is spread, and the values before it, which are
     * replaced in {@code values} then. These are those of the properties of {@code literal}.
     */
    List<TypedExpression.Temporary> before(Expression.ObjectLiteral literal, List<TypedExpression> values) {
        List<TypedExpression.Temporary> result = new ArrayList<>();
        int last = objects.keySet().stream().mapToInt(i -> i).max().orElse(-1);
        for (int i = 0; i <= last; i++) {
            int at = literal.properties().indexOf(written.get(i));
            if (objects.containsKey(i)) {
                result.add(new TypedExpression.Temporary(objects.get(i), this.values.get(i)));
            } else if (at >= 0) {
                values.set(at, EvaluationOrder.temporary(values.get(at), result));
            }
        }
        return result;
    }
}
