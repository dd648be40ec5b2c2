package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks function literals. What they do not say of their types comes from the context. */
final class Closures {
    private final FunctionBody body;
    private final Round round;

    Closures(FunctionBody body) {
        this.body = body;
        this.round = body.round();
    }

    TypedExpression check(Expression.Function e, Type expected) {
        FunctionNode node = e.function();
        if (!node.typeParameters().isEmpty()) {
            round.error(
                    node.typeParameters().getFirst().span(),
                    "a generic function literal is the value of a constant",
                    "write const f = <T>(…) => …, or declare a function");
            return Nodes.unknown(e.span());
        }
        List<Type> functions = Unions.membersOf(expected).stream().filter(FunctionType.class::isInstance).toList();
        Optional<FunctionType> context = functions.size() == 1
                ? Optional.of((FunctionType) functions.getFirst())
                : Optional.empty();
        Optional<Type> declared = node.result()
                .map(body.types()::resolveResult)
                .or(() -> context.map(FunctionType::result).filter(t -> !Assignability.isUnknown(t)));
        boolean dropsResult = node.expressionBody() || node.result().isEmpty();
        FunctionBody inner =
                FunctionBody.closure(
                        body, e.isArrow(), dropsResult, round.results().begin(node, body.typeArguments(), declared));
        new Signatures(round, body.types()).checkCount(node.parameters());
        new Signatures(round, body.types()).checkGuard(node);
        new Signatures(round, body.types()).refuseProperties(node.parameters());
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < node.parameters().size(); i++) {
            types.add(parameterType(node.parameters(), types, context));
        }
        FunctionType called = called(node.parameters(), types, context);
        Parameters parameters = new Parameters(inner, called);
        parameters.declare(node.parameters(), variableTypes(node.parameters(), types, called));
        FunctionChecker.Checked checked =
                new FunctionChecker(round).checkBody(inner, node, parameters.entry(), e.span());
        round.functions()
                .put(
                        inner.id(),
                        new TypedFunction(
                                inner.id(),
                                "(anonymous)",
                                TypedFunction.Kind.CLOSURE,
                                parameters.passed(),
                                inner.captureList(),
                                checked.result(),
                                checked.block(),
                                inner.isDeviceBound(),
                                e.span()));
        boolean unknown = Assignability.isUnknown(checked.result())
                || types.stream().anyMatch(Assignability::isUnknown);
        FunctionType type =
                new FunctionType(called.parameters(), checked.result(), called.required(), called.hasRest());
        return unknown ? Nodes.unknown(e.span()) : value(e, inner, type);
    }

    private TypedExpression value(Expression.Function e, FunctionBody inner, FunctionType type) {
        List<Variable> captured =
                inner.captures().keySet().stream().map(body::variableFor).toList();
        return captured.isEmpty()
                ? new TypedExpression.FunctionReference(e.span(), inner.id(), type)
                : new TypedExpression.MakeClosure(e.span(), inner.id(), captured, type);
    }

    /** The type that an argument for the parameter has. */
    private Type parameterType(List<Parameter> written, List<Type> before, Optional<FunctionType> context) {
        int index = before.size();
        Parameter parameter = written.get(index);
        Signatures signatures = new Signatures(round, body.types());
        if (parameter.type().isPresent()) {
            return body.types().resolve(parameter, parameter.type().get());
        }
        Optional<Type> known = context.flatMap(c -> fromContext(parameter, c, index));
        if (known.isPresent()) {
            boolean isNeverNull = parameter.defaultValue().isPresent();
            return isNeverNull ? Assignability.withoutNull(known.get()) : known.get();
        }
        if (parameter.defaultValue().isPresent()) {
            return signatures.orReported(parameter, ofDefault(parameter.defaultValue().get(), written, before));
        }
        return Signatures.ofUntyped(parameter);
    }

    private static Optional<Type> fromContext(Parameter parameter, FunctionType context, int index) {
        if (index < context.fixed()) {
            Type type = context.parameters().get(index);
            return Optional.of(parameter.kind() == Parameter.Kind.REST ? TypeResolver.arrayOf(type) : type);
        }
        boolean bothRest = parameter.kind() == Parameter.Kind.REST && context.hasRest();
        return bothRest && index == context.fixed() ? Optional.of(context.parameters().get(index)) : Optional.empty();
    }

    private Type ofDefault(Expression value, List<Parameter> written, List<Type> before) {
        return Signatures.ofLiteral(value).orElseGet(() -> round.onTrial(() -> body.inNewScope(() -> {
            for (int i = 0; i < before.size(); i++) {
                VariableSymbol symbol = VariableSymbol.local(written.get(i).name(), false, body);
                symbol.declare(new Local(symbol.name(), before.get(i)));
                body.scope().declare(symbol.name(), symbol);
            }
            Flow flow = body.flow();
            Type type = body.expressions().check(value, PrimitiveType.NEVER).type();
            body.setFlow(flow);
            return type;
        })));
    }

    /**
     * How the function is called: as the context wants it, if the parameters can be made of that, else as they say themselves;
     * that it does not fit is then found out when it is stored. Parameters beyond what the context gives may be optional.
     */
    private FunctionType called(List<Parameter> written, List<Type> types, Optional<FunctionType> context) {
        FunctionType own = Signatures.type(written, types, PrimitiveType.VOID);
        if (context.isEmpty()) {
            return own;
        }
        FunctionType wanted = context.get();
        boolean fits = own.required() <= wanted.fixed();
        List<Type> parameters = new ArrayList<>(wanted.parameters());
        for (int i = 0; i < written.size(); i++) {
            Parameter parameter = written.get(i);
            boolean isRest = parameter.kind() == Parameter.Kind.REST;
            boolean isDeclared = parameter.type().isPresent();
            if (!isRest && i < wanted.fixed() && isDeclared) {
                parameters.set(i, types.get(i));
                fits &= parameter.kind() == Parameter.Kind.OPTIONAL
                        || !wanted.isOptional(i)
                        || Assignability.isNullable(types.get(i));
            } else if (isRest && i == wanted.fixed() && wanted.hasRest()) {
                parameters.set(i, types.get(i));
            } else if (isRest) {
                fits &= gathers(types.get(i), wanted, i);
            }
        }
        return fits ? new FunctionType(parameters, wanted.result(), wanted.required(), wanted.hasRest()) : own;
    }

    /** Whether an array for a rest parameter can be made of what the context gives one by one from the index on. */
    private boolean gathers(Type rest, FunctionType wanted, int index) {
        if (wanted.hasRest() || wanted.required() < wanted.fixed() || !(rest instanceof ArrayType array)) {
            return false;
        }
        return wanted.parameters().subList(Math.min(index, wanted.fixed()), wanted.fixed()).stream()
                .allMatch(t -> round.assignability().isAssignable(t, array.element()));
    }

    /** The types of the parameters as variables: null where nothing may be given and nothing else is said. */
    private List<Type> variableTypes(List<Parameter> written, List<Type> types, FunctionType called) {
        List<Type> result = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Parameter parameter = written.get(i);
            boolean mayBeNull = parameter.defaultValue().isEmpty()
                    && (parameter.kind() == Parameter.Kind.OPTIONAL || called.isOptional(i));
            result.add(mayBeNull ? TypeResolver.orNull(types.get(i)) : types.get(i));
        }
        return result;
    }
}
