package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.ProbeNode;

/** What a function executes; gives its boxed result, null for none. */
@GenerateWrapper
public abstract class BodyNode extends SpannedNode {
    public abstract Object execute(VirtualFrame frame);

    @Override
    public WrapperNode createWrapper(ProbeNode probe) {
        return new BodyNodeWrapper(this, probe);
    }
}
