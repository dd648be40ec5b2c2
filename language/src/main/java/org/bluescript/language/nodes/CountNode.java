package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.observation.Counter;

/** Counts how often it is executed. */
public final class CountNode extends StatementNode {
    private final Counter counter;

    public CountNode(Counter counter) {
        this.counter = counter;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        counter.add();
    }
}
