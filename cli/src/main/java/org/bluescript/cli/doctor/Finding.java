package org.bluescript.cli.doctor;

/**
 * One thing looked at.
 *
 * @param subject what was looked for
 * @param state whether it is there
 * @param detail its version or place, or what is wrong
 * @param remedy how to get it; empty if it is there
 */
public record Finding(String subject, State state, String detail, String remedy) {
    public enum State {
        /** There. */
        PRESENT,
        /** Not there, and some command needs it. */
        MISSING,
        /** Not there, and everything works without. */
        ABSENT
    }

    static Finding present(String subject, String detail) {
        return new Finding(subject, State.PRESENT, detail, "");
    }

    static Finding missing(String subject, String detail, String remedy) {
        return new Finding(subject, State.MISSING, detail, remedy);
    }

    static Finding absent(String subject, String detail, String remedy) {
        return new Finding(subject, State.ABSENT, detail, remedy);
    }
}
