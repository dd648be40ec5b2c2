package org.bluescript.language.layout;

import java.util.Arrays;

import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;

/** Bytes from an address on, one thing behind the other: what is loaded as a whole. */
final class Image implements Room {
    private final Address base;
    private byte[] bytes = new byte[1024];
    private int size;

    Image(Address base) {
        this.base = base.aligned(ObjectLayout.ALIGNMENT);
    }

    Address base() {
        return base;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public Address reserve(int length) {
        int start = ObjectLayout.occupied(size);
        size = start + length;
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
        return base.plus(start);
    }

    @Override
    public Address object(int length) {
        return reserve(length);
    }

    @Override
    public Address string(byte[] utf8, Address classRecord) {
        Address object = reserve(ObjectLayout.STRING_BYTES_OFFSET + utf8.length + 1);
        for (int i = 0; i < 4; i++) {
            octet(object.plus(i), classRecord.bits() >>> 8 * i);
            octet(object.plus(ObjectLayout.LENGTH_OFFSET + i), utf8.length >>> 8 * i);
        }
        for (int i = 0; i < utf8.length; i++) {
            octet(object.plus(ObjectLayout.STRING_BYTES_OFFSET + i), utf8[i]);
        }
        return object;
    }

    @Override
    public void octet(Address at, int value) {
        bytes[at.minus(base)] = (byte) value;
    }

    /** What is loaded as a whole stays. */
    @Override
    public void release(Address start) {}
}
