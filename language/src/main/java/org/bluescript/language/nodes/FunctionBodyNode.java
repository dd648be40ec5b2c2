package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags.RootBodyTag;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.Tag;
import org.bluescript.language.types.Type;

/** What a function executes: all of it, with its parameters received first. Returns end here. */
public final class FunctionBodyNode extends StatementNode {
    private final Type result;
    @Child private StatementNode body;

    public FunctionBodyNode(Type result, StatementNode body) {
        this.result = result;
        this.body = body;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        executeTail(frame);
    }

    @Override
    public Object executeTail(VirtualFrame frame) {
        try {
            return body.executeTail(frame);
        } catch (ReturnException e) {
            return e.result();
        }
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == RootTag.class || tag == RootBodyTag.class;
    }

    @Override
    Object shown(Object value) {
        return getRootNode() instanceof FunctionRootNode root ? root.tools().value(result, value) : null;
    }
}
