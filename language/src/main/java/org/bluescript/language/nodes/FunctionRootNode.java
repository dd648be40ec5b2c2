package org.bluescript.language.nodes;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import org.bluescript.language.machine.CallDepth;
import org.bluescript.language.machine.RootStack;
import org.bluescript.language.source.Span;

/** A function: takes its stretch of the root stack, executes its body, and gives the stretch back, however it ends. */
public final class FunctionRootNode extends RootNode {
    private final String name;
    private final Span span;
    private final ToolView tools;
    private final RootStack roots;
    private final CallDepth depth;
    private final int baseSlot;
    private final int rootCount;
    @Child private StatementNode body;

    /**
     * @param tools shows the function to tools
     * @param baseSlot where the frame keeps the beginning of the stretch
     * @param rootCount the length of the stretch, 0 for a function that cannot allocate
     */
    public FunctionRootNode(
            TruffleLanguage<?> language,
            FrameDescriptor frame,
            String name,
            Span span,
            ToolView tools,
            RootStack roots,
            int baseSlot,
            int rootCount,
            StatementNode body) {
        super(language, frame);
        this.name = name;
        this.span = span;
        this.tools = tools;
        this.roots = roots;
        this.depth = roots.depth();
        this.baseSlot = baseSlot;
        this.rootCount = rootCount;
        this.body = body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (!depth.enter()) {
            CompilerDirectives.transferToInterpreter();
            throw CallDepth.exceeded();
        }
        try {
            return rootCount == 0 ? body.executeTail(frame) : executeWithRoots(frame);
        } finally {
            depth.leave();
        }
    }

    private Object executeWithRoots(VirtualFrame frame) {
        int base = roots.push(rootCount);
        frame.setIntStatic(baseSlot, base);
        try {
            return body.executeTail(frame);
        } finally {
            roots.pop(base);
        }
    }

    /** The whole function. */
    public Span span() {
        return span;
    }

    /** The function as tools see it. */
    public ToolView tools() {
        return tools;
    }

    @TruffleBoundary
    SourceSection section(Span place) {
        return tools.section(place);
    }

    /** Functions of the language's own library appear in call stacks as well. */
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    @TruffleBoundary
    public SourceSection getSourceSection() {
        return section(span);
    }

    /** As the compiler's log shows it. */
    @Override
    public String toString() {
        return name;
    }
}
