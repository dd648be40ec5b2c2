package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.ast.UnaryOperator;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** What functions take, as their parameters say. */
final class Signatures {
    private final Round round;
    private final TypeResolver types;

    Signatures(Round round, TypeResolver types) {
        this.round = round;
        this.types = types;
    }

    /** The function type of parameters of these types. */
    static FunctionType type(List<Parameter> parameters, List<Type> types, Type result) {
        int required = (int) parameters.stream()
                .filter(p -> p.kind() == Parameter.Kind.REQUIRED)
                .count();
        boolean hasRest = !parameters.isEmpty() && parameters.getLast().kind() == Parameter.Kind.REST;
        return new FunctionType(types, result, required, hasRest);
    }

    /**
     * Finds what a declared function takes. The type of a default value that is no literal is found only when somebody needs
     * it, since that may take other functions.
     */
    void resolve(FunctionSymbol symbol) {
        checkCount(symbol.node().parameters());
        boolean isConstructor = symbol.owner().isPresent() && symbol.declaration().text().equals("constructor");
        if (!isConstructor) {
            refuseProperties(symbol.node().parameters());
        }
        List<Type> found = new ArrayList<>();
        boolean complete = true;
        for (Parameter parameter : symbol.node().parameters()) {
            Optional<Type> type = written(parameter);
            complete &= type.isPresent();
            found.add(type.orElse(PrimitiveType.NEVER));
        }
        checkGuard(symbol.node());
        Optional<Type> result = symbol.node().result().map(types::resolveResult);
        symbol.setSignature(type(symbol.node().parameters(), found, PrimitiveType.VOID), result);
        if (!complete) {
            symbol.completeLater(() -> complete(symbol, found));
        }
    }

    private FunctionType complete(FunctionSymbol symbol, List<Type> found) {
        List<Parameter> parameters = symbol.node().parameters();
        List<Type> all = new ArrayList<>(found);
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (written(parameter).isEmpty()) {
                Type type = round.globals()
                        .triedType(
                                symbol,
                                parameters.subList(0, i),
                                all,
                                parameter.defaultValue().orElseThrow());
                all.set(i, orReported(parameter, type));
            }
        }
        return type(parameters, all, PrimitiveType.VOID);
    }

    /** The type found for the parameter, which must be one. */
    Type orReported(Parameter parameter, Type type) {
        if (Assignability.isUnknown(type)) {
            round.forReal(() -> {
                round.errorIfAlone(parameter.span(), untyped(parameter), advice(parameter));
                return null;
            });
            return type;
        }
        if (type == PrimitiveType.VOID || type == PrimitiveType.NULL || Assignability.isOpenArray(type)) {
            round.forReal(() -> {
                reportUntyped(parameter);
                return null;
            });
            return PrimitiveType.NEVER;
        }
        return type;
    }

    void reportUntyped(Parameter parameter) {
        round.error(parameter.span(), untyped(parameter), advice(parameter));
    }

    private static String untyped(Parameter parameter) {
        return "the parameter \"" + parameter.name() + "\" needs a type";
    }

    private static String advice(Parameter parameter) {
        boolean isRest = parameter.kind() == Parameter.Kind.REST;
        return "write " + (isRest ? "..." + parameter.name() + ": integer[]" : parameter.name() + ": integer")
                + ", for example";
    }

    /** The type that can be seen at once; nothing if it takes the check of a default value. */
    private Optional<Type> written(Parameter parameter) {
        if (parameter.type().isPresent()) {
            return Optional.of(types.resolve(parameter, parameter.type().get()));
        }
        if (parameter.defaultValue().isPresent()) {
            return ofLiteral(parameter.defaultValue().get());
        }
        return Optional.of(ofUntyped(parameter));
    }

    /** The type of a parameter of which the program says nothing. */
    static Type ofUntyped(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.REST ? new ArrayType(PrimitiveType.ANY) : PrimitiveType.ANY;
    }

    /** The type of a literal. */
    static Optional<Type> ofLiteral(Expression value) {
        return switch (value) {
            case Expression.IntegerLiteral e -> Optional.of(PrimitiveType.INTEGER);
            case Expression.FloatLiteral e -> Optional.of(PrimitiveType.FLOAT);
            case Expression.BooleanLiteral e -> Optional.of(PrimitiveType.BOOLEAN);
            case Expression.StringLiteral e -> Optional.of(PrimitiveType.STRING);
            case Expression.TemplateLiteral e -> Optional.of(PrimitiveType.STRING);
            case Expression.Unary e when e.operator() == UnaryOperator.MINUS -> ofLiteral(e.operand());
            default -> Optional.empty();
        };
    }

    /** Reports optional parameters for which a call has no room to say whether they are given. */
    void checkCount(List<Parameter> parameters) {
        for (int i = FunctionType.OPTIONAL_LIMIT; i < parameters.size(); i++) {
            if (parameters.get(i).kind() == Parameter.Kind.OPTIONAL) {
                Span span = parameters.get(i).span();
                round.error(span, "only the first " + FunctionType.OPTIONAL_LIMIT + " parameters can be optional");
                return;
            }
        }
    }

    /** Reports a result {@code x is T} without a parameter {@code x}, or with a type that is none. */
    void checkGuard(FunctionNode node) {
        if (node.result().isPresent() && node.result().get() instanceof TypeNode.Guard guard) {
            types.resolve(guard.type());
            if (node.parameters().stream().noneMatch(p -> p.name().text().equals(guard.parameter().text()))) {
                round.error(guard.parameter().span(), "there is no parameter \"" + guard.parameter() + "\"");
            }
        }
    }

    void refuseProperties(List<Parameter> parameters) {
        parameters.stream()
                .filter(p -> p.property().isPresent())
                .forEach(p -> round.error(p.span(), "only parameters of a constructor are properties as well"));
    }

    /** The element type of a rest parameter. */
    static Type elementOf(Type rest) {
        return rest instanceof ArrayType array ? array.element() : PrimitiveType.NEVER;
    }
}
