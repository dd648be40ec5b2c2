package org.bluescript.language.shadow;

/** An address in the device's memory: 32 bits, unsigned. */
public record Address(int bits) implements Comparable<Address> {
    public static final Address NULL = new Address(0);

    public static Address of(int bits) {
        return new Address(bits);
    }

    /** This address moved by a number of bytes, wrapping as the device's arithmetic does. */
    public Address plus(int bytes) {
        return new Address(bits + bytes);
    }

    /** How many bytes this address lies above {@code other}. */
    public int minus(Address other) {
        return bits - other.bits;
    }

    /** The least multiple of {@code alignment}, a power of two, that is not below this address. */
    public Address aligned(int alignment) {
        return new Address((bits + alignment - 1) & -alignment);
    }

    @Override
    public int compareTo(Address other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return String.format("0x%08x", bits);
    }
}
