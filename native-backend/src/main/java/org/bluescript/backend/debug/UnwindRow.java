package org.bluescript.backend.debug;

import java.util.Arrays;

/**
 * How to find the caller's registers at one instruction. The canonical frame address (CFA) is the value that the stack
 * pointer had before the call.
 */
final class UnwindRow {
    /** Where the caller's value of a register is. */
    sealed interface Rule {
        /** Still in the register itself. */
        record Same() implements Rule {}

        /** Nowhere. */
        record Lost() implements Rule {}

        /** In memory at the CFA plus {@code offset}. */
        record Saved(int offset) implements Rule {}

        /** It is the CFA plus {@code offset}. */
        record Frame(int offset) implements Rule {}

        /** In another register. */
        record In(int register) implements Rule {}
    }

    static final int REGISTERS = 16;
    private static final Rule SAME = new Rule.Same();

    /** The register that the CFA is relative to; -1 if it is not relative to one. */
    int cfaRegister = -1;
    int cfaOffset;
    private final Rule[] rules = new Rule[REGISTERS];

    UnwindRow() {
        Arrays.fill(rules, SAME);
    }

    UnwindRow copy() {
        UnwindRow copy = new UnwindRow();
        copy.cfaRegister = cfaRegister;
        copy.cfaOffset = cfaOffset;
        System.arraycopy(rules, 0, copy.rules, 0, REGISTERS);
        return copy;
    }

    Rule rule(int register) {
        return rules[register];
    }

    /** Rules of registers other than r0 to r15 are ignored: nothing here depends on them. */
    void set(long register, Rule rule) {
        if (register >= 0 && register < REGISTERS) {
            rules[(int) register] = rule;
        }
    }

    /** As readelf prints it: {@code r13+16 r4=c-16 r14=c-4}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(cfaRegister < 0 ? "?" : "r" + cfaRegister + "%+d".formatted(cfaOffset));
        for (int i = 0; i < REGISTERS; i++) {
            switch (rules[i]) {
                case Rule.Same _ -> { }
                case Rule.Lost _ -> text.append(" r%d=u".formatted(i));
                case Rule.Saved(int offset) -> text.append(" r%d=c%+d".formatted(i, offset));
                case Rule.Frame(int offset) -> text.append(" r%d=v%+d".formatted(i, offset));
                case Rule.In(int register) -> text.append(" r%d=r%d".formatted(i, register));
            }
        }
        return text.toString();
    }
}
