package org.bluescript.cli.bench;

/** What is measured of a run. The keys are those of the JSON. */
public enum Figure {
    /** Guest instructions from call to return; on a real board what its counter counts. */
    INSTRUCTIONS("instructions", "guest instructions", true),
    /** The same by a clock, where nothing counts instructions. */
    MICROSECONDS("microseconds", "microseconds by the device's clock", false),
    /** Machine code, and constants beside it, made from the program's own source; libraries do not count. */
    CODE_BYTES("codeBytes", "bytes of code", true),
    /** The most that was ever taken from the heap. */
    PEAK_HEAP("peakHeapBytes", "most bytes of heap", true),
    /** From the program, read and checked, to what can be loaded. */
    COMPILE_TIME("compileMicroseconds", "microseconds to compile", false),
    /** Onto the device. A peer that compiles by itself does it in this time. */
    TRANSFER_TIME("transferMicroseconds", "microseconds to transfer", false);

    private final String key;
    private final String title;
    private final boolean deterministic;

    Figure(String key, String title, boolean deterministic) {
        this.key = key;
        this.title = title;
        this.deterministic = deterministic;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** Whether it is the same in every run of the same build on an emulated board. */
    public boolean isDeterministic() {
        return deterministic;
    }
}
