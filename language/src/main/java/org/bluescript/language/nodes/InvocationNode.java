package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags.CallTag;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.List;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.typed.TypedExpression;

/**
 * A call. Where the host's own stack overflows, the innermost call that has room to say so raises the program's stack
 * overflow.
 */
public abstract class InvocationNode extends ExpressionNode {
    @Children private final ExpressionNode[] arguments;
    @CompilationFinal(dimensions = 1) private final ValueForm[] forms;

    /** @param types what the arguments are */
    protected InvocationNode(List<TypedExpression> types, ExpressionNode[] arguments) {
        this.arguments = arguments;
        this.forms = types.stream().map(t -> ValueForm.of(t.type())).toArray(ValueForm[]::new);
    }

    /** Makes the call and returns the boxed result. */
    protected abstract Object invoke(VirtualFrame frame);

    /** Evaluates the arguments into an array, behind {@code before} free places. */
    @ExplodeLoop
    protected final Object[] evaluate(VirtualFrame frame, int before) {
        Object[] result = new Object[before + arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            result[before + i] = forms[i].box(arguments[i], frame);
        }
        return result;
    }

    @Override
    public final boolean hasTag(Class<? extends Tag> tag) {
        return tag == CallTag.class || super.hasTag(tag);
    }

    @Override
    public final int executeInteger(VirtualFrame frame) {
        return (int) call(frame);
    }

    @Override
    public final float executeFloat(VirtualFrame frame) {
        return (float) call(frame);
    }

    @Override
    public final boolean executeBoolean(VirtualFrame frame) {
        return (boolean) call(frame);
    }

    @Override
    public final void executeVoid(VirtualFrame frame) {
        call(frame);
    }

    private Object call(VirtualFrame frame) {
        try {
            return invoke(frame);
        } catch (StackOverflowError e) {
            CompilerDirectives.transferToInterpreter();
            throw ProgramFailure.of(RunTimeErrorKind.STACK, this);
        }
    }
}
