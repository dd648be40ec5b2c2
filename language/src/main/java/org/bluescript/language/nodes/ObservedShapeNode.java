package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.List;
import org.bluescript.language.observation.ObservedShapes;

/** Notes which types the arguments of a call have together, after each has been observed by itself. */
public final class ObservedShapeNode extends StatementNode {
    private final ObservedShapes shapes;
    @Children private final ExpressionNode[] arguments;

    /** @param arguments those that are observed */
    public ObservedShapeNode(ObservedShapes shapes, List<? extends ExpressionNode> arguments) {
        this.shapes = shapes;
        this.arguments = arguments.toArray(ExpressionNode[]::new);
    }

    @Override
    @ExplodeLoop
    public void executeVoid(VirtualFrame frame) {
        if (shapes.areSeveral()) {
            long key = 0;
            for (int i = 0; i < arguments.length; i++) {
                key = shapes.key(key, i, arguments[i].executeInteger(frame));
            }
            shapes.observe(key);
        }
    }
}
