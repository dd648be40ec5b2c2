package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import java.util.List;
import org.bluescript.language.machine.Code;
import org.bluescript.language.typed.TypedExpression;

/** A call of a known function. */
public final class CallNode extends InvocationNode {
    private final Code function;
    @Child private DirectCallNode call;

    public CallNode(Code function, List<TypedExpression> types, ExpressionNode[] arguments) {
        super(types, arguments);
        this.function = function;
    }

    @Override
    protected Object invoke(VirtualFrame frame) {
        Object[] values = evaluate(frame, 0);
        if (call == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            call = insert(DirectCallNode.create(function.target()));
        }
        return call.call(values);
    }
}
