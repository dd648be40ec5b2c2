package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import java.util.List;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.types.Representation;

/** Makes a closure. What it captures are variables, which are roots already. */
public final class MakeClosureNode extends ExpressionNode {
    private final HostMachine machine;
    private final int classRecord;
    private final int word;
    @CompilationFinal(dimensions = 1) private final ValueForm[] forms;
    @Children private final ExpressionNode[] captured;

    /**
     * @param word stands for the function
     * @param captured the values, or the cells of shared variables, in the order of {@code captures}
     */
    public MakeClosureNode(
            HostMachine machine, int classRecord, int word, List<Capture> captures, ExpressionNode[] captured) {
        this.machine = machine;
        this.classRecord = classRecord;
        this.word = word;
        this.forms = captures.stream()
                .map(c -> c.shared() || c.type().representation() == Representation.REFERENCE
                        ? ValueForm.INTEGER
                        : ValueForm.of(c.type()))
                .toArray(ValueForm[]::new);
        this.captured = captured;
    }

    @Override
    @ExplodeLoop
    public int executeInteger(VirtualFrame frame) {
        int closure = machine.newObject(classRecord, this);
        machine.memory().word(closure + ObjectLayout.CLOSURE_CODE_OFFSET, word);
        for (int i = 0; i < captured.length; i++) {
            int bits = ElementFill.bits(forms[i], captured[i], frame);
            machine.memory().word(closure + ObjectLayout.CLOSURE_CAPTURES_OFFSET + 4 * i, bits);
        }
        return closure;
    }
}
