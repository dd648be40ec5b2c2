package org.bluescript.backend.tiers;

/** A generation does not fit into what is free of a device's code memory. Nothing has been written. */
public final class OutOfCodeMemory extends Exception {
    private final int needed;

    /** Both in bytes; what is free may be in several pieces. */
    public OutOfCodeMemory(int needed, int free) {
        super("the code needs " + needed + " bytes of the device's memory for code, of which " + free + " are free");
        this.needed = needed;
    }

    /** In bytes, in one piece. */
    public int needed() {
        return needed;
    }
}
