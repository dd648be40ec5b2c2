package org.bluescript.link.protocol;

/**
 * A range of device memory and what the host may do there.
 *
 * @param base first address
 * @param size bytes, unsigned
 */
public record Region(Kind kind, int base, int size) {
    public enum Kind {
        /** Read, write, call. */
        CODE(1),
        /** Read, write. */
        DATA(2),
        /** The program's stack: read. */
        STACK(3),
        /** Flash: read, call. */
        FIRMWARE(4),
        /** The allocator's state: read, write. */
        CONTROL(5),
        /** A kind that this host does not know: leave it alone. */
        OTHER(0);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    /** Whether all of the range lies in this region. Both are unsigned and do not wrap. */
    public boolean contains(int address, int length) {
        long from = Integer.toUnsignedLong(address) - Integer.toUnsignedLong(base);
        return from >= 0 && from + Integer.toUnsignedLong(length) <= Integer.toUnsignedLong(size);
    }

    @Override
    public String toString() {
        return "%s 0x%08x, %s bytes".formatted(kind.name().toLowerCase(java.util.Locale.ROOT), base,
                Integer.toUnsignedString(size));
    }
}
