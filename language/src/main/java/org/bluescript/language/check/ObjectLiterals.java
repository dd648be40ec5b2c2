package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Expression.PropertyValue;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Checks object literals: instances of a class made from their shape. */
final class ObjectLiterals {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    ObjectLiterals(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    TypedExpression check(Expression.ObjectLiteral written, Type place) {
        if (!SpreadObjects.areIn(written)) {
            return check(written, place, SpreadObjects.NONE);
        }
        SpreadObjects spread = SpreadObjects.of(written, expressions, round);
        return check(spread.expanded(written, place), place, spread);
    }

    private TypedExpression check(Expression.ObjectLiteral e, Type place, SpreadObjects spread) {
        Optional<Type> chosen = alternative(e, Assignability.withoutNull(place));
        if (chosen.isEmpty()) {
            e.properties().forEach(p -> expressions.value(p.value(), PrimitiveType.NEVER));
            round.error(e.span(), "this object is none of " + Assignability.withoutNull(place));
            return Nodes.unknown(e.span());
        }
        Type expected = chosen.get();
        Optional<Map<String, Type>> wanted = wanted(Assignability.withoutNull(expected));
        boolean unique = reportDuplicates(e);
        List<TypedExpression> values = new ArrayList<>();
        for (PropertyValue p : e.properties()) {
            values.add(value(p, wanted, expected));
        }
        if (spread.isBroken()) {
            return Nodes.unknown(e.span());
        }
        Map<String, Type> optional = new LinkedHashMap<>();
        boolean complete = wanted.isEmpty() || isComplete(e, expected, optional, spread);
        if (!unique || !complete || values.stream().anyMatch(Nodes::isUnknown)) {
            return Nodes.unknown(e.span());
        }
        List<TypedExpression.Temporary> before = spread.before(e, values);
        return EvaluationOrder.letIfNeeded(e.span(), before, instance(e, values, wanted.orElse(Map.of()), optional));
    }

    /** Of a union the first type that the literal's properties fit, by their names and the values that tell types apart. */
    private Optional<Type> alternative(Expression.ObjectLiteral e, Type expected) {
        if (!(expected instanceof UnionType union)) {
            return Optional.of(expected);
        }
        List<InterfaceType> shapes = union.members().stream()
                .filter(InterfaceType.class::isInstance)
                .map(InterfaceType.class::cast)
                .toList();
        if (shapes.isEmpty()) {
            return Optional.of(PrimitiveType.NEVER);
        }
        return shapes.stream().filter(t -> matches(e, t)).<Type>map(t -> t).findFirst();
    }

    private boolean matches(Expression.ObjectLiteral e, InterfaceType type) {
        Map<String, ShapeMember> members = round.shapes().membersOf(type);
        boolean known = e.properties().stream().allMatch(p -> members.containsKey(p.name().text())
                && hasListedValue(p.value(), members.get(p.name().text())));
        return known && members.values().stream()
                .allMatch(m -> m.isOptional()
                        || e.properties().stream().anyMatch(p -> p.name().text().equals(m.name())));
    }

    /** Whether the value is, as far as one can see, one of those that the interface lists. */
    private static boolean hasListedValue(Expression value, ShapeMember member) {
        Object constant = switch (value) {
            case Expression.StringLiteral v -> v.value();
            case Expression.IntegerLiteral v -> v.value();
            case Expression.FloatLiteral v -> v.value();
            case Expression.BooleanLiteral v -> v.value();
            default -> null;
        };
        return member.literals().isEmpty() || constant == null || member.literals().contains(constant);
    }

    /** The types that the place wants the properties to have. */
    private Optional<Map<String, Type>> wanted(Type expected) {
        return switch (expected) {
            case InterfaceType t -> {
                Map<String, Type> types = new LinkedHashMap<>();
                round.shapes().membersOf(t).forEach((name, member) -> types.put(name, member.type()));
                yield Optional.of(types);
            }
            case ClassType t when round.shapeClasses().find(t).isPresent() -> {
                Map<String, Type> types = new LinkedHashMap<>();
                round.classOf(t).fields().forEach((name, field) -> types.put(name, field.type()));
                yield Optional.of(types);
            }
            default -> Optional.empty();
        };
    }

    private boolean reportDuplicates(Expression.ObjectLiteral e) {
        List<String> seen = new ArrayList<>();
        boolean unique = true;
        for (PropertyValue p : e.properties()) {
            if (seen.contains(p.name().text())) {
                round.error(p.name().span(), "\"" + p.name() + "\" is already in this object");
                unique = false;
            }
            seen.add(p.name().text());
        }
        return unique;
    }

    private TypedExpression value(PropertyValue p, Optional<Map<String, Type>> wanted, Type expected) {
        String name = p.name().text();
        if (wanted.isPresent() && !wanted.get().containsKey(name)) {
            expressions.value(p.value(), PrimitiveType.NEVER);
            round.error(
                    p.name().span(),
                    Assignability.withoutNull(expected) + " has no property \"" + name + "\"",
                    Suggestion.of(name, wanted.get().keySet()));
            return Nodes.unknown(p.span());
        }
        if (expected instanceof InterfaceType t) {
            ShapeMember member = round.shapes().membersOf(t).get(name);
            if (!hasListedValue(p.value(), member)) {
                round.error(p.value().span(), "the property \"" + name + "\" of " + t + " has another value");
                return Nodes.unknown(p.span());
            }
            if (member.generic().isPresent()) {
                round.error(
                        p.name().span(),
                        "the method \"" + name + "\" of " + t + " is generic, and a property of an object is not",
                        "declare a class that has it");
                return Nodes.unknown(p.span());
            }
        }
        if (wanted.isPresent()) {
            return expressions.coerced(p.value(), wanted.get().get(name), "the property \"" + name + "\"");
        }
        TypedExpression value = expressions.value(p.value(), PrimitiveType.NEVER);
        if (value.type() == PrimitiveType.NULL || Assignability.isOpenArray(value.type())) {
            round.error(
                    p.span(),
                    "the property \"" + name + "\" needs a type",
                    "declare an interface for the object, and the variable with it");
            return Nodes.unknown(p.span());
        }
        return value;
    }

    /** Whether the literal has all that the place wants; adds what may be left out, and is. */
    private boolean isComplete(
            Expression.ObjectLiteral e, Type expected, Map<String, Type> optional, SpreadObjects spread) {
        Type type = Assignability.withoutNull(expected);
        for (Map.Entry<String, Type> entry : wanted(type).orElseThrow().entrySet()) {
            String name = entry.getKey();
            if (e.properties().stream().anyMatch(p -> p.name().text().equals(name))) {
                continue;
            }
            boolean mayLack = type instanceof InterfaceType t
                    ? round.shapes().membersOf(t).get(name).isOptional()
                    : Assignability.isNullable(entry.getValue());
            if (!mayLack) {
                boolean isMethod = type instanceof InterfaceType t && round.shapes().membersOf(t).get(name).isMethod();
                round.error(
                        e.span(),
                        "this object has no \"" + name + "\", which " + type + " asks for",
                        isMethod && spread != SpreadObjects.NONE
                                ? Optional.of("methods are not spread: declare it as a property, " + name + ": (…) => …")
                                : Optional.empty());
                return false;
            }
            optional.put(name, entry.getValue());
        }
        return true;
    }

    private TypedExpression instance(
            Expression.ObjectLiteral e,
            List<TypedExpression> values,
            Map<String, Type> wanted,
            Map<String, Type> optional) {
        Span span = e.span();
        List<TypedExpression> operands = new ArrayList<>(values);
        List<String> names = new ArrayList<>(e.properties().stream().map(p -> p.name().text()).toList());
        optional.forEach((name, type) -> {
            names.add(name);
            operands.add(Coercion.convert(new TypedExpression.NullConstant(span, PrimitiveType.NULL), type));
        });
        SortedMap<String, Type> properties = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            // As wide as the place wants them: other values will be stored there than the first ones.
            properties.put(names.get(i), wanted.getOrDefault(names.get(i), operands.get(i).type()));
        }
        ClassSymbol symbol = round.shapeClasses().of(e, body.module(), properties);
        return round.order()
                .inOrder(
                        span,
                        operands,
                        o -> new TypedExpression.New(
                                span,
                                symbol.type(),
                                symbol.fields().keySet().stream().map(n -> o.get(names.indexOf(n))).toList()));
    }
}
