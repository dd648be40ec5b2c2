package org.bluescript.language.interpreter;

import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.nodes.ArgumentNode;
import org.bluescript.language.nodes.EvaluateNode;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.LocalReadNode;
import org.bluescript.language.nodes.LocalWriteNode;
import org.bluescript.language.nodes.NewCellNode;
import org.bluescript.language.nodes.PlaceNode;
import org.bluescript.language.nodes.StatementNode;
import org.bluescript.language.nodes.VariableAccess;
import org.bluescript.language.nodes.VariableReadNode;
import org.bluescript.language.nodes.VariableWriteNode;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Variable;

/**
 * Where the variables of a function are, and how they are read and written: locals in frame slots or in the cells whose
 * addresses are there, captured ones in the closure, globals in memory.
 */
final class Variables {
    private final HostMachine machine;
    private final ProgramLayout layout;
    private final FunctionFrame frame;

    Variables(HostMachine machine, ProgramLayout layout, FunctionFrame frame) {
        this.machine = machine;
        this.layout = layout;
        this.frame = frame;
    }

    ExpressionNode read(Variable variable) {
        ExpressionNode node = variable instanceof Local local && !local.shared()
                ? new LocalReadNode(frame.slot(local))
                : new VariableReadNode(machine.memory(), place(variable));
        node.accesses(VariableAccess.read(variable.name()));
        return node;
    }

    ExpressionNode write(Variable variable, ExpressionNode value) {
        ExpressionNode node = variable instanceof Local local && !local.shared()
                ? initialize(local, value)
                : new VariableWriteNode(machine.memory(), place(variable), value);
        node.accesses(VariableAccess.write(variable.name()));
        return node;
    }

    /** What a new closure stores for a captured variable: the value, or the cell if it is shared. */
    ExpressionNode captured(Variable variable) {
        return switch (variable) {
            case Local local -> new LocalReadNode(frame.slot(local));
            case Capture capture ->
                new VariableReadNode(machine.memory(), PlaceNode.capture(frame.closureSlot(), capture.index()));
            case Global global -> throw new IllegalArgumentException("globals are not captured: " + global);
        };
    }

    /** Brings a local to life, in a fresh cell if it is shared. */
    StatementNode declare(Local local, ExpressionNode value) {
        return local.shared()
                ? inNewCell(local, frame.rooted(local.type(), value))
                : EvaluateNode.of(local.type(), initialize(local, value));
    }

    /** Moves a shared local to a fresh cell. */
    StatementNode renew(Local local) {
        return inNewCell(local, read(local));
    }

    /** Stores an argument as a local; shared ones are moved to cells later. */
    StatementNode receive(Local parameter, ExpressionNode argument) {
        return EvaluateNode.of(parameter.type(), initialize(parameter, argument));
    }

    /** Moves a received parameter, which is shared, to its cell. */
    StatementNode share(Local parameter) {
        return inNewCell(parameter, new LocalReadNode(frame.slot(parameter)));
    }

    int slot(Local local) {
        return frame.slot(local);
    }

    /** Reads a caught error from its slot, where it has just been stored, and makes it a root. */
    ExpressionNode receiveError(Local error) {
        return frame.rootedIn(error, new LocalReadNode(frame.slot(error)));
    }

    /** Stores the closure that is being called. */
    StatementNode receiveClosure() {
        ExpressionNode closure = frame.rooted(new ArgumentNode(0));
        return EvaluateNode.ofReference(new LocalWriteNode(frame.closureSlot(), closure));
    }

    private ExpressionNode initialize(Local local, ExpressionNode value) {
        return new LocalWriteNode(frame.slot(local), frame.rootedIn(local, value));
    }

    private StatementNode inNewCell(Local local, ExpressionNode value) {
        ExpressionNode kept = frame.cellRootedIn(local, new NewCellNode(machine, local.type(), value));
        return EvaluateNode.ofReference(new LocalWriteNode(frame.slot(local), kept));
    }

    private PlaceNode place(Variable variable) {
        return switch (variable) {
            case Local local -> PlaceNode.cell(frame.slot(local));
            case Capture capture ->
                capture.shared()
                        ? PlaceNode.sharedCapture(machine.memory(), frame.closureSlot(), capture.index())
                        : PlaceNode.capture(frame.closureSlot(), capture.index());
            case Global global ->
                PlaceNode.global(layout.symbols().get(ProgramLayout.GLOBALS).bits() + layout.globals().get(global));
        };
    }
}
