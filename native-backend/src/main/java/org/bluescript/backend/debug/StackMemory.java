package org.bluescript.backend.debug;

import java.util.OptionalInt;

/** The memory of a stopped device, as far as its stack is concerned. */
@FunctionalInterface
public interface StackMemory {
    /** The word at {@code address}, which is a multiple of 4; empty where no memory can be read. Must not throw. */
    OptionalInt word(int address);
}
