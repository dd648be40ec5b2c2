package org.bluescript.backend.link;

/**
 * The memory that linked code may be placed in. Knowing it before the addresses are chosen, the linker can tell which
 * outside functions a branch will always reach and which need a veneer.
 *
 * @param start first address
 * @param size  in bytes, 1 to 16 MiB: a branch within it always reaches
 */
public record CodeRegion(int start, int size) {
    private static final int REACH = 1 << 24;

    public CodeRegion {
        if (size < 1 || size > REACH) {
            throw new IllegalArgumentException("code region of " + size + " bytes");
        }
    }

    /** A BL anywhere in the region reaches {@code target} (ARMv7-M ARM, A7.7.18: 16 MiB both ways). */
    boolean reaches(int target) {
        long from = Integer.toUnsignedLong(start);
        long to = Integer.toUnsignedLong(target);
        return to - from < REACH && from + size - to < REACH;
    }
}
