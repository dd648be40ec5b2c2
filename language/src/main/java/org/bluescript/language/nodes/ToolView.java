package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.source.SourceSection;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.Type;

/** A function as tools see it. */
public interface ToolView {
    SourceSection section(Span span);

    /** A boxed value of a static type, for other languages. */
    Object value(Type type, Object boxed);

    /**
     * The variables that can be named at a place, for other languages.
     *
     * @param frame of the running function, or null for the names alone
     */
    Object scope(Span place, MaterializedFrame frame);
}
