package org.bluescript.language.shadow;

import org.bluescript.language.shadow.ObjectLayout.Element;

/** Reads and writes elements of arrays as bits: of integers the value, of floats the pattern, of booleans 0 or 1. */
public final class Elements {
    private Elements() {}

    /** The element at the address, sign or zero extended as its kind says. */
    public static int bits(DataMemory memory, Element element, int address) {
        return switch (element) {
            case BOOLEAN, UINT8 -> memory.byteAt(address);
            case INT8 -> (byte) memory.byteAt(address);
            case INT16 -> (short) half(memory, address);
            case UINT16 -> half(memory, address);
            case INTEGER, FLOAT, REFERENCE, TAGGED, INT32, FLOAT32 -> memory.word(address);
            case NONE -> throw new IllegalStateException("no element");
        };
    }

    /** Stores the low bits that the element has room for. */
    public static void store(DataMemory memory, Element element, int address, int bits) {
        switch (element) {
            case BOOLEAN, UINT8, INT8 -> memory.byteAt(address, bits);
            case INT16, UINT16 -> {
                memory.byteAt(address, bits);
                memory.byteAt(address + 1, bits >> 8);
            }
            case INTEGER, FLOAT, REFERENCE, TAGGED, INT32, FLOAT32 -> memory.word(address, bits);
            case NONE -> throw new IllegalStateException("no element");
        }
    }

    private static int half(DataMemory memory, int address) {
        return memory.byteAt(address) | memory.byteAt(address + 1) << 8;
    }
}
