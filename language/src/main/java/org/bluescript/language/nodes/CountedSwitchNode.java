package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.List;
import org.bluescript.language.observation.Counter;
import org.bluescript.language.typed.TypedStatement.Case;

/** A {@code switch} that counts where it begins. */
public final class CountedSwitchNode extends SwitchNode {
    @CompilationFinal(dimensions = 1) private final Counter[] arms;

    /** @param arms for each case, and last for none */
    public CountedSwitchNode(ExpressionNode subject, List<Case> cases, StatementNode[] bodies, List<Counter> arms) {
        super(subject, cases, bodies);
        this.arms = arms.toArray(Counter[]::new);
    }

    @Override
    @ExplodeLoop
    protected void chosen(int arm) {
        for (int i = 0; i < arms.length; i++) {
            if (i == arm) {
                arms[i].add();
            }
        }
    }
}
