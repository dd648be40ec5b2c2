package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerAsserts;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.types.Type;

/** In which form a value is asked for, and how it is boxed. */
enum ValueForm {
    INTEGER,
    FLOAT,
    BOOLEAN,
    NOTHING;

    static ValueForm of(Type type) {
        return switch (type.representation()) {
            case INTEGER, REFERENCE, WORD -> INTEGER;
            case FLOAT -> FLOAT;
            case BOOLEAN -> BOOLEAN;
            case NOTHING -> NOTHING;
        };
    }

    /** Evaluates and boxes; null for nothing. */
    Object box(ExpressionNode node, VirtualFrame frame) {
        CompilerAsserts.partialEvaluationConstant(this);
        switch (this) {
            case INTEGER:
                return node.executeInteger(frame);
            case FLOAT:
                return node.executeFloat(frame);
            case BOOLEAN:
                return node.executeBoolean(frame);
            default:
                node.executeVoid(frame);
                return null;
        }
    }

    /** Evaluates and drops the value. */
    void drop(ExpressionNode node, VirtualFrame frame) {
        CompilerAsserts.partialEvaluationConstant(this);
        switch (this) {
            case INTEGER -> node.executeInteger(frame);
            case FLOAT -> node.executeFloat(frame);
            case BOOLEAN -> node.executeBoolean(frame);
            case NOTHING -> node.executeVoid(frame);
        }
    }
}
