package org.bluescript.language.check;

import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.TypeNode;

/** The result {@code never}: of functions that end with an error or not at all, so that nothing happens after a call. */
final class NeverResults {
    private NeverResults() {}

    static boolean isDeclared(FunctionNode function) {
        return function.result()
                .filter(r -> r instanceof TypeNode.Named n && n.qualifier().isEmpty() && n.name().text().equals("never"))
                .isPresent();
    }

    /** The function has been called: if it never returns, the check goes on where nothing can be. */
    static void leave(FunctionBody body, FunctionSymbol called) {
        if (isDeclared(called.node())) {
            body.setFlow(Flow.UNREACHABLE);
        }
    }
}
