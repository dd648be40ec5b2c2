package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks the bodies of functions and methods. */
final class FunctionChecker {
    /** A checked body and the type of what it returns. */
    record Checked(TypedStatement.Block block, Type result) {}

    private final Round round;

    FunctionChecker(Round round) {
        this.round = round;
    }

    /** Checks a declared function, method or static method, once a round; of a generic one the text. */
    void check(FunctionSymbol function) {
        if (function.generic().isPresent()) {
            round.instances().checkText(function);
        } else {
            checkNow(function);
        }
    }

    /** Checks the function for the types that it has, unless that has been done. */
    void checkNow(FunctionSymbol function) {
        if (function.state() != FunctionSymbol.State.WAITING) {
            return;
        }
        function.begin();
        Optional<Type> settled = round.settled().resultOf(function);
        if (settled.isPresent()) {
            function.finish(settled.get());
            return;
        }
        FunctionNode node = function.node();
        boolean isMethod = function.owner().isPresent() && !function.modifiers().isStatic();
        List<VariableSymbol> captured = NestedGenerics.capturedBy(round, function);
        FunctionBody body = function.body(
                round,
                isMethod
                        ? TypedFunction.Kind.METHOD
                        : captured.isEmpty() ? TypedFunction.Kind.FUNCTION : TypedFunction.Kind.CLOSURE,
                round.results().begin(node, function.typeArguments(), function.declaredResult()));
        captured.forEach(body::variableFor);
        List<Local> parameters = new ArrayList<>();
        if (isMethod) {
            parameters.add(body.addReceiver(function.owner().get().type()));
        }
        Parameters declared = new Parameters(body, function.signature());
        declared.declare(node.parameters(), function.variableTypes(body.types()));
        parameters.addAll(declared.passed());
        if (isMethod && ThisResults.isDeclared(function)) {
            ThisResults.otherValues(function).forEach(e -> round.error(
                    e.span(), "a method whose result is \"this\" returns this, or what such a method of it gives"));
        }
        Checked checked = function.modifiers().isAbstract()
                ? neverCalled(function)
                : checkBody(body, node, declared.entry(), function.declaration().span());
        round.functions()
                .put(
                        function.id(),
                        new TypedFunction(
                                function.id(),
                                displayName(function),
                                body.kind(),
                                parameters,
                                body.captureList(),
                                checked.result(),
                                checked.block(),
                                body.isDeviceBound(),
                                node.span()));
        function.finish(checked.result());
    }

    /** The body of an abstract method: no object has it, but the class has a place for it. */
    private Checked neverCalled(FunctionSymbol function) {
        Span span = function.declaration().span();
        boolean isSetter = function.name().startsWith(GetSet.setter(""));
        if (function.declaredResult().isEmpty() && !isSetter) {
            round.error(span, "an abstract method declares its result", "write abstract " + function.name() + "(…): void");
        }
        Type result = function.declaredResult().orElse(PrimitiveType.VOID);
        TypedStatement give = new TypedStatement.Return(
                span, result == PrimitiveType.VOID ? Optional.empty() : Optional.of(Nodes.zero(span, result)));
        return new Checked(new TypedStatement.Block(span, List.of(give)), result);
    }

    /**
     * Checks the statements of a function whose parameters have been declared. {@code entry} is what happens before,
     * {@code name} is where messages point.
     */
    Checked checkBody(FunctionBody body, FunctionNode node, List<TypedStatement> entry, Span name) {
        List<TypedStatement> statements = new ArrayList<>(entry);
        statements.addAll(body.statements().list(node.body().statements()));
        boolean fallsOff = body.flow().reachable();
        if (body.returns().isInferred() && fallsOff && !body.returns().hasValues()) {
            body.returns().add(PrimitiveType.VOID, name, round);
        }
        Type result = round.results().conclude(node, body.typeArguments(), body.returns(), name);
        if (NeverResults.isDeclared(node)) {
            if (fallsOff && !body.module().isBroken() || body.returns().hasValues()) {
                round.error(name, "a function whose result is never must not return", "let it throw an error on every way");
            }
            return new Checked(new TypedStatement.Block(node.body().span(), statements), result);
        }
        if (fallsOff && result != PrimitiveType.VOID && !Assignability.isUnknown(result)
                && !body.module().isBroken()) {
            round.error(
                    name,
                    "this function can end without returning " + TypeResolver.article(result.toString()),
                    Assignability.mayBeNull(result) ? Optional.of("write return null at its end") : Optional.empty());
        }
        return new Checked(new TypedStatement.Block(node.body().span(), statements), result);
    }

    private static String displayName(FunctionSymbol function) {
        if (function.module().isBuiltIn()) {
            return function.owner().map(o -> o.type().name() + ".").orElse("") + Prelude.shownName(function.name());
        }
        return function.owner().map(o -> o.name() + ".").orElse("") + function.instanceName();
    }
}
