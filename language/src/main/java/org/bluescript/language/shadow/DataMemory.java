package org.bluescript.language.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The host's copy of a stretch of the device's memory, byte for byte, little endian, and what is known about each page of it.
 * Addresses outside raise {@link IllegalArgumentException}: whoever asks has a bug.
 *
 * <p>Every access exists with an {@link Address} and, for those who make many, with the address as a bare {@code int}.
 */
public final class DataMemory {
    /** Bytes of a page. */
    public static final int PAGE = 256;

    /** What is known about a page. */
    public enum PageState {
        /** Host and device hold the same bytes. */
        CLEAN,
        /** The host has written, the device does not know yet. */
        DIRTY,
        /** The device may have written, the host's bytes are old. */
        STALE
    }

    private static final int PAGE_SHIFT = Integer.numberOfTrailingZeros(PAGE);
    private static final PageState[] STATES = PageState.values();
    private static final byte DIRTY = (byte) PageState.DIRTY.ordinal();
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Region region;
    /** The address of {@code bytes[0]}. */
    private final int base;
    private final byte[] bytes;
    /** By page, the ordinal of its state. */
    private final byte[] pages;

    /** All bytes 0 and all pages stale: nothing is known about the device. */
    public DataMemory(Region region) {
        this.region = region;
        this.base = region.base().bits();
        this.bytes = new byte[region.size()];
        this.pages = new byte[(region.size() + PAGE - 1) / PAGE];
        Arrays.fill(pages, (byte) PageState.STALE.ordinal());
    }

    private DataMemory(DataMemory other) {
        this.region = other.region;
        this.base = other.base;
        this.bytes = other.bytes.clone();
        this.pages = other.pages.clone();
    }

    /** An independent copy. */
    public DataMemory copy() {
        return new DataMemory(this);
    }

    public Region region() {
        return region;
    }

    public int readWord(Address address) {
        return word(address.bits());
    }

    public void writeWord(Address address, int word) {
        word(address.bits(), word);
    }

    /** The word at an address of any alignment. */
    public int word(int address) {
        return (int) WORD.get(bytes, wordOffset(address));
    }

    /** Writes the word at an address that is a multiple of four, and so in one page. */
    public void word(int address, int word) {
        int i = address - base;
        if (Integer.compareUnsigned(i, bytes.length - 3) >= 0 || (address & 3) != 0) {
            throw noWord(address);
        }
        WORD.set(bytes, i, word);
        pages[i >>> PAGE_SHIFT] = DIRTY;
    }

    /** The byte at an address, unsigned. */
    public int byteAt(int address) {
        return bytes[byteOffset(address)] & 0xff;
    }

    /** Writes the low 8 bits of {@code value}. */
    public void byteAt(int address, int value) {
        int i = byteOffset(address);
        bytes[i] = (byte) value;
        pages[i >>> PAGE_SHIFT] = DIRTY;
    }

    /** Copies {@code length} bytes; the two stretches may overlap. */
    public void move(int from, int to, int length) {
        int source = offset(from, length);
        int target = offset(to, length);
        System.arraycopy(bytes, source, bytes, target, length);
        mark(target, length, PageState.DIRTY);
    }

    /** Makes {@code length} bytes 0. */
    public void clear(int address, int length) {
        int i = offset(address, length);
        Arrays.fill(bytes, i, i + length, (byte) 0);
        mark(i, length, PageState.DIRTY);
    }

    public byte[] read(Address address, int length) {
        int i = offset(address, length);
        return Arrays.copyOfRange(bytes, i, i + length);
    }

    public void write(Address address, byte[] source) {
        int i = offset(address, source.length);
        System.arraycopy(source, 0, bytes, i, source.length);
        mark(i, source.length, PageState.DIRTY);
    }

    public PageState page(Address address) {
        return STATES[pages[offset(address, 1) >>> PAGE_SHIFT]];
    }

    /** Whether every page of the stretch is clean or dirty: the host's bytes are the true ones. */
    public boolean isKnown(Address address, int length) {
        int i = offset(address, length);
        for (int p = i / PAGE; p <= (i + Math.max(length, 1) - 1) / PAGE; p++) {
            if (pages[p] == PageState.STALE.ordinal()) {
                return false;
            }
        }
        return true;
    }

    /** The device has run: what was known is old. */
    public void deviceMayHaveWritten(Region stretch) {
        mark(offset(stretch.base(), stretch.size()), stretch.size(), PageState.STALE);
    }

    int pageCount() {
        return pages.length;
    }

    PageState state(int page) {
        return STATES[pages[page]];
    }

    void state(int page, PageState state) {
        pages[page] = (byte) state.ordinal();
    }

    /** The bytes themselves, the first that at the region's base. */
    byte[] bytes() {
        return bytes;
    }

    /** The bytes of the stretch are on the device and here: its pages, which it must cover whole, are clean. */
    public void synchronised(Region stretch) {
        mark(offset(stretch.base(), stretch.size()), stretch.size(), PageState.CLEAN);
    }

    /** The dirty stretches, whole pages, joined where they touch, in ascending order. */
    public List<Region> dirty() {
        List<Region> result = new ArrayList<>();
        for (int p = 0; p < pages.length; ) {
            int end = p;
            while (end < pages.length && pages[end] == DIRTY) {
                end++;
            }
            if (end > p) {
                int size = Math.min(end * PAGE, bytes.length) - p * PAGE;
                result.add(new Region(region.base().plus(p * PAGE), size));
            }
            p = end + 1;
        }
        return result;
    }

    private void mark(int offset, int length, PageState state) {
        if (length > 0) {
            Arrays.fill(pages, offset / PAGE, (offset + length - 1) / PAGE + 1, (byte) state.ordinal());
        }
    }

    private int offset(Address address, int length) {
        return offset(address.bits(), length);
    }

    private int offset(int address, int length) {
        int offset = address - base;
        if (length < 0 || Integer.compareUnsigned(offset, bytes.length) > 0 || length > bytes.length - offset) {
            throw outside(address, length);
        }
        return offset;
    }

    private int wordOffset(int address) {
        int offset = address - base;
        if (Integer.compareUnsigned(offset, bytes.length - 3) >= 0) {
            throw outside(address, 4);
        }
        return offset;
    }

    private int byteOffset(int address) {
        int offset = address - base;
        if (offset < 0 || offset >= bytes.length) {
            throw outside(address, 1);
        }
        return offset;
    }

    private IllegalArgumentException noWord(int address) {
        return (address & 3) == 0
                ? outside(address, 4)
                : new IllegalArgumentException("a word cannot be written at " + Address.of(address));
    }

    private IllegalArgumentException outside(int address, int length) {
        return new IllegalArgumentException(length + " bytes at " + Address.of(address) + " are outside " + region);
    }
}
