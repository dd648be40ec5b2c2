package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/** Functions declared in blocks, which use the variables around them: one, or two that call each other. */
final class NestedFunctions implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return scope.body().calls() && make.mayNest(scope) && scope.depth() > 0 ? 5 : 0;
    }

    /** Each sees all of them. The scope knows them only afterwards, for the bodies stand before. */
    @Override
    public Node make(Maker make, Scope scope) {
        List<FunctionShape> functions = new ArrayList<>();
        for (int i = make.chooser().between(1, 2); i > 0; i--) {
            functions.add(make.functionShape("n"));
        }
        Scope seen = scope.with(scope.body());
        functions.forEach(f -> seen.add(variable(f)));
        List<Node> lines = new ArrayList<>();
        for (FunctionShape function : functions) {
            Scope body = seen.function(new Scope.Body(function.result(), Optional.empty(), true, true));
            Node parameters = Signatures.parameters(make, function.type(), body);
            lines.add(Node.statement(
                    "function " + function.name(), parameters, ": " + function.result().text() + " ",
                    FunctionLiterals.body(make, function.result(), body)));
        }
        Scope rest = seen.block();
        lines.addAll(make.statements(rest, 4));
        return Node.statement(Node.block(lines));
    }

    private static Variable variable(FunctionShape function) {
        return new Variable(function.name(), function.type(), false);
    }
}
