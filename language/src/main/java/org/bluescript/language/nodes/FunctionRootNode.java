package org.bluescript.language.nodes;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import org.bluescript.language.machine.CallDepth;
import org.bluescript.language.source.Span;

/** A function: executes its body, unless too many calls are in progress. */
public final class FunctionRootNode extends RootNode {
    private final String name;
    private final Span span;
    private final ToolView tools;
    private final CallDepth depth;
    private final int stackBytes;
    @Child private BodyNode body;

    /**
     * @param tools shows the function to tools
     */
    public FunctionRootNode(
            TruffleLanguage<?> language,
            FrameDescriptor frame,
            String name,
            Span span,
            ToolView tools,
            CallDepth depth,
            BodyNode body) {
        super(language, frame);
        this.name = name;
        this.span = span;
        this.tools = tools;
        this.depth = depth;
        this.stackBytes = CallDepth.bytes(body);
        this.body = body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (CompilerDirectives.inCompiledCode() && !CompilerDirectives.inCompilationRoot()) {
            return body.execute(frame); // a part of its caller, on whose stack it is
        }
        if (!depth.enter(stackBytes)) {
            CompilerDirectives.transferToInterpreter();
            throw CallDepth.exceeded();
        }
        try {
            return body.execute(frame);
        } finally {
            depth.leave(stackBytes);
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
