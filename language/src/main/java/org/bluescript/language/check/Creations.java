package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks {@code new}: of classes, arrays and typed arrays. */
final class Creations {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Calls calls;
    private final GenericCalls generics;
    private final Round round;

    Creations(FunctionBody body, ExpressionChecker expressions, Calls calls, GenericCalls generics) {
        this.body = body;
        this.expressions = expressions;
        this.calls = calls;
        this.generics = generics;
        this.round = body.round();
    }

    TypedExpression check(Expression.New e, Type expected) {
        String name = e.type().name().text();
        boolean isBuiltIn = e.type().qualifier().isEmpty()
                && body.module().scope().find(name).filter(s -> s instanceof ClassSymbol || s instanceof GenericClass).isEmpty();
        if (isBuiltIn && name.equals("Array")) {
            return array(e, expected);
        }
        if (isBuiltIn && name.equals("FixedArray")) {
            return array(e, new ArrayType(PrimitiveType.ANY));
        }
        if (isBuiltIn && TypeResolver.builtIn(name) instanceof TypedArrayType typed) {
            return newArray(e, typed, typed.element());
        }
        Optional<GenericClass> generic =
                body.types().findGeneric(e.type()).filter(g -> e.type().arguments().isEmpty());
        Optional<GenericClass> map = body.types().findGeneric(e.type()).filter(Prelude::isMap);
        if (map.isPresent() && e.arguments().size() == 1) {
            return new MapCreations(body, expressions, calls).check(e, expected);
        }
        boolean isSet = body.types().findGeneric(e.type()).filter(Prelude::isSet).isPresent();
        if (isSet && e.arguments().size() == 1 && !(e.arguments().getFirst() instanceof Expression.ArrayLiteral)) {
            Expression written = e.arguments().getFirst();
            TypedExpression given = expressions.value(written, PrimitiveType.NEVER);
            expressions.remember(
                    written,
                    Iterables.isNoArray(given.type()) ? new Iterables(body, expressions).array(written, given) : given);
        }
        Optional<ClassSymbol> symbol = generic.isPresent()
                ? generics.resolve(e, generic.get(), expected)
                : body.types().resolveClass(e.type());
        if (symbol.isEmpty()) {
            calls.checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        return instance(e, symbol.get());
    }

    private TypedExpression instance(Expression.New e, ClassSymbol symbol) {
        if (symbol.node().isAbstract()) {
            calls.checkAll(e.arguments());
            round.error(
                    e.span(), "the class \"" + symbol.name() + "\" is abstract", "make an instance of a subclass");
            return Nodes.unknown(e.span());
        }
        round.instances().use(symbol);
        Optional<FunctionSymbol> constructor = symbol.effectiveConstructor();
        boolean allowed = constructor
                .map(c -> Access.check(
                        body,
                        c.modifiers(),
                        c.owner().orElseThrow(),
                        "constructor of \"" + symbol.name() + "\"",
                        e.span()))
                .orElse(true);
        List<TypedExpression> arguments = calls.arguments(
                e.span(),
                e.arguments(),
                symbol.name(),
                constructor.map(FunctionSymbol::signature).orElse(ClassSymbol.NO_PARAMETERS));
        TypedExpression made = calls.build(
                e.span(),
                arguments,
                symbol.type(),
                o -> new TypedExpression.New(e.span(), symbol.type(), o));
        return allowed ? made : Nodes.unknown(e.span());
    }

    private TypedExpression array(Expression.New e, Type expected) {
        if (e.type().arguments().size() > 1) {
            round.error(e.type().span(), "Array takes one type argument");
            return Nodes.unknown(e.span());
        }
        Optional<Type> known = e.type().arguments().stream().findFirst().map(body.types()::resolve);
        if (known.isEmpty() && Assignability.withoutNull(expected) instanceof ArrayType a) {
            known = Optional.of(a.element()).filter(t -> !Assignability.isUnknown(t));
        }
        Type element = known.orElse(PrimitiveType.ANY);
        if (Assignability.isUnknown(element)) {
            calls.checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        ArrayType type = new ArrayType(element);
        if (e.arguments().isEmpty()) {
            return new TypedExpression.ArrayLiteral(e.span(), type, List.of());
        }
        return newArray(e, type, element);
    }

    private TypedExpression newArray(Expression.New e, Type type, Type element) {
        List<Expression> written = e.arguments();
        if (written.isEmpty() || written.size() > 2) {
            calls.checkAll(written);
            round.error(e.span(), type + " is made of a length and perhaps an initial value");
            return Nodes.unknown(e.span());
        }
        boolean isLiteral = written.getFirst() instanceof Expression.ArrayLiteral;
        TypedExpression first =
                expressions.value(written.getFirst(), isLiteral ? new ArrayType(element) : PrimitiveType.INTEGER);
        if (written.size() == 1 && type instanceof TypedArrayType typed && isArray(first.type())) {
            return ofElements(e, typed, first);
        }
        if (written.size() == 1 && type instanceof ArrayType && first.type() instanceof ArrayType) {
            TypedExpression source = expressions.coercion().coerce(written.getFirst(), first, type, "the copied array");
            return Nodes.isUnknown(source)
                    ? source
                    : new TypedExpression.BuiltinCall(e.span(), Builtin.ARRAY_COPY, List.of(source), type);
        }
        List<TypedExpression> operands = new ArrayList<>();
        operands.add(expressions.coercion()
                .coerce(written.getFirst(), first, PrimitiveType.INTEGER, "the length of an array"));
        if (written.size() == 2) {
            operands.add(expressions.coerced(written.get(1), element, "the initial value"));
        } else if (element == PrimitiveType.ANY) {
            operands.add(Nodes.zero(e.span(), element));
        } else if (!hasZero(element)) {
            round.error(
                    e.span(),
                    "the elements of a new " + type + " need an initial value",
                    "write new Array<" + element + ">(n, …), or start with [] and push");
            return Nodes.unknown(e.span());
        }
        if (operands.stream().anyMatch(Nodes::isUnknown)) {
            return Nodes.unknown(e.span());
        }
        return round.order()
                .inOrder(
                        e.span(),
                        operands,
                        o -> new TypedExpression.NewArray(
                                e.span(), type, o.getFirst(), o.stream().skip(1).findFirst()));
    }

    private static boolean isArray(Type type) {
        return type instanceof ArrayType || type instanceof TypedArrayType;
    }

    /** {@code new Uint8Array(array)}. */
    private TypedExpression ofElements(Expression.New e, TypedArrayType type, TypedExpression source) {
        Type given = Spreads.elementOf(source.type());
        if (Nodes.isUnknown(source) || Assignability.isUnknown(given)) {
            return Nodes.unknown(e.span());
        }
        if (!round.assignability().isAssignable(given, type.element())) {
            round.error(
                    e.arguments().getFirst().span(),
                    "the elements must be " + type.element() + ", not " + given,
                    round.assignability().advice(given, type.element()));
            return Nodes.unknown(e.span());
        }
        return new Spreads(body, expressions).typedArray(e.span(), type, source);
    }

    /** Whether zero, false or null is a value of the type. */
    private static boolean hasZero(Type type) {
        return type == PrimitiveType.INTEGER
                || type == PrimitiveType.FLOAT
                || type == PrimitiveType.BOOLEAN
                || Assignability.isNullable(type);
    }
}
