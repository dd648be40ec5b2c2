package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.source.Span;

/** A node that stands for a place in the source, which errors are reported with. */
public abstract class SpannedNode extends Node {
    private Span span;

    /** Sets the place; called once, by the translator. */
    public final void span(Span place) {
        span = place;
    }

    @Override
    @CompilerDirectives.TruffleBoundary
    public final SourceSection getSourceSection() {
        return span != null && getRootNode() instanceof FunctionRootNode root ? root.section(span) : null;
    }

    /** The error to throw here. */
    protected final ProgramFailure failure(RunTimeErrorKind kind) {
        CompilerDirectives.transferToInterpreter();
        return ProgramFailure.of(kind, this);
    }
}
