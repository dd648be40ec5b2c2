package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * What a function does on entry: it makes its parameters of what callers pass ({@link FunctionType#passed}). Most parameters are
 * what is passed. One with a default value is a variable of its own, which gets its value here, from left to right, so that a
 * default value may use the parameters before it.
 */
final class Parameters {
    private final FunctionBody body;
    private final Round round;
    private final FunctionType called;
    private final List<Local> passed = new ArrayList<>();
    private final List<TypedStatement> entry = new ArrayList<>();
    private final Local given = new Local("given", PrimitiveType.INTEGER);

    /** Of a function that callers take for one of type {@code called}. */
    Parameters(FunctionBody body, FunctionType called) {
        this.body = body;
        this.round = body.round();
        this.called = called;
    }

    /** What is passed, in order. */
    List<Local> passed() {
        return passed;
    }

    /** What is to be done before the body. */
    List<TypedStatement> entry() {
        return entry;
    }

    /** Declares the parameters in the scope at hand; {@code types} are those that the variables have. */
    void declare(List<Parameter> written, List<Type> types) {
        List<Type> forms = called.passed();
        List<VariableSymbol> symbols = new ArrayList<>();
        for (Parameter parameter : written) {
            VariableSymbol symbol = VariableSymbol.local(parameter.name(), false, body);
            body.expressions().variables().declare(parameter.name(), symbol);
            symbols.add(symbol);
        }
        for (int i = 0; i < called.parameters().size(); i++) {
            passed.add(
                    i < written.size() && isPassedAsItIs(written.get(i), i)
                            ? body.expressions().variables().create(written.get(i).name(), types.get(i))
                            : new Local(i < written.size() ? written.get(i).name().text() : "unused", forms.get(i)));
        }
        if (called.saysWhatIsGiven()) {
            passed.add(given);
        }
        for (int i = 0; i < written.size(); i++) {
            if (i < called.parameters().size() && isPassedAsItIs(written.get(i), i)) {
                symbols.get(i).declare(passed.get(i));
            } else {
                declareOwn(written.get(i), symbols.get(i), types.get(i), i);
            }
        }
    }

    private boolean isPassedAsItIs(Parameter parameter, int index) {
        return switch (parameter.kind()) {
            case REST -> called.hasRest() && index == called.fixed();
            case REQUIRED -> !called.isOptional(index) || called.parameters().get(index).isReference();
            case OPTIONAL -> parameter.defaultValue().isEmpty()
                    && called.isOptional(index)
                    && called.parameters().get(index).isReference();
        };
    }

    /** The parameter is a variable that gets its value on entry. */
    private void declareOwn(Parameter parameter, VariableSymbol symbol, Type type, int index) {
        Span span = parameter.span();
        TypedExpression value = parameter.kind() == Parameter.Kind.REST
                ? gathered(span, type, index)
                : single(parameter, type, index);
        Local local = body.expressions().variables().create(parameter.name(), type);
        symbol.declare(local);
        entry.add(new TypedStatement.Declare(span, local, Nodes.isUnknown(value) ? Nodes.zero(span, type) : value));
    }

    private TypedExpression single(Parameter parameter, Type type, int index) {
        Span span = parameter.span();
        Optional<TypedExpression> otherwise = parameter.defaultValue().map(e -> defaultValue(parameter, e, type));
        if (index >= called.fixed()) {
            return otherwise.orElseGet(() -> Nodes.zero(span, type));
        }
        TypedExpression value = Coercion.convert(read(span, passed.get(index)), type);
        Optional<TypedExpression> isGiven = isGiven(span, index);
        TypedExpression rest = otherwise.orElseGet(() -> Nodes.zero(span, type));
        if (isGiven.isEmpty() || Assignability.isUnknown(type) || Nodes.isUnknown(rest)) {
            return value;
        }
        TypedExpression seen = value.type().isReference()
                ? new TypedExpression.Read(span, passed.get(index), type)
                : value;
        return new TypedExpression.Conditional(span, isGiven.get(), seen, rest, type);
    }

    /** Whether the caller gave the parameter; nothing if every caller does. */
    private Optional<TypedExpression> isGiven(Span span, int index) {
        Local local = passed.get(index);
        if (Assignability.isNullable(local.type())) {
            return Optional.of(NullTests.isThere(body, span, read(span, local)));
        }
        return called.isOptional(index)
                ? Optional.of(Nodes.truth(new TypedExpression.Arithmetic(
                        span,
                        ArithmeticOperator.BIT_AND,
                        read(span, given),
                        Nodes.integer(span, 1 << index),
                        PrimitiveType.INTEGER)))
                : Optional.empty();
    }

    private TypedExpression defaultValue(Parameter parameter, Expression written, Type type) {
        Flow before = body.flow();
        TypedExpression value =
                body.expressions().coerced(written, type, "the default value of \"" + parameter.name() + "\"");
        body.meet(before);
        return value;
    }

    /** The array of what callers give one by one. */
    private TypedExpression gathered(Span span, Type type, int index) {
        if (!(type instanceof ArrayType array)) {
            return Nodes.unknown(span);
        }
        List<TypedExpression> elements = new ArrayList<>();
        for (int i = index; i < called.fixed(); i++) {
            elements.add(Coercion.convert(read(span, passed.get(i)), array.element()));
        }
        return new TypedExpression.ArrayLiteral(span, array, elements);
    }

    private static TypedExpression read(Span span, Local local) {
        return new TypedExpression.Read(span, local, local.type());
    }
}
