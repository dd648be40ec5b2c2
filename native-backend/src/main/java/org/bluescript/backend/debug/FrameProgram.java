package org.bluescript.backend.debug;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bluescript.backend.elf.ByteCursor;
import org.bluescript.backend.elf.Bytes;
import org.bluescript.backend.elf.ElfFormatException;

/**
 * Runs the instructions of {@code .debug_frame} up to an address. Source: DWARF 5, 6.4.2 and 7.24. Expressions, which this
 * processor's compilers do not need, make what they describe unknown.
 */
final class FrameProgram {
    private final long codeAlignment;
    private final long dataAlignment;
    private final UnwindRow initial;
    private final Deque<UnwindRow> remembered = new ArrayDeque<>();
    private UnwindRow row;
    private int location;

    /** @param initial the row that {@code restore} goes back to; what the instructions begin with */
    FrameProgram(long codeAlignment, long dataAlignment, UnwindRow initial, int start) {
        this.codeAlignment = codeAlignment;
        this.dataAlignment = dataAlignment;
        this.initial = initial;
        row = initial.copy();
        location = start;
    }

    /** Runs until the location passes {@code pc}; the row that holds there. */
    UnwindRow run(Bytes instructions, int pc) {
        ByteCursor in = new ByteCursor(instructions, 0);
        while (in.hasMore() && Integer.compareUnsigned(location, pc) <= 0) {
            UnwindRow before = row.copy();
            int old = location;
            step(in);
            if (location != old && Integer.compareUnsigned(location, pc) > 0) {
                return before;
            }
        }
        return row;
    }

    private void step(ByteCursor in) {
        int code = in.u8();
        int operand = code & 0x3f;
        switch (code >> 6) {
            case 1 -> location += (int) (operand * codeAlignment);
            case 2 -> row.set(operand, saved(in.uleb()));
            case 3 -> row.set(operand, initialRule(operand));
            default -> stepExtended(code, in);
        }
    }

    private void stepExtended(int code, ByteCursor in) {
        switch (code) {
            case 0x00 -> { }
            case 0x01 -> location = in.i32();
            case 0x02 -> location += (int) (in.u8() * codeAlignment);
            case 0x03 -> location += (int) (in.u16() * codeAlignment);
            case 0x04 -> location += (int) (in.u32() * codeAlignment);
            case 0x05 -> row.set(in.uleb(), saved(in.uleb()));
            case 0x06 -> restore(in.uleb());
            case 0x07 -> row.set(in.uleb(), new UnwindRow.Rule.Lost());
            case 0x08 -> row.set(in.uleb(), new UnwindRow.Rule.Same());
            case 0x09 -> row.set(in.uleb(), in(in.uleb()));
            case 0x0a -> remembered.push(row.copy());
            case 0x0b -> row = remembered.isEmpty() ? row : remembered.pop();
            case 0x0c -> defineCfa(in.uleb(), in.uleb());
            case 0x0d -> defineCfa(in.uleb(), row.cfaOffset);
            case 0x0e -> row.cfaOffset = (int) in.uleb();
            case 0x0f -> {
                defineCfa(-1, 0);
                skipBlock(in);
            }
            case 0x10, 0x16 -> {
                row.set(in.uleb(), new UnwindRow.Rule.Lost());
                skipBlock(in);
            }
            case 0x11 -> row.set(in.uleb(), saved(in.sleb()));
            case 0x12 -> defineCfa(in.uleb(), in.sleb() * dataAlignment);
            case 0x13 -> row.cfaOffset = (int) (in.sleb() * dataAlignment);
            case 0x14 -> row.set(in.uleb(), new UnwindRow.Rule.Frame((int) (in.uleb() * dataAlignment)));
            case 0x15 -> row.set(in.uleb(), new UnwindRow.Rule.Frame((int) (in.sleb() * dataAlignment)));
            case 0x2d -> { }
            case 0x2e -> in.uleb();
            case 0x2f -> row.set(in.uleb(), saved(-in.uleb()));
            default -> throw new ElfFormatException("unknown frame instruction 0x%x".formatted(code));
        }
    }

    private void defineCfa(long register, long offset) {
        row.cfaRegister = register >= 0 && register < UnwindRow.REGISTERS ? (int) register : -1;
        row.cfaOffset = (int) offset;
    }

    private UnwindRow.Rule saved(long factored) {
        return new UnwindRow.Rule.Saved((int) (factored * dataAlignment));
    }

    private static UnwindRow.Rule in(long register) {
        return register >= 0 && register < UnwindRow.REGISTERS ? new UnwindRow.Rule.In((int) register)
                : new UnwindRow.Rule.Lost();
    }

    private void restore(long register) {
        if (register >= 0 && register < UnwindRow.REGISTERS) {
            row.set(register, initialRule((int) register));
        }
    }

    private UnwindRow.Rule initialRule(int register) {
        return register < UnwindRow.REGISTERS ? initial.rule(register) : new UnwindRow.Rule.Same();
    }

    private static void skipBlock(ByteCursor in) {
        long size = in.uleb();
        if (size < 0) {
            throw new ElfFormatException("a block of %d bytes".formatted(size));
        }
        in.skip(size);
    }
}
