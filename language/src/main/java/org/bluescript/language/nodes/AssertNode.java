package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.nio.charset.StandardCharsets;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.machine.Strings;

/** Raises an error if a condition is false. */
public final class AssertNode extends ExpressionNode {
    private final Strings strings;
    @Child private ExpressionNode condition;
    @Child private ExpressionNode message;

    /** @param message evaluated only for the error; null for none */
    public AssertNode(Strings strings, ExpressionNode condition, ExpressionNode message) {
        this.strings = strings;
        this.condition = condition;
        this.message = message;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        if (!condition.executeBoolean(frame)) {
            CompilerDirectives.transferToInterpreter();
            throw message == null ? failure(RunTimeErrorKind.ASSERT) : failure(message.executeInteger(frame));
        }
    }

    @TruffleBoundary
    private ProgramFailure failure(int string) {
        String text = new String(strings.bytes(string, this), StandardCharsets.UTF_8);
        return ProgramFailure.of(RunTimeErrorKind.ASSERT, string, text, this);
    }
}
