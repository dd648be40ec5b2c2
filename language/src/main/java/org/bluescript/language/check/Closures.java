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
        Optional<FunctionType> context = Assignability.withoutNull(expected) instanceof FunctionType t
                ? Optional.of(t)
                : Optional.empty();
        Optional<Type> declared = node.result()
                .map(body.types()::resolveResult)
                .or(() -> context.map(FunctionType::result).filter(t -> !Assignability.isUnknown(t)));
        FunctionBody inner =
                FunctionBody.closure(
                body, e.isArrow(), node.expressionBody(), round.results().begin(node, declared));
        List<Local> parameters = new ArrayList<>();
        for (int i = 0; i < node.parameters().size(); i++) {
            Parameter parameter = node.parameters().get(i);
            Type type = parameterType(parameter, context, i);
            parameters.add(inner.expressions().variables().declareParameter(parameter.name(), type));
        }
        context.ifPresent(c -> addUnnamed(parameters, c));
        FunctionChecker.Checked checked =
                new FunctionChecker(round).checkBody(inner, node, e.span());
        round.functions()
                .put(
                        inner.id(),
                        new TypedFunction(
                                inner.id(),
                                "(anonymous)",
                                TypedFunction.Kind.CLOSURE,
                                parameters,
                                inner.captureList(),
                                checked.result(),
                                checked.block(),
                                inner.isDeviceBound(),
                                e.span()));
        boolean unknown = Assignability.isUnknown(checked.result())
                || parameters.stream().anyMatch(p -> Assignability.isUnknown(p.type()));
        return unknown ? Nodes.unknown(e.span()) : value(e, inner, parameters, checked.result());
    }

    private TypedExpression value(Expression.Function e, FunctionBody inner, List<Local> parameters, Type result) {
        FunctionType type = new FunctionType(parameters.stream().map(Local::type).toList(), result);
        List<Variable> captured =
                inner.captures().keySet().stream().map(body::variableFor).toList();
        return captured.isEmpty()
                ? new TypedExpression.FunctionReference(e.span(), inner.id(), type)
                : new TypedExpression.MakeClosure(e.span(), inner.id(), captured, type);
    }

    private Type parameterType(Parameter parameter, Optional<FunctionType> context, int index) {
        if (parameter.type().isPresent()) {
            return body.types().resolve(parameter.type().get());
        }
        boolean known = context.isPresent() && index < context.get().parameters().size();
        if (known) {
            return context.get().parameters().get(index);
        }
        round.error(parameter.span(), "the parameter \"" + parameter.name() + "\" needs a type");
        return PrimitiveType.NEVER;
    }

    /** A function that takes fewer parameters than it will be given ignores the rest. */
    private static void addUnnamed(List<Local> parameters, FunctionType context) {
        for (int i = parameters.size(); i < context.parameters().size(); i++) {
            parameters.add(new Local("unused", context.parameters().get(i)));
        }
    }
}
