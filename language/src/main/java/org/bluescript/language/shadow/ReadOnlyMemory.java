package org.bluescript.language.shadow;

/**
 * Bytes of the device that nobody writes, little endian: a stretch of its flash. Addresses outside raise
 * {@link IllegalArgumentException}.
 */
public final class ReadOnlyMemory {
    private final Region region;
    private final byte[] bytes;

    /** Keeps a copy of the bytes. */
    public ReadOnlyMemory(Address base, byte[] bytes) {
        this.region = new Region(base, bytes.length);
        this.bytes = bytes.clone();
    }

    public Region region() {
        return region;
    }

    /** The word at an address of any alignment. */
    public int word(int address) {
        if (!region.contains(Address.of(address), 4)) {
            throw new IllegalArgumentException("the word at " + Address.of(address) + " is outside " + region);
        }
        int i = address - region.base().bits();
        return bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8 | (bytes[i + 2] & 0xff) << 16 | bytes[i + 3] << 24;
    }
}
