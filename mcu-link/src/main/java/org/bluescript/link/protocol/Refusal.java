package org.bluescript.link.protocol;

/** Why a device did not do what was asked. Nothing has happened then. */
public enum Refusal {
    BUSY(1, "a program is running"),
    RANGE(2, "the address range is not all in memory that allows this"),
    LENGTH(3, "the length of the request is wrong"),
    UNKNOWN(4, "the firmware does not know this request"),
    STATE(5, "this is not possible now"),
    /** A number that this host does not know. */
    OTHER(0, "the firmware gave a reason that this host does not know");

    private final int code;
    private final String sentence;

    Refusal(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    public int code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    public static Refusal of(int code) {
        for (Refusal refusal : values()) {
            if (refusal.code == code) {
                return refusal;
            }
        }
        return OTHER;
    }
}
