package org.bluescript.backend.link;

/** The instruction {@code b.w}, as a word of memory. */
public final class Branch {
    /** {@code b.w .+4}: the first halfword, which comes first in memory, in the lower half. */
    private static final int TO_NEXT = 0xb800f000;

    private Branch() {}

    /**
     * A jump.
     *
     * @param from an even address, where the instruction will be
     * @param to of a function; bit 0 does not count
     * @throws IllegalArgumentException if it does not reach: 16 MiB
     */
    public static int instruction(int from, int to) {
        byte[] bytes = new byte[Integer.BYTES];
        Relocator relocator = new Relocator(bytes);
        relocator.write32(0, TO_NEXT);
        // The addend that stands in the instruction is 0, and the processor counts from 4 behind it.
        if (!relocator.apply(RelocationType.THM_JUMP24, 0, (to & ~1) - 4, 0, from)) {
            throw new IllegalArgumentException("from 0x%08x a branch does not reach 0x%08x".formatted(from, to));
        }
        return relocator.read32(0);
    }
}
