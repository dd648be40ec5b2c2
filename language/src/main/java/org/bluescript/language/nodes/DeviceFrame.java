package org.bluescript.language.nodes;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import java.util.Optional;
import java.util.function.Function;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.source.Span;

/**
 * Where a function on the device was when an error stopped it: at a call of the next function, or at the error. Executed, it
 * does that once more on the host, so that the error has the device's calls and the host's in one stack.
 */
public final class DeviceFrame extends Node {
    private final Optional<Span> span;
    private final SourceSection place;
    private final Function<Node, ProgramFailure> failure;
    @Child private DirectCallNode next;

    private DeviceFrame(
            Optional<Span> span, SourceSection place, Function<Node, ProgramFailure> failure, DirectCallNode next) {
        this.span = span;
        this.place = place;
        this.failure = failure;
        this.next = next;
    }

    /**
     * @param failure what to throw at a node
     * @param place of the span; null if there is none
     */
    static DeviceFrame failing(Function<Node, ProgramFailure> failure, Optional<Span> span, SourceSection place) {
        return new DeviceFrame(span, place, failure, null);
    }

    /** The frame that called the function of this one. */
    DeviceFrame calledFrom(TruffleLanguage<?> language, String function, Optional<Span> span, SourceSection place) {
        Root root = new Root(language, function, this);
        return new DeviceFrame(span, place, failure, DirectCallNode.create(root.getCallTarget()));
    }

    /** Where the device was, as far as that is known. */
    public Optional<Span> span() {
        return span;
    }

    void execute() {
        if (next == null) {
            throw failure.apply(this);
        }
        next.call();
    }

    @Override
    public SourceSection getSourceSection() {
        return place;
    }

    private static final class Root extends RootNode {
        private final String name;
        @Child private DeviceFrame frame;

        Root(TruffleLanguage<?> language, String name, DeviceFrame frame) {
            super(language);
            this.name = name;
            this.frame = frame;
        }

        @Override
        public Object execute(VirtualFrame virtualFrame) {
            frame.execute();
            return null;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public SourceSection getSourceSection() {
            return frame.getSourceSection();
        }
    }
}
