package org.bluescript.backend.elf;

/** Reads {@link Bytes} from front to back, with the variable-length numbers of DWARF. Every access is checked. */
public final class ByteCursor {
    private final Bytes bytes;
    private int position;

    public ByteCursor(Bytes bytes, long position) {
        this.bytes = bytes;
        seek(position);
    }

    public int position() {
        return position;
    }

    public boolean hasMore() {
        return position < bytes.length();
    }

    /** Moves to an offset from the beginning, the end at most. */
    public void seek(long offset) {
        if (offset < 0 || offset > bytes.length()) {
            throw new ElfFormatException("%s: offset 0x%x lies outside of its %d bytes"
                    .formatted(bytes.name(), offset, bytes.length()));
        }
        position = (int) offset;
    }

    public void skip(long count) {
        seek(position + count);
    }

    public int u8() {
        int value = bytes.u8(position);
        position += 1;
        return value;
    }

    public int i8() {
        return (byte) u8();
    }

    public int u16() {
        int value = bytes.u16(position);
        position += 2;
        return value;
    }

    public int i32() {
        int value = bytes.i32(position);
        position += 4;
        return value;
    }

    public long u32() {
        return Integer.toUnsignedLong(i32());
    }

    public long i64() {
        long value = bytes.i64(position);
        position += 8;
        return value;
    }

    /** An unsigned LEB128 number; bits above 64 are lost. */
    public long uleb() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = u8();
            if (shift < 64) {
                value |= (long) (next & 0x7f) << shift;
            }
            shift += 7;
        } while ((next & 0x80) != 0);
        return value;
    }

    /** A signed LEB128 number; bits above 64 are lost. */
    public long sleb() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = u8();
            if (shift < 64) {
                value |= (long) (next & 0x7f) << shift;
            }
            shift += 7;
        } while ((next & 0x80) != 0);
        return shift < 64 && (next & 0x40) != 0 ? value | -1L << shift : value;
    }

    public String string() {
        String value = bytes.string(position);
        int end = position;
        while (bytes.u8(end) != 0) {
            end++;
        }
        position = end + 1;
        return value;
    }
}
