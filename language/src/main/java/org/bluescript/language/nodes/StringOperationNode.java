package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.Strings;
import org.bluescript.language.typed.Builtin;

/** A built-in operation on strings. */
public final class StringOperationNode extends ExpressionNode {
    private final Strings strings;
    private final Builtin operation;
    @Child private ExpressionNode first;
    @Child private ExpressionNode second;
    @Child private ExpressionNode third;

    /** @param arguments of which the first is the string */
    public StringOperationNode(Strings strings, Builtin operation, ExpressionNode[] arguments) {
        this.strings = strings;
        this.operation = operation;
        this.first = arguments[0];
        this.second = arguments.length > 1 ? arguments[1] : null;
        this.third = arguments.length > 2 ? arguments[2] : null;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int string = first.executeInteger(frame);
        if (operation == Builtin.PARSE_INT) {
            return strings.toInteger(string, this);
        }
        if (operation == Builtin.STRING_OF_BYTES) {
            return strings.ofBytes(string, this);
        }
        int argument = second.executeInteger(frame);
        return switch (operation) {
            case STRING_CONCAT -> strings.concat(string, argument, this);
            case STRING_AT -> strings.at(string, argument, this);
            case STRING_CHARACTER -> strings.character(string, argument, this);
            case STRING_CHAR_CODE_AT -> strings.codeAt(string, argument, this);
            case STRING_SUBSTRING -> strings.substring(string, argument, third.executeInteger(frame), this);
            default -> throw new IllegalStateException("not on strings: " + operation);
        };
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return strings.toFloat(first.executeInteger(frame), this);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int string = first.executeInteger(frame);
        int argument = second.executeInteger(frame);
        return operation == Builtin.STRING_STARTS_WITH
                ? strings.startsWith(string, argument, this)
                : strings.endsWith(string, argument, this);
    }
}
