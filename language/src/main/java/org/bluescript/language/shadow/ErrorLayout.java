package org.bluescript.language.shadow;

/**
 * The table from which the runtime makes errors, and the word that says where an error was thrown: the twin of {@code bs_error.h},
 * where both are described. All offsets and sizes are in bytes.
 */
public final class ErrorLayout {
    public static final int CODE_BASE_OFFSET = 0;
    public static final int CODE_END_OFFSET = 4;
    public static final int OUT_OF_MEMORY_OFFSET = 8;
    public static final int KINDS_OFFSET = 24;
    /** How many numbers of kinds the table has room for. */
    public static final int KINDS = 19;
    public static final int TABLE_SIZE = KINDS_OFFSET + KINDS * ObjectLayout.ERROR_SIZE;

    /** The number of the kind is in the bits of an origin above these. */
    public static final int ORIGIN_PLACE_BITS = 27;

    private ErrorLayout() {}

    /** The instance for the kind of this number. */
    public static int kindOffset(int code) {
        return KINDS_OFFSET + code * ObjectLayout.ERROR_SIZE;
    }

    /** The origin of an error of a kind at a place, of which only the lower bits count. */
    public static int origin(int code, int place) {
        return code << ORIGIN_PLACE_BITS | place(place);
    }

    /** The number of the kind that an origin tells. */
    public static int code(int origin) {
        return origin >>> ORIGIN_PLACE_BITS;
    }

    /** The lower bits of the place that an origin tells. */
    public static int place(int origin) {
        return origin & (1 << ORIGIN_PLACE_BITS) - 1;
    }
}
