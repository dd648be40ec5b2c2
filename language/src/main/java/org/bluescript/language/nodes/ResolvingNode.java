package org.bluescript.language.nodes;

import java.util.Arrays;
import java.util.function.IntFunction;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.Word;

/**
 * An operation on a word whose meaning depends on the class record of its object, as the use of a member does, and a call: each
 * function that is a value has a class record of its own. The node keeps a translated meaning for each class record that it has
 * met; there are no more than the program has.
 */
public final class ResolvingNode extends ExpressionNode {
    /** Words below this, less the tag, are no objects but constants. */
    private static final int LEAST_ADDRESS = 64;

    private static final int SHIFT = 3;
    private static final int ADDRESSES = 0x1f000000;

    private final int slot;
    private final HostMachine machine;
    private final IntFunction<ExpressionNode> meanings;
    @Children private final StatementNode[] operands;
    @Child private ExpressionNode otherwise;
    @CompilationFinal(dimensions = 1) private int[] records = {};
    @Children private ExpressionNode[] known = {};

    /**
     * @param operands put the words into frame slots
     * @param slot where the word is that the operation is about
     * @param meanings translates the meaning for a class record; null if there is none
     * @param otherwise what is done with a word that is no object, or has no meaning
     */
    public ResolvingNode(
            HostMachine machine,
            StatementNode[] operands,
            int slot,
            IntFunction<ExpressionNode> meanings,
            ExpressionNode otherwise) {
        this.machine = machine;
        this.operands = operands;
        this.slot = slot;
        this.meanings = meanings;
        this.otherwise = otherwise;
    }

    @Override
    @ExplodeLoop
    public int executeInteger(VirtualFrame frame) {
        for (StatementNode operand : operands) {
            operand.executeVoid(frame);
        }
        int word = frame.getIntStatic(slot);
        if (!isObject(word)) {
            return otherwise.executeInteger(frame);
        }
        int record = machine.word(word - Word.TAG_POINTER);
        for (int i = 0; i < records.length; i++) {
            if (records[i] == record) {
                return known[i].executeInteger(frame);
            }
        }
        CompilerDirectives.transferToInterpreterAndInvalidate();
        ExpressionNode meaning = meanings.apply(record);
        return meaning == null ? otherwise.executeInteger(frame) : remember(record, meaning).executeInteger(frame);
    }

    private ExpressionNode remember(int record, ExpressionNode meaning) {
        int n = records.length;
        ExpressionNode[] more = Arrays.copyOf(known, n + 1);
        more[n] = insert(meaning);
        notifyInserted(meaning);
        int[] all = Arrays.copyOf(records, n + 1);
        all[n] = record;
        known = more;
        records = all;
        return meaning;
    }

    private static boolean isObject(int word) {
        int offset = Integer.rotateRight(word - (LEAST_ADDRESS + Word.TAG_POINTER), SHIFT);
        return offset >= 0 && offset < ADDRESSES;
    }
}
