package org.bluescript.language.interpreter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;

/**
 * The variables of a function that the user could name at a place in it: parameters, captured variables, and what the blocks
 * around the place have declared before it. Variables that only the typed tree has are left out: their names do not stand
 * where they are declared.
 */
final class VisibleVariables {
    private final Span place;
    private final Map<String, Variable> found = new LinkedHashMap<>();

    private VisibleVariables(Span place) {
        this.place = place;
    }

    /** By name; of two variables of one name the inner one. */
    static Map<String, Variable> of(TypedFunction function, Span place) {
        VisibleVariables visible = new VisibleVariables(place);
        function.captures().forEach(c -> visible.found.put(c.name(), c));
        function.parameters().forEach(p -> visible.found.put(p.name(), p));
        visible.enter(function.body());
        return visible.found;
    }

    private void enter(TypedStatement statement) {
        for (TypedStatement inner : TreeWalk.statementsOf(statement)) {
            boolean isBefore = inner.span().end() <= place.start();
            if (inner instanceof TypedStatement.Declare declare && isBefore && isUsers(declare.local(), declare.span())) {
                found.put(declare.local().name(), declare.local());
            }
            boolean isAround = inner.span().start() <= place.start() && place.end() <= inner.span().end();
            if (isAround || isLoopHead(statement, inner)) {
                enter(inner);
            }
        }
    }

    /** What declares a loop's variables stands beside its body in the typed tree, in a block of its own. */
    private static boolean isLoopHead(TypedStatement outer, TypedStatement inner) {
        return outer instanceof TypedStatement.Block && inner instanceof TypedStatement.Block && inner.span().equals(outer.span());
    }

    private static boolean isUsers(Local local, Span declaration) {
        return declaration.text().contains(local.name());
    }
}
