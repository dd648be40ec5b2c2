package org.bluescript.language.shadow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The host's copy of a stretch of the device's memory, byte for byte, little endian, and what is known about each page of it.
 * Addresses outside raise {@link IllegalArgumentException}: whoever asks has a bug.
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

    private final Region region;
    private final byte[] bytes;
    private final PageState[] pages;

    /** All bytes 0 and all pages stale: nothing is known about the device. */
    public DataMemory(Region region) {
        this.region = region;
        this.bytes = new byte[region.size()];
        this.pages = new PageState[(region.size() + PAGE - 1) / PAGE];
        Arrays.fill(pages, PageState.STALE);
    }

    private DataMemory(DataMemory other) {
        this.region = other.region;
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
        int i = offset(address, 4);
        return bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8 | (bytes[i + 2] & 0xff) << 16 | bytes[i + 3] << 24;
    }

    public void writeWord(Address address, int word) {
        int i = offset(address, 4);
        bytes[i] = (byte) word;
        bytes[i + 1] = (byte) (word >> 8);
        bytes[i + 2] = (byte) (word >> 16);
        bytes[i + 3] = (byte) (word >> 24);
        mark(i, 4, PageState.DIRTY);
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
        return pages[offset(address, 1) / PAGE];
    }

    /** Whether every page of the stretch is clean or dirty: the host's bytes are the true ones. */
    public boolean isKnown(Address address, int length) {
        int i = offset(address, length);
        for (int p = i / PAGE; p <= (i + Math.max(length, 1) - 1) / PAGE; p++) {
            if (pages[p] == PageState.STALE) {
                return false;
            }
        }
        return true;
    }

    /** The device has run: what was known is old. */
    public void deviceMayHaveWritten(Region stretch) {
        mark(offset(stretch.base(), stretch.size()), stretch.size(), PageState.STALE);
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
            while (end < pages.length && pages[end] == PageState.DIRTY) {
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
            Arrays.fill(pages, offset / PAGE, (offset + length - 1) / PAGE + 1, state);
        }
    }

    private int offset(Address address, int length) {
        if (!region.contains(address, length)) {
            throw new IllegalArgumentException(length + " bytes at " + address + " are outside " + region);
        }
        return address.minus(region.base());
    }
}
