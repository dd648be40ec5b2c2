package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.source.Span;

/**
 * A node that stands for a place in the source, which errors are reported with and tools observe. One without a place, made
 * for the nodes around it, is invisible to tools.
 */
@ExportLibrary(NodeLibrary.class)
public abstract class SpannedNode extends Node implements InstrumentableNode {
    private Span span;
    private boolean isStatement;

    /** Sets the place; called once, by the translator. */
    public final void span(Span place) {
        span = place;
    }

    /** The place, or null. */
    public final Span span() {
        return span;
    }

    /** Makes the node one at which a debugger stops. */
    public final void markAsStatement() {
        isStatement = true;
    }

    @Override
    public final boolean isInstrumentable() {
        return span != null;
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StatementTag.class && isStatement;
    }

    /** What tools are shown for a value in the form in which it was passed. */
    @GenerateWrapper.OutgoingConverter
    final Object convertOutgoing(Object value) {
        return value == null ? null : observed().shown(value);
    }

    /** The value for tools; null if it is not for them. */
    @TruffleBoundary
    Object shown(Object value) {
        return null;
    }

    @Override
    @TruffleBoundary
    public final SourceSection getSourceSection() {
        return span != null && getRootNode() instanceof FunctionRootNode root ? root.section(span) : null;
    }

    @ExportMessage
    final boolean hasScope(@SuppressWarnings("unused") Frame frame) {
        return observed().span != null && getRootNode() instanceof FunctionRootNode;
    }

    @ExportMessage
    final Object getScope(Frame frame, @SuppressWarnings("unused") boolean onEntry) throws UnsupportedMessageException {
        Span place = observed().span;
        if (place == null || !(getRootNode() instanceof FunctionRootNode root)) {
            throw UnsupportedMessageException.create();
        }
        return scope(root, place, frame == null ? null : frame.materialize());
    }

    @TruffleBoundary
    private static Object scope(FunctionRootNode root, Span place, MaterializedFrame frame) {
        return root.tools().scope(place, frame);
    }

    private SpannedNode observed() {
        return this instanceof WrapperNode wrapper ? (SpannedNode) wrapper.getDelegateNode() : this;
    }

    /** The error to throw here. */
    protected final ProgramFailure failure(RunTimeErrorKind kind) {
        CompilerDirectives.transferToInterpreter();
        return ProgramFailure.of(kind, this);
    }
}
