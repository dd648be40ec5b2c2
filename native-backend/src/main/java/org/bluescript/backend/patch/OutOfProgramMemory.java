package org.bluescript.backend.patch;

/** The program does not fit into the device's memory. Nothing has been written. */
public final class OutOfProgramMemory extends Exception {
    /** Both in bytes. */
    public OutOfProgramMemory(int needed, int available) {
        super("the program needs " + needed + " bytes of the device's memory, which has " + available);
    }
}
