package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The functions that are declared in a block. One that captures nothing is a function like those of a module. Any other is a
 * constant that holds a closure, which is made at the beginning of the block or, if it captures variables of the block, right
 * after the last of them has been declared. What a function captures is known from an earlier round. For generic ones see
 * {@link NestedGenerics}.
 */
final class NestedFunctions {
    private final FunctionBody body;
    private final Round round;
    private final List<FunctionSymbol> plain = new ArrayList<>();
    private final List<FunctionSymbol> generic = new ArrayList<>();
    private final Map<Name, Closure> closures = new LinkedHashMap<>();
    /** The variables that each statement of the block declares. */
    private final Map<Name, Statement> declaredBy = new LinkedHashMap<>();
    private final List<Statement> order;

    private record Closure(FunctionSymbol function, VariableSymbol symbol, Set<Name> captured, boolean isEarly) {}

    private NestedFunctions(FunctionBody body, List<Statement> statements) {
        this.body = body;
        this.round = body.round();
        this.order = statements;
    }

    /** Makes the functions that the statements declare known in the present scope. */
    static NestedFunctions announce(FunctionBody body, List<Statement> statements, List<TypedStatement> result) {
        NestedFunctions functions = new NestedFunctions(body, statements);
        functions.announce(result);
        return functions;
    }

    private void announce(List<TypedStatement> result) {
        for (Statement statement : order) {
            switch (statement) {
                case Statement.FunctionDeclaration s when !s.function().typeParameters().isEmpty() ->
                    announceGeneric(s.name(), s.function());
                case Statement.FunctionDeclaration s -> announce(s, result);
                case Statement.Variables s -> s.declarators().forEach(d -> announce(s, d));
                default -> {}
            }
        }
        make(Optional.empty(), result);
    }

    private void announce(Statement.Variables s, Statement.Declarator d) {
        ModuleDeclarations.genericFunction(s, d)
                .ifPresentOrElse(f -> announceGeneric(d.name(), f), () -> declaredBy.put(d.name(), s));
    }

    private void announceGeneric(Name name, FunctionNode node) {
        FunctionSymbol function = FunctionSymbol.nested(name, node, body);
        body.expressions().variables().declare(name, function);
        function.makeGeneric(new Generic(round, function));
        ModuleDeclarations.resolveSignatureNow(round, function);
        generic.add(function);
    }

    private void announce(Statement.FunctionDeclaration s, List<TypedStatement> result) {
        FunctionSymbol function = FunctionSymbol.nested(s.name(), s.function(), body);
        Set<Name> captured = round.knowledge().capturedBy(s.name());
        if (captured.isEmpty()) {
            body.expressions().variables().declare(s.name(), function);
            plain.add(function);
            new Signatures(round, body.types()).resolve(function);
            return;
        }
        VariableSymbol symbol = VariableSymbol.function(s.name(), body);
        body.expressions().variables().declare(s.name(), symbol);
        new Signatures(round, body.types()).resolve(function);
        Local local = body.expressions().variables().create(s.name(), typeOf(function));
        symbol.bind(local);
        boolean isEarly = round.knowledge().knows(s.name(), Knowledge.Fact.CAPTURED_EARLY);
        if (isEarly) {
            result.add(new TypedStatement.Declare(s.span(), local, Nodes.zero(s.span(), local.type())));
        }
        closures.put(s.name(), new Closure(function, symbol, captured, isEarly));
    }

    private FunctionType typeOf(FunctionSymbol function) {
        Type result = function.declaredResult()
                .or(() -> round.knowledge().resultOf(function.node(), body.typeArguments()))
                .orElse(PrimitiveType.NEVER);
        return function.typeWith(result);
    }

    /** Makes the closures that could not be made before the statement had run. */
    void after(Statement statement, List<TypedStatement> result) {
        make(Optional.of(statement), result);
    }

    /** Checks what nobody has called. */
    void finish() {
        FunctionChecker checker = new FunctionChecker(round);
        plain.forEach(checker::check);
        new NestedGenerics(round).check(generic);
    }

    private void make(Optional<Statement> last, List<TypedStatement> result) {
        closures.values().stream()
                .filter(c -> lastNeeded(c).equals(last))
                .forEach(c -> make(c, result));
    }

    /** The last statement that declares a variable which the closure captures, itself or through others of the block. */
    private Optional<Statement> lastNeeded(Closure closure) {
        List<Name> needed = new ArrayList<>(closure.captured());
        for (int i = 0; i < needed.size(); i++) {
            Stream.ofNullable(closures.get(needed.get(i)))
                    .flatMap(c -> c.captured().stream())
                    .filter(n -> !needed.contains(n))
                    .toList()
                    .forEach(needed::add);
        }
        return order.stream()
                .filter(s -> needed.stream().anyMatch(n -> declaredBy.get(n) == s))
                .reduce((a, b) -> b);
    }

    private void make(Closure closure, List<TypedStatement> result) {
        FunctionSymbol function = closure.function();
        FunctionNode node = function.node();
        Span span = function.declaration().span();
        FunctionBody inner = function.body(
                round, TypedFunction.Kind.CLOSURE, round.results().begin(node, body.typeArguments(), function.declaredResult()));
        Parameters parameters = new Parameters(inner, function.signature());
        parameters.declare(node.parameters(), function.variableTypes(inner.types()));
        FunctionChecker.Checked checked =
                new FunctionChecker(round).checkBody(inner, node, parameters.entry(), span);
        List<Variable> captured =
                inner.captures().keySet().stream().map(body::variableFor).toList();
        round.functions()
                .put(
                        inner.id(),
                        new TypedFunction(
                                inner.id(),
                                function.name(),
                                TypedFunction.Kind.CLOSURE,
                                parameters.passed(),
                                inner.captureList(),
                                checked.result(),
                                checked.block(),
                                inner.isDeviceBound(),
                                node.span()));
        FunctionType type = function.typeWith(checked.result());
        TypedExpression value = captured.isEmpty()
                ? new TypedExpression.FunctionReference(span, inner.id(), type)
                : new TypedExpression.MakeClosure(span, inner.id(), captured, type);
        Local local = (Local) closure.symbol().variable();
        closure.symbol().markDeclared();
        result.add(
                closure.isEarly()
                        ? new TypedStatement.Evaluate(span, new TypedExpression.Write(span, local, value))
                        : new TypedStatement.Declare(span, local, value));
    }
}
