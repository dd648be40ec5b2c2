package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** {@code break} and {@code continue}, under a condition. */
final class Jumps implements StatementForm {
    @Override
    public int weight(Maker make, Scope scope) {
        return scope.exits().isEmpty() ? 0 : 8;
    }

    @Override
    public Node make(Maker make, Scope scope) {
        Node condition = make.condition(scope, 1);
        return Node.statement("if (", condition, ") ", Node.block(List.of(Node.statement(jump(make.chooser(), scope) + ";"))));
    }

    private static String jump(Chooser chooser, Scope scope) {
        boolean inLoop = scope.exits().stream().anyMatch(Scope.Exit::isLoop);
        List<Scope.Exit> labelled =
                scope.exits().stream().filter(e -> !e.label().isEmpty()).toList();
        if (!labelled.isEmpty() && chooser.percent(60)) {
            Scope.Exit exit = chooser.of(labelled);
            return (exit.isLoop() && chooser.percent(50) ? "continue " : "break ") + exit.label();
        }
        return inLoop ? chooser.of("break", "continue") : scope.exits().getLast().label().isEmpty()
                ? "break"
                : "break " + scope.exits().getLast().label();
    }
}
