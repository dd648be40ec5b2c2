package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Reads {@code a.b}, whatever {@code a} is. */
final class Members {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;
    private final Namespaces namespaces;

    Members(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
        this.namespaces = new Namespaces(body);
    }

    Namespaces namespaces() {
        return namespaces;
    }

    TypedExpression read(Expression.Member e, Type expected) {
        if (e.object() instanceof Expression.Super s) {
            Optional<GetSet> accessors = AccessorCalls.ofSuper(body, e.name().text());
            if (accessors.isPresent() && body.receiver().isPresent()) {
                TypedExpression receiver = expressions.variables().read(s.span(), body.receiver().get());
                return new AccessorCalls(body, e.span(), e.name().span(), accessors.get(), true).read(List.of(receiver));
            }
            round.error(e.span(), "only methods are reached through super", "write this." + e.name());
            return Nodes.unknown(e.span());
        }
        Optional<Namespaces.Found> found = namespaces.find(e);
        if (found.isPresent()) {
            return namespaces.valueOf(found.get(), e, expected);
        }
        TypedExpression object = object(e);
        return switch (object.type()) {
            case PrimitiveType t when t == PrimitiveType.NEVER -> Nodes.unknown(e.span());
            case ClassType t when accessors(e, t).isPresent() ->
                accessors(e, t).get().read(List.of(object));
            case ClassType t -> field(e, object, t)
                    .map(f -> readField(e, object, f))
                    .orElseGet(() -> Nodes.unknown(e.span()));
            case InterfaceType t -> interfaceMember(e, object, t);
            case UnionType t when round.shapes().common(t).isPresent() ->
                interfaceMember(e, object, round.shapes().common(t).get());
            case PrimitiveType t when t == PrimitiveType.ANY ->
                DynamicAccess.read(body, e.span(), object, e.name().text());
            case Type t when isSequence(t) && e.name().text().equals("length") ->
                new TypedExpression.Length(e.span(), object);
            case Type t -> {
                reportMissing(e, t);
                yield Nodes.unknown(e.span());
            }
        };
    }

    /** The getter and setter that the member names, if it names no property that is stored. */
    Optional<AccessorCalls> accessors(Expression.Member e, ClassType type) {
        return round.classOf(type)
                .findAccessors(e.name().text())
                .map(p -> new AccessorCalls(body, e.span(), e.name().span(), p, false));
    }

    private TypedExpression interfaceMember(Expression.Member e, TypedExpression object, InterfaceType type) {
        Optional<ShapeMember> member = member(e, type);
        if (member.isEmpty()) {
            return Nodes.unknown(e.span());
        }
        return readMember(e, object, type, member.get());
    }

    /** The property of the interface that the member names; reports it if there is none. */
    Optional<ShapeMember> member(Expression.Member e, InterfaceType type) {
        Optional<ShapeMember> member = round.interfaceOf(type).find(e.name().text());
        if (member.isEmpty()) {
            reportMissing(e, type);
        } else if (member.get().isMethod()) {
            reportMethodAsValue(e);
            return Optional.empty();
        }
        return member;
    }

    TypedExpression readMember(Expression.Member e, TypedExpression object, InterfaceType type, ShapeMember member) {
        FunctionId accessor = round.accessors().reading(type, member.name());
        TypedExpression read = new TypedExpression.Call(e.span(), accessor, List.of(object), member.type());
        Type known = expressions.paths().find(e).map(expressions.paths()::typeOf).orElse(member.type());
        boolean isWord = member.type().representation() == Representation.WORD;
        if (known.equals(member.type()) || isWord && known.representation() == Representation.WORD) {
            return read;
        }
        return isWord
                ? AnyConversions.narrowed(read, member.type(), known)
                : Nodes.convert(read, Conversion.REINTERPRET, known);
    }

    private void reportMethodAsValue(Expression.Member e) {
        round.error(
                e.span(),
                "the method \"" + e.name() + "\" is not a value",
                "call it, or write (…) => " + shortText(e.span()).replace("\"", "") + "(…)");
    }

    /** The object of the member, which must not be null. */
    TypedExpression object(Expression.Member e) {
        return notNull(e.object(), expressions.value(e.object(), PrimitiveType.NEVER));
    }

    /** The value if it cannot be null; else reports it. */
    TypedExpression notNull(Expression written, TypedExpression value) {
        if (!Assignability.isNullable(value.type())) {
            return value;
        }
        String text = shortText(written.span());
        round.error(
                written.span(),
                text + " may be null here",
                "test it first, as in if (… != null), or write … ! where it cannot be null");
        // Said once, that is enough: what follows may take it for granted.
        Type type = Assignability.withoutNull(value.type());
        expressions.paths()
                .findNarrowable(written)
                .filter(p -> type != PrimitiveType.NULL)
                .ifPresent(p -> body.setFlow(body.flow().narrow(p, type)));
        return Nodes.unknown(written.span());
    }

    /** The property of the class that the member names; reports it if there is none or it may not be used. */
    Optional<FieldSymbol> field(Expression.Member e, TypedExpression object, ClassType type) {
        String name = e.name().text();
        ClassSymbol symbol = round.classOf(type);
        Optional<FieldSymbol> field = symbol.findField(name);
        if (field.isPresent()) {
            return field.filter(f -> Access.check(body, f, e.name().span()));
        }
        if (symbol.findMethod(name).isPresent()) {
            reportMethodAsValue(e);
        } else {
            reportMissing(e, type);
        }
        return Optional.empty();
    }

    TypedExpression readField(Expression.Member e, TypedExpression object, FieldSymbol field) {
        Type declared = round.globals().typeOf(field);
        if (Assignability.isUnknown(declared)) {
            return Nodes.unknown(e.span());
        }
        if (e.object() instanceof Expression.This && body.flow().isUnassigned(field)) {
            round.error(e.span(), "the property \"" + field.name() + "\" is used before it has a value");
            body.setFlow(body.flow().assign(field));
            return Nodes.unknown(e.span());
        }
        Type type = expressions.paths().find(e).map(expressions.paths()::typeOf).orElse(declared);
        if (declared.representation() == Representation.WORD && type.representation() != Representation.WORD) {
            TypedExpression word = new TypedExpression.FieldRead(e.span(), object, field.field(), declared);
            return AnyConversions.narrowed(word, declared, type);
        }
        return new TypedExpression.FieldRead(e.span(), object, field.field(), type);
    }

    /** Says that values of the type have no such member. */
    void reportMissing(Expression.Member e, Type type) {
        String name = e.name().text();
        List<String> candidates = new ArrayList<>();
        Optional<String> help = Optional.empty();
        if (type instanceof ClassType t) {
            ClassSymbol symbol = round.classOf(t);
            if (symbol.module().isBroken()) {
                return;
            }
            for (Optional<ClassSymbol> c = Optional.of(symbol); c.isPresent(); c = c.get().superclass()) {
                candidates.addAll(c.get().fields().keySet());
                candidates.addAll(c.get().methods().keySet());
            }
            help = symbol.findStatic(name).map(s -> "it is static: write " + t.name() + "." + name);
        } else if (type instanceof InterfaceType t) {
            candidates.addAll(round.interfaceOf(t).members().keySet());
        } else if (isSequence(type)) {
            candidates.addAll(BuiltinMethods.namesFor(type));
            if (candidates.contains(name)) {
                round.error(e.span(), "the method \"" + name + "\" is not a value", "call it");
                return;
            }
            candidates.add("length");
        }
        round.missing(
                e.name().span(),
                type,
                name,
                type + " has no property or method \"" + name + "\"",
                help.or(() -> type instanceof ClassType || type instanceof InterfaceType ? Optional.empty() : LaterNames.ofMethod(name))
                        .or(() -> Suggestion.of(name, candidates)));
    }

    static boolean isSequence(Type type) {
        return type instanceof ArrayType || type instanceof TypedArrayType || type == PrimitiveType.STRING;
    }

    /** The source text in quotes, if it is short; else a phrase for it. */
    static String shortText(Span span) {
        String text = span.text();
        return text.length() <= 40 && !text.contains("\n") ? "\"" + text + "\"" : "this";
    }
}
