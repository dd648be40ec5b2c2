package org.bluescript.language.shadow;

/** A stretch of the device's memory with one purpose: {@code size} bytes from {@code base}. */
public record Region(Address base, int size) {
    public Region {
        if (size < 0) {
            throw new IllegalArgumentException("region of " + size + " bytes");
        }
    }

    public static Region between(Address base, Address end) {
        return new Region(base, end.minus(base));
    }

    /** The first address behind the region. */
    public Address end() {
        return base.plus(size);
    }

    /** Whether all of {@code length} bytes from {@code address} lie in the region. */
    public boolean contains(Address address, int length) {
        int offset = address.minus(base);
        return Integer.compareUnsigned(offset, size) <= 0 && length >= 0 && length <= size - offset;
    }

    @Override
    public String toString() {
        return base + "+" + size;
    }
}
