package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.observation.ObservedWords;
import org.bluescript.language.shadow.Word;

/** Yields a word or a reference, of which it notes the type. */
public final class ObservedNode extends ExpressionNode {
    private final ObservedWords observed;
    /** What makes the value a word. */
    private final int tag;
    @Child private ExpressionNode value;

    private ObservedNode(ObservedWords observed, int tag, ExpressionNode value) {
        this.observed = observed;
        this.tag = tag;
        this.value = value;
    }

    public static ObservedNode word(ObservedWords observed, ExpressionNode word) {
        return new ObservedNode(observed, 0, word);
    }

    public static ObservedNode reference(ObservedWords observed, ExpressionNode reference) {
        return new ObservedNode(observed, Word.TAG_POINTER, reference);
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int result = value.executeInteger(frame);
        observed.observe(result + tag);
        return result;
    }
}
