package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.Words;
import org.bluescript.language.shadow.Word;

/** Takes a number, a boolean or a text out of a word of type {@code any}, or a reference that is known to be in it. */
public final class FromWordNode extends ExpressionNode {
    /** What is asked for when a reference or an integer is. */
    public enum Wanted {
        INTEGER,
        /** Also for floats and booleans, whose form says what is asked for. */
        OTHER,
        /** A reference, without a check. */
        REFERENCE,
        TEXT
    }

    private final Words words;
    private final Wanted wanted;
    private final boolean isTruth;
    @Child private ExpressionNode word;

    private FromWordNode(HostMachine machine, Wanted wanted, boolean isTruth, ExpressionNode word) {
        this.words = machine.words();
        this.wanted = wanted;
        this.isTruth = isTruth;
        this.word = word;
    }

    public static FromWordNode of(HostMachine machine, Wanted wanted, ExpressionNode word) {
        return new FromWordNode(machine, wanted, false, word);
    }

    /** The truth of whatever the word holds. */
    public static FromWordNode truth(HostMachine machine, ExpressionNode word) {
        return new FromWordNode(machine, Wanted.OTHER, true, word);
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int value = word.executeInteger(frame);
        return switch (wanted) {
            case INTEGER -> words.toInteger(value, this);
            case REFERENCE -> value - Word.TAG_POINTER;
            case TEXT -> words.toText(value, this);
            case OTHER -> throw new IllegalStateException("neither an integer nor a reference");
        };
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return words.toFloat(word.executeInteger(frame), this);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        int value = word.executeInteger(frame);
        if (!isTruth) {
            return words.toBoolean(value, this);
        }
        return Word.isInteger(value) ? value != 0 : words.truth(value);
    }
}
