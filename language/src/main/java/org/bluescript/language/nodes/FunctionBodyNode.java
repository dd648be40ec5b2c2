package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags.RootBodyTag;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.Tag;
import org.bluescript.language.machine.RootStack;
import org.bluescript.language.types.Type;

/**
 * All of a function, with its parameters received first: takes its stretch of the root stack, executes, and gives the stretch back,
 * however it ends. Returns end here, and errors that have passed the handlers.
 */
public final class FunctionBodyNode extends BodyNode {
    private final Type result;
    private final RootStack roots;
    private final int baseSlot;
    private final int rootCount;
    @Child private StatementNode body;

    /**
     * @param baseSlot where the frame keeps the beginning of the stretch
     * @param rootCount the length of the stretch, 0 for a function that cannot allocate
     */
    public FunctionBodyNode(Type result, RootStack roots, int baseSlot, int rootCount, StatementNode body) {
        this.result = result;
        this.roots = roots;
        this.baseSlot = baseSlot;
        this.rootCount = rootCount;
        this.body = body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (rootCount == 0) {
            return run(frame);
        }
        int base = roots.push(rootCount);
        frame.setIntStatic(baseSlot, base);
        try {
            return run(frame);
        } finally {
            roots.pop(base);
        }
    }

    private Object run(VirtualFrame frame) {
        try {
            return body.runTail(frame);
        } catch (ReturnException e) {
            return e.result();
        } catch (EscapeException e) {
            throw e.failure();
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
