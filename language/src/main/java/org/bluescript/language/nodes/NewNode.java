package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.nodes.DirectCallNode;
import java.util.List;
import org.bluescript.language.machine.Code;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.RootStack;
import org.bluescript.language.typed.TypedExpression;

/** Makes an object: arguments first, then memory, then the constructor. */
public final class NewNode extends InvocationNode {
    private final HostMachine machine;
    private final RootStack roots;
    private final int classRecord;
    private final Code constructor;
    private final int baseSlot;
    private final int index;
    @Child private DirectCallNode call;

    /**
     * @param arguments roots if they are references
     * @param baseSlot the frame slot of the function's stretch of the root stack
     * @param index the new object's place in it
     */
    public NewNode(
            HostMachine machine,
            int classRecord,
            Code constructor,
            List<TypedExpression> types,
            ExpressionNode[] arguments,
            int baseSlot,
            int index) {
        super(types, arguments);
        this.machine = machine;
        this.roots = machine.roots();
        this.classRecord = classRecord;
        this.constructor = constructor;
        this.baseSlot = baseSlot;
        this.index = index;
    }

    @Override
    protected Object invoke(VirtualFrame frame) {
        Object[] values = evaluate(frame, 1);
        int object = machine.newObject(classRecord, this);
        roots.set(frame.getIntStatic(baseSlot) + index, object);
        values[0] = object;
        if (call == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            call = insert(DirectCallNode.create(constructor.target()));
        }
        call.call(values);
        return object;
    }
}
