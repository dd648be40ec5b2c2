package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.Code;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.TypedExpression;

/** A call of the method of the receiver's class. */
public final class MethodCallNode extends InvocationNode {
    private final HostMachine machine;
    @Child private DispatchNode dispatch;

    /**
     * @param slot of the method in the method table
     * @param arguments of which the first is the receiver
     */
    public MethodCallNode(HostMachine machine, int slot, List<TypedExpression> types, ExpressionNode[] arguments) {
        super(types, arguments);
        this.machine = machine;
        this.dispatch = new ByMethodTable(machine, slot);
    }

    @Override
    protected Object invoke(VirtualFrame frame) {
        Object[] values = evaluate(frame, 0);
        int receiver = (int) values[0];
        if (receiver == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        return dispatch.call(machine.memory().word(receiver), values);
    }

    private static final class ByMethodTable extends DispatchNode {
        private final HostMachine machine;
        private final int offset;

        ByMethodTable(HostMachine machine, int slot) {
            this.machine = machine;
            this.offset = ObjectLayout.CLASS_METHODS_OFFSET + 4 * slot;
        }

        @Override
        protected boolean keepsFirst(Code code) {
            return true;
        }

        @Override
        @TruffleBoundary
        protected Code resolve(int classRecord) {
            return machine.code().inSlot(classRecord + offset);
        }
    }
}
