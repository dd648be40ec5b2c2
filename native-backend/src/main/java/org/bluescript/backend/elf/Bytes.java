package org.bluescript.backend.elf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A view of little-endian bytes in which every access is checked: outside of it, an {@link ElfFormatException} says what was
 * read and where. Offsets are in bytes from the beginning of the view. The view shares the array, which nobody changes.
 */
public final class Bytes {
    private final String name;
    private final byte[] array;
    private final int start;
    private final int length;

    private Bytes(String name, byte[] array, int start, int length) {
        this.name = name;
        this.array = array;
        this.start = start;
        this.length = length;
    }

    /** All of {@code array}; {@code name} is what messages call it. */
    public static Bytes of(String name, byte[] array) {
        return new Bytes(name, array, 0, array.length);
    }

    public String name() {
        return name;
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    /** {@code size} bytes from {@code offset} on, under the name {@code part}. */
    public Bytes slice(String part, long offset, long size) {
        if (offset < 0 || size < 0 || offset + size > length) {
            throw new ElfFormatException("%s: %d bytes at 0x%x lie outside of its %d bytes"
                    .formatted(part, size, offset, length));
        }
        return new Bytes(part, array, start + (int) offset, (int) size);
    }

    public int u8(long offset) {
        return array[at(offset, 1)] & 0xff;
    }

    public int u16(long offset) {
        int i = at(offset, 2);
        return array[i] & 0xff | (array[i + 1] & 0xff) << 8;
    }

    public int i32(long offset) {
        int i = at(offset, 4);
        return array[i] & 0xff | (array[i + 1] & 0xff) << 8 | (array[i + 2] & 0xff) << 16 | array[i + 3] << 24;
    }

    public long u32(long offset) {
        return Integer.toUnsignedLong(i32(offset));
    }

    public long i64(long offset) {
        return u32(offset) | (long) i32(offset + 4) << 32;
    }

    /** The string that ends with a zero byte. */
    public String string(long offset) {
        int begin = at(offset, 1);
        int end = begin;
        while (array[end] != 0) {
            end++;
            if (end == start + length) {
                throw new ElfFormatException("%s: the string at 0x%x has no end".formatted(name, offset));
            }
        }
        return new String(array, begin, end - begin, StandardCharsets.UTF_8);
    }

    /** A copy that the caller may change. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, start, start + length);
    }

    /** Copies all bytes to {@code target} from {@code offset} on. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(array, start, target, offset, length);
    }

    private int at(long offset, int size) {
        if (offset < 0 || offset + size > length) {
            throw new ElfFormatException("%s: %d bytes at 0x%x lie outside of its %d bytes"
                    .formatted(name, size, offset, length));
        }
        return start + (int) offset;
    }
}
