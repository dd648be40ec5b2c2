package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Makes the constructor of a class, whether it was written or not: it runs the superclass's constructor, then the property
 * initialisers, then what was written; and it leaves no property without a value.
 */
final class ConstructorChecker {
    private final Round round;
    private final ClassSymbol symbol;
    private final FunctionBody body;

    ConstructorChecker(Round round, ClassSymbol symbol) {
        this.round = round;
        this.symbol = symbol;
        this.body = FunctionBody.of(
                round,
                symbol.module(),
                ClassDeclarations.constructorOf(symbol),
                TypedFunction.Kind.CONSTRUCTOR,
                Optional.of(symbol),
                ReturnTypes.of(PrimitiveType.VOID));
    }

    void check() {
        Local receiver = new Local("this", symbol.type());
        List<Local> parameters = new ArrayList<>(List.of(receiver));
        List<TypedStatement> statements = new ArrayList<>();
        if (symbol.constructor().isPresent()) {
            written(symbol.constructor().get(), receiver, parameters, statements);
        } else {
            synthesized(receiver, parameters, statements);
        }
        checkProperties();
        Span span = symbol.constructor().map(c -> c.node().span()).orElse(symbol.node().name().span());
        round.functions()
                .put(
                        body.id(),
                        new TypedFunction(
                                body.id(),
                                "new " + (symbol.module().isBuiltIn() ? symbol.type().name() : symbol.name()),
                                body.kind(),
                                parameters,
                                List.of(),
                                PrimitiveType.VOID,
                                new TypedStatement.Block(span, statements),
                                body.isDeviceBound(),
                                span));
    }

    private void written(
            FunctionSymbol constructor, Local receiver, List<Local> parameters, List<TypedStatement> statements) {
        Parameters declared = new Parameters(body, constructor.signature());
        declared.declare(constructor.node().parameters(), constructor.variableTypes(body.types()));
        parameters.addAll(declared.passed());
        statements.addAll(declared.entry());
        List<Statement> rest = constructor.node().body().statements();
        if (symbol.node().superclass().isPresent()) {
            Optional<Expression.Call> call = superCall(rest);
            if (call.isPresent()) {
                superArguments(call.get(), receiver, statements);
                rest = rest.subList(1, rest.size());
            } else if (!symbol.module().isBroken()) {
                round.error(
                        constructor.declaration().span(),
                        "the constructor of a subclass begins with super(…)");
            }
        }
        body.addReceiver(receiver);
        parameterProperties(constructor, statements);
        initializers(statements);
        statements.addAll(body.statements().list(rest));
    }

    /** Takes what the superclass's constructor takes and passes it on. */
    private void synthesized(Local receiver, List<Local> parameters, List<TypedStatement> statements) {
        body.addReceiver(receiver);
        symbol.superclass().ifPresent(superclass -> {
            List<TypedExpression> arguments = new ArrayList<>();
            Span span = symbol.node().name().span();
            arguments.add(read(span, receiver));
            superclass.effectiveConstructor().ifPresent(c -> {
                List<Type> passed = c.signature().passed();
                for (int i = 0; i < passed.size(); i++) {
                    boolean isNamed = i < c.node().parameters().size();
                    Local local = new Local(isNamed ? c.node().parameters().get(i).name().text() : "given", passed.get(i));
                    parameters.add(local);
                    arguments.add(read(span, local));
                }
            });
            statements.add(superCall(span, superclass, arguments));
        });
        initializers(statements);
    }

    private static Optional<Expression.Call> superCall(List<Statement> statements) {
        return statements.stream()
                .findFirst()
                .filter(Statement.ExpressionStatement.class::isInstance)
                .map(s -> ((Statement.ExpressionStatement) s).expression())
                .filter(Expression.Call.class::isInstance)
                .map(Expression.Call.class::cast)
                .filter(c -> c.callee() instanceof Expression.Super);
    }

    private void superArguments(Expression.Call call, Local receiver, List<TypedStatement> statements) {
        FunctionType taken = symbol.superclass()
                .flatMap(ClassSymbol::effectiveConstructor)
                .map(FunctionSymbol::signature)
                .orElse(ClassSymbol.NO_PARAMETERS);
        List<TypedExpression> arguments = new ArrayList<>(List.of(read(call.span(), receiver)));
        if (symbol.superclass().isEmpty()) {
            // The superclass was not found, which has been reported.
            call.arguments().forEach(a -> body.expressions().value(a, PrimitiveType.NEVER));
            return;
        }
        arguments.addAll(body.expressions().calls().arguments(call, symbol.superclass().get().name(), taken));
        if (arguments.stream().noneMatch(Nodes::isUnknown)) {
            statements.add(superCall(call.span(), symbol.superclass().get(), arguments));
        }
    }

    private TypedStatement superCall(Span span, ClassSymbol superclass, List<TypedExpression> arguments) {
        TypedExpression call = body.expressions()
                .calls()
                .inOrder(
                        span,
                        arguments,
                        o -> new TypedExpression.Call(
                                span, ClassDeclarations.constructorOf(superclass), o, PrimitiveType.VOID));
        return new TypedStatement.Evaluate(span, call);
    }

    /** Gives the properties their values that are declared among the parameters. */
    private void parameterProperties(FunctionSymbol constructor, List<TypedStatement> statements) {
        for (Parameter parameter : constructor.node().parameters()) {
            FieldSymbol field = symbol.fields().get(parameter.name().text());
            if (parameter.property().isEmpty() || field == null || Assignability.isUnknown(field.type())) {
                continue;
            }
            Span span = parameter.span();
            TypedExpression value = body.expressions()
                    .value(new Expression.Identifier(parameter.name().span(), field.name()), field.type());
            TypedExpression object = body.expressions()
                    .variables()
                    .read(span, body.receiver().orElseThrow());
            if (!Nodes.isUnknown(value)) {
                statements.add(new TypedStatement.Evaluate(
                        span,
                        new TypedExpression.FieldWrite(
                                span, object, field.field(), Coercion.convert(value, field.type()))));
            }
        }
    }

    private boolean isParameterProperty(FieldSymbol field) {
        return symbol.constructor().stream()
                .flatMap(c -> c.node().parameters().stream())
                .anyMatch(p -> p.property().isPresent() && p.name().equals(field.node().name()));
    }

    /** Runs the property initialisers, which see the module and {@code this}, but not the constructor's parameters. */
    private void initializers(List<TypedStatement> statements) {
        for (FieldSymbol field : symbol.fields().values()) {
            boolean hasValue = field.node().initializer().isPresent()
                    || field.node().isDefinite()
                    || isParameterProperty(field);
            if (!hasValue) {
                body.setFlow(body.flow().unassign(field));
            }
        }
        body.inScope(Scope.in(symbol.around()), Optional.of(symbol), () -> {
            symbol.fields().values().stream()
                    .filter(f -> f.node().initializer().isPresent())
                    .forEach(f -> initializer(f, statements));
            return null;
        });
    }

    private void initializer(FieldSymbol field, List<TypedStatement> statements) {
        Expression written = field.node().initializer().orElseThrow();
        Type declared = Optional.ofNullable(field.type())
                .or(() -> body.statements().declarations().learned(field.node().name(), Optional.of(written)))
                .orElse(PrimitiveType.NEVER);
        TypedExpression value =
                body.expressions().coerced(written, declared, "the property \"" + field.name() + "\"");
        boolean isInferred = field.node().type().isEmpty();
        if (isInferred) {
            Type type = body.statements().declarations().inferred(field.node().name(), value.type());
            if (field.type() == null) {
                field.setType(type);
            }
        }
        if (!Nodes.isUnknown(value) && !Assignability.isUnknown(field.type())) {
            Span span = field.node().span();
            TypedExpression object = body.expressions()
                    .variables()
                    .read(span, body.receiver().orElseThrow());
            statements.add(new TypedStatement.Evaluate(
                    span, new TypedExpression.FieldWrite(span, object, field.field(), value)));
        }
    }

    private void checkProperties() {
        Flow end = body.atEnd();
        for (FieldSymbol field : symbol.fields().values()) {
            if (end.isUnassigned(field) && !symbol.module().isBroken() && !Assignability.isUnknown(field.type())) {
                round.error(
                        field.node().name().span(),
                        symbol.constructor().isPresent()
                                ? "the property \"" + field.name() + "\" may have no value when the constructor ends"
                                : "the property \"" + field.name() + "\" has no value",
                        "give it one here" + (symbol.constructor().isPresent() ? ", or on every path of the constructor" : " or in a constructor"));
            }
        }
    }

    private static TypedExpression read(Span span, Local local) {
        return new TypedExpression.Read(span, local, local.type());
    }
}
