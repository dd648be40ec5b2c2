package org.bluescript.backend.patch;

/** The program does not fit into the device's memory. Nothing has been written. */
public final class OutOfProgramMemory extends Exception {
    private final int needed;
    private final int available;

    /** Both in bytes. */
    public OutOfProgramMemory(int needed, int available) {
        super("the program needs " + needed + " bytes of the device's memory, which has " + available);
        this.needed = needed;
        this.available = available;
    }

    /** How many times the memory that there is it needs; more than 1. */
    public double times() {
        return (double) needed / available;
    }
}
