package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.Type;

/** What those rely on who use a declaration: equal faces are of declarations that can take each other's place. */
sealed interface Face {
    record OfFunction(FunctionType type) implements Face {}

    record OfVariable(Type type) implements Face {}

    /** The value of one that is known is copied to where it is used. */
    record OfConstant(Type type, Optional<Object> literal) implements Face {}

    record OfClass(List<Object> parts) implements Face {}

    /** Of what may be looked into, or is copied: only the same text is the same. */
    record OfText(String text) implements Face {}

    static Face of(Round round, Symbol symbol) {
        return switch (symbol) {
            case FunctionSymbol s when s.generic().isEmpty() -> new OfFunction(s.typeWith(round.results().resultOf(s)));
            case FunctionSymbol s -> text(s.node().span());
            case VariableSymbol s when !s.isConstant() -> new OfVariable(s.type());
            case VariableSymbol s -> new OfConstant(s.type(), s.literal().map(Face::value));
            case ClassSymbol s -> of(round, s);
            case GenericClass s -> text(s.node().span());
            case InterfaceSymbol s -> text(s.span());
            case AliasSymbol s -> text(s.node().span());
            case GenericAlias s -> text(s.node().span());
            case GenericInterface s -> new OfText(s.where() + s.name());
            case EnumSymbol s -> new OfText(s.name() + s.members());
            case TypeSymbol s -> new OfText(s.name());
            case ModuleSymbol s -> new OfText(s.name());
            case BuiltinSymbol s -> new OfText(s.name());
        };
    }

    private static Object value(TypedExpression constant) {
        return switch (constant) {
            case TypedExpression.IntegerConstant c -> c.value();
            case TypedExpression.FloatConstant c -> Float.floatToRawIntBits(c.value());
            case TypedExpression.BooleanConstant c -> c.value();
            default -> throw new IllegalArgumentException("no constant: " + constant);
        };
    }

    private static Face text(Span span) {
        String text = span.file().text().substring(span.start(), span.end());
        return new OfText(text);
    }

    private static Face of(Round round, ClassSymbol symbol) {
        List<Object> parts = new ArrayList<>();
        parts.add(symbol.superclass().map(ClassSymbol::type));
        parts.add(symbol.node().isAbstract());
        symbol.fields().values().forEach(f -> {
            parts.add(f.name());
            parts.add(round.globals().typeOf(f));
            parts.add(f.node().modifiers());
        });
        Map<String, Object> methods = new TreeMap<>();
        symbol.methods().values().forEach(m -> methods.put(m.name(), method(round, m)));
        parts.add(methods);
        Map<String, Object> statics = new TreeMap<>();
        symbol.statics().forEach((name, s) -> statics.put(name, of(round, s)));
        parts.add(statics);
        parts.add(symbol.effectiveConstructor().map(FunctionSymbol::signature));
        return new OfClass(parts);
    }

    private static Object method(Round round, FunctionSymbol method) {
        return method.generic().isPresent()
                ? text(method.node().span())
                : List.of(method.typeWith(round.results().resultOf(method)), method.modifiers());
    }
}
