package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.List;
import org.bluescript.language.typed.TypedStatement.Case;

/** Runs the bodies from the case that has the subject among its values, else from the default, else none. */
public class SwitchNode extends StatementNode {
    @Child private ExpressionNode subject;
    @CompilationFinal(dimensions = 2) private final int[][] values;
    @Children private final StatementNode[] bodies;
    /** The index of the default case, or how many cases there are. */
    private final int fallback;

    public SwitchNode(ExpressionNode subject, List<Case> cases, StatementNode[] bodies) {
        this.subject = subject;
        this.values = cases.stream()
                .map(c -> c.values().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.bodies = bodies;
        int found = cases.size();
        for (int i = 0; i < cases.size(); i++) {
            found = cases.get(i).isDefault() ? i : found;
        }
        this.fallback = found;
    }

    @Override
    @ExplodeLoop
    public void executeVoid(VirtualFrame frame) {
        int start = start(subject.executeInteger(frame));
        chosen(start);
        for (int i = 0; i < bodies.length; i++) {
            if (i >= start) {
                bodies[i].executeVoid(frame);
            }
        }
    }

    /** A case, by its index, is where to begin; or, by how many there are, none. */
    protected void chosen(int arm) {}

    @ExplodeLoop
    private int start(int value) {
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < values[i].length; k++) {
                if (values[i][k] == value) {
                    return i;
                }
            }
        }
        return fallback;
    }
}
