package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.Strings;

/** The length of a string, in bytes. */
public final class StringLengthNode extends ExpressionNode {
    private final Strings strings;
    @Child private ExpressionNode string;

    public StringLengthNode(Strings strings, ExpressionNode string) {
        this.strings = strings;
        this.string = string;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return strings.length(string.executeInteger(frame), this);
    }
}
