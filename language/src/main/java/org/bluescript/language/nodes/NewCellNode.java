package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.layout.CellClasses;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.types.Type;

/** Makes a cell for a variable that closures share. The value is evaluated first: making the cell may collect. */
public final class NewCellNode extends ExpressionNode {
    private final HostMachine machine;
    private final int classRecord;
    private final ValueForm form;
    @Child private ExpressionNode value;

    /** @param value a root if it is a reference */
    public NewCellNode(HostMachine machine, Type type, ExpressionNode value) {
        this.machine = machine;
        this.classRecord = machine.firmware().get(CellClasses.symbol(type)).bits();
        this.form = ValueForm.of(type);
        this.value = value;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int bits = switch (form) {
            case INTEGER -> value.executeInteger(frame);
            case FLOAT -> Float.floatToRawIntBits(value.executeFloat(frame));
            case BOOLEAN -> value.executeBoolean(frame) ? 1 : 0;
            case NOTHING -> throw new IllegalStateException("a variable without a value");
        };
        int cell = machine.newCell(classRecord, this);
        if (form == ValueForm.BOOLEAN) {
            machine.memory().byteAt(cell + ObjectLayout.CELL_VALUE_OFFSET, bits);
        } else {
            machine.memory().word(cell + ObjectLayout.CELL_VALUE_OFFSET, bits);
        }
        return cell;
    }
}
