package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.Code;
import org.bluescript.language.machine.CodeTable;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.TypedExpression;

/** A call of a function value. */
public final class ClosureCallNode extends InvocationNode {
    private final HostMachine machine;
    @Child private ExpressionNode callee;
    @Child private DispatchNode dispatch;

    /** @param callee a root if an argument may allocate */
    public ClosureCallNode(
            HostMachine machine, ExpressionNode callee, List<TypedExpression> types, ExpressionNode[] arguments) {
        super(types, arguments);
        this.machine = machine;
        this.callee = callee;
        this.dispatch = new ByWord(machine.code());
    }

    @Override
    protected Object invoke(VirtualFrame frame) {
        int closure = callee.executeInteger(frame);
        Object[] values = evaluate(frame, 1);
        if (closure == 0) {
            throw failure(RunTimeErrorKind.NULL);
        }
        values[0] = closure;
        return dispatch.call(machine.memory().word(closure + ObjectLayout.CLOSURE_CODE_OFFSET), values);
    }

    private static final class ByWord extends DispatchNode {
        private final CodeTable table;

        ByWord(CodeTable table) {
            this.table = table;
        }

        @Override
        protected boolean keepsFirst(Code code) {
            return code.takesClosure();
        }

        @Override
        protected Code resolve(int word) {
            return table.at(word);
        }
    }
}
