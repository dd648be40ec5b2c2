package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Calls getters and setters.
 *
 * @param name where the program names the property
 * @param isExact whether the very function is called, not one that overrides it: for static properties and through {@code super}
 */
record AccessorCalls(FunctionBody body, Span span, Span name, GetSet property, boolean isExact) {
    /** What the getter gives; {@code operands} holds the object, or nothing if the property is static. */
    TypedExpression read(List<TypedExpression> operands) {
        if (property.getter().isEmpty()) {
            body.round().error(name, "\"" + property.name() + "\" has a setter but no getter");
            return Nodes.unknown(span);
        }
        FunctionSymbol getter = property.getter().get();
        if (!Access.check(body, getter, name)) {
            return Nodes.unknown(span);
        }
        return call(getter, operands);
    }

    /** Whether there is a setter that may be used here; reports it if not. */
    boolean isWritable() {
        if (property.setter().isEmpty()) {
            body.round().error(name, "\"" + property.name() + "\" has a getter but no setter");
            return false;
        }
        return Access.check(body, property.setter().get(), name);
    }

    /** What can be stored. */
    Type type() {
        return property.setter()
                .map(FunctionSymbol::parameters)
                .filter(p -> p.size() == 1)
                .map(List::getFirst)
                .orElse(PrimitiveType.NEVER);
    }

    /** Calls the setter; gives the value. */
    TypedExpression write(List<TypedExpression> operands, TypedExpression value) {
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        List<TypedExpression> passed = new ArrayList<>();
        operands.forEach(o -> passed.add(EvaluationOrder.temporary(o, temporaries)));
        TypedExpression stored = EvaluationOrder.temporary(value, temporaries);
        passed.add(stored);
        TypedExpression call = call(property.setter().orElseThrow(), passed);
        temporaries.add(new TypedExpression.Temporary(new Local("t", PrimitiveType.VOID), call));
        return EvaluationOrder.letIfNeeded(span, temporaries, stored);
    }

    private TypedExpression call(FunctionSymbol function, List<TypedExpression> operands) {
        body.forgetAcrossCall();
        body.round().instances().use(function);
        Type result = body.round().results().resultOf(function);
        if (Assignability.isUnknown(result) || operands.stream().anyMatch(Nodes::isUnknown)) {
            return Nodes.unknown(span);
        }
        if (isExact) {
            return new TypedExpression.Call(span, function.id(), operands, result);
        }
        Method method = new Method(
                function.owner().orElseThrow().type(), function.instanceName(), function.typeWith(result), function.id());
        return new TypedExpression.MethodCall(
                span, operands.getFirst(), method, operands.subList(1, operands.size()), result);
    }

    /** The getter and setter that {@code super.name} means in the function. */
    static Optional<GetSet> ofSuper(FunctionBody body, String name) {
        return body.owner().flatMap(ClassSymbol::superclass).flatMap(s -> s.findAccessors(name));
    }
}
