package org.bluescript.backend.debug;

/** Addresses from {@code start}, {@code end} excluded; both unsigned. Empty if the end is not greater. */
record AddressRange(int start, int end) {
    boolean contains(int address) {
        return Integer.compareUnsigned(address, start) >= 0 && Integer.compareUnsigned(address, end) < 0;
    }

    boolean isEmpty() {
        return Integer.compareUnsigned(start, end) >= 0;
    }

    /** As an unsigned number of bytes; 0 if empty. */
    long size() {
        return isEmpty() ? 0 : Integer.toUnsignedLong(end) - Integer.toUnsignedLong(start);
    }
}
