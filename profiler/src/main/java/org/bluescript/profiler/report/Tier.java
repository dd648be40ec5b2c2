package org.bluescript.profiler.report;

/** What executes a part of a program. */
public enum Tier {
    /** The host's interpreter. */
    INTERPRETED("interpreted"),
    /** Code of the device that takes whatever comes. */
    GENERIC("generic"),
    /** Code of the device for the types that were seen. */
    SPECIALISED("specialised");

    private final String text;

    Tier(String text) {
        this.text = text;
    }

    /** The tier as reports call it. */
    public String text() {
        return text;
    }
}
