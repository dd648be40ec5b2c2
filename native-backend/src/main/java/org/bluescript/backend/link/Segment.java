package org.bluescript.backend.link;

/**
 * Bytes at an address; those of {@link SegmentKind#ZERO} are there and 0.
 *
 * @param bytes the caller's to keep, not to change
 */
public record Segment(SegmentKind kind, int address, byte[] bytes) {
    /** The first address after it. */
    public int end() {
        return address + bytes.length;
    }

    public boolean contains(int place) {
        return Integer.compareUnsigned(place - address, bytes.length) < 0;
    }

    @Override
    public String toString() {
        return "%s 0x%08x + %d bytes".formatted(kind, address, bytes.length);
    }
}
