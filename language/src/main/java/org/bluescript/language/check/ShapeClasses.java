package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

import org.bluescript.language.ast.ClassMember;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The classes of object literals. Literals whose properties have the same names and types are instances of one class, in whatever
 * order they were written: in memory the properties are sorted by name.
 */
final class ShapeClasses {
    /** What a class is made of, kept across rounds: what was learned in one may name a class that the next has not met yet. */
    record Recipe(Span span, ModuleScope module, SortedMap<String, Type> properties, Map<String, Name> names) {}

    private final Round round;

    ShapeClasses(Round round) {
        this.round = round;
    }

    /** The class of a literal with these properties. */
    ClassSymbol of(Expression.ObjectLiteral literal, ModuleScope module, SortedMap<String, Type> properties) {
        ClassType type = new ClassType(text(properties, true), text(properties, false));
        Map<String, Name> names = new LinkedHashMap<>();
        literal.properties().forEach(p -> names.putIfAbsent(p.name().text(), p.name()));
        round.knowledge().shapes().putIfAbsent(type, new Recipe(literal.span(), module, properties, names));
        return find(type).orElseThrow();
    }

    /** The class with this type, if it is one of an object literal. */
    Optional<ClassSymbol> find(ClassType type) {
        return Optional.ofNullable(round.knowledge().shapes().get(type))
                .map(recipe -> round.classes().computeIfAbsent(type, t -> symbol(t, recipe)));
    }

    private static ClassSymbol symbol(ClassType type, Recipe recipe) {
        List<ClassMember> members = new ArrayList<>();
        recipe.properties().forEach((text, property) -> {
            Name name = recipe.names().getOrDefault(text, new Name(recipe.span(), text));
            members.add(new ClassMember.Property(
                    name.span(), ClassMember.Modifiers.NONE, name, Optional.empty(), Optional.empty()));
        });
        Statement.ClassDeclaration node = new Statement.ClassDeclaration(
                recipe.span(), new Name(recipe.span(), type.name()), List.of(), Optional.empty(), members, false);
        ClassSymbol symbol = ClassSymbol.ofShape(node, recipe.module(), type);
        for (ClassMember member : members) {
            FieldSymbol field = new FieldSymbol(symbol, (ClassMember.Property) member);
            field.setType(recipe.properties().get(field.name()));
            symbol.fields().put(field.name(), field);
        }
        return symbol;
    }

    /** The function that stores the values of a literal, in the order of the fields. */
    static TypedFunction constructor(ClassSymbol symbol) {
        Span span = symbol.node().span();
        Local receiver = new Local("this", symbol.type());
        List<Local> parameters = new ArrayList<>(List.of(receiver));
        List<TypedStatement> statements = new ArrayList<>();
        for (FieldSymbol field : symbol.fields().values()) {
            Local value = new Local(field.name(), field.type());
            parameters.add(value);
            statements.add(new TypedStatement.Evaluate(
                    span,
                    new TypedExpression.FieldWrite(
                            span,
                            new TypedExpression.Read(span, receiver, symbol.type()),
                            field.field(),
                            new TypedExpression.Read(span, value, value.type()))));
        }
        return new TypedFunction(
                ClassDeclarations.constructorOf(symbol),
                "new " + symbol.name(),
                TypedFunction.Kind.CONSTRUCTOR,
                parameters,
                List.of(),
                PrimitiveType.VOID,
                new TypedStatement.Block(span, statements),
                false,
                span);
    }

    private static String text(SortedMap<String, Type> properties, boolean qualified) {
        return properties.entrySet().stream()
                .map(p -> p.getKey() + ": " + (qualified ? QualifiedName.of(p.getValue()) : p.getValue()))
                .collect(Collectors.joining("; ", "{ ", " }"));
    }
}
