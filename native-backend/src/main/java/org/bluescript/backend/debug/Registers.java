package org.bluescript.backend.debug;

import java.util.OptionalInt;

/** The registers r0 to r15 of a function on the stack, each known or not. Does not change. */
public final class Registers {
    /** Number of the stack pointer. */
    public static final int SP = 13;
    /** Number of the link register, which holds the return address when a function begins. */
    public static final int LR = 14;
    /** Number of the program counter. */
    public static final int PC = 15;

    private static final int COUNT = 16;
    private final int[] values;
    private final int known;

    private Registers(int[] values, int known) {
        this.values = values;
        this.known = known;
    }

    /** All known: those of a device that stopped at an instruction. */
    public static Registers of(int... values) {
        if (values.length != COUNT) {
            throw new IllegalArgumentException(values.length + " registers instead of 16");
        }
        return new Registers(values.clone(), 0xffff);
    }

    /** Only the stack pointer is known. */
    public static Registers stackPointer(int sp) {
        return new Registers(new int[COUNT], 0).with(SP, sp);
    }

    /** The same, but register {@code number} has this value. */
    public Registers with(int number, int value) {
        int[] copy = values.clone();
        copy[number] = value;
        return new Registers(copy, known | 1 << number);
    }

    /** After a return that left r4 to r11 as they are; what calls may change is unknown now. */
    Registers returned(int pc, int sp) {
        return new Registers(values.clone(), known & 0x0ff0).with(PC, pc).with(SP, sp);
    }

    public OptionalInt get(int number) {
        return (known >> number & 1) != 0 ? OptionalInt.of(values[number]) : OptionalInt.empty();
    }

    /** The stack pointer, 0 if unknown. */
    int sp() {
        return get(SP).orElse(0);
    }

    /** The program counter without the Thumb bit, 0 if unknown. */
    int pc() {
        return get(PC).orElse(0) & ~1;
    }
}
