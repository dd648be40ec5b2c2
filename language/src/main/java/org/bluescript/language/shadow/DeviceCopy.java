package org.bluescript.language.shadow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32C;
import org.bluescript.language.shadow.DataMemory.PageState;

/**
 * What the device is known to hold of a memory that host and device own in turn, beside what the host holds of it. Pages have
 * numbers from 0 at the beginning of the memory's region.
 *
 * <p>A page of the host's memory is clean where both are the same, dirty where the host may have written since, stale where
 * the device may have. Of a dirty page the device's bytes may be known all the same: then only what differs must be sent.
 */
public final class DeviceCopy {
    /** Changes with fewer equal bytes between them are sent as one: a request of its own would be longer. Less than a page. */
    private static final int SHORTEST_GAP = 32;

    private final DataMemory host;
    private final int base;
    /** The device's bytes, of known pages. */
    private final byte[] device;
    private final BitSet known = new BitSet();
    /** Where in the memory what is never sent begins and ends. */
    private final int apart;

    private final int apartEnd;

    /** Nothing is known of the device. */
    public DeviceCopy(DataMemory host) {
        this(host, new Region(host.region().base(), 0));
    }

    /** @param apart what others write on the device: it is never sent */
    public DeviceCopy(DataMemory host, Region apart) {
        this.host = host;
        this.base = host.region().base().bits();
        this.device = new byte[host.region().size()];
        this.apart = apart.base().bits() - base;
        this.apartEnd = apart.end().bits() - base;
    }

    public DataMemory host() {
        return host;
    }

    public int pageCount() {
        return host.pageCount();
    }

    /** The number of the page in which an address lies. */
    public int page(int address) {
        return (address - base) / DataMemory.PAGE;
    }

    /** The memory of the pages from {@code first} on up to, not including, {@code end}. */
    public Region region(int first, int end) {
        int start = first * DataMemory.PAGE;
        return new Region(Address.of(base + start), Math.min(end * DataMemory.PAGE, device.length) - start);
    }

    /** Whether the host's bytes of the page are true. */
    public boolean isCurrent(int page) {
        return host.state(page) != PageState.STALE;
    }

    /** The pages that lie wholly in the stretch. */
    public BitSet pagesWithin(int start, int end) {
        BitSet result = new BitSet();
        int first = Math.ceilDiv(start - base, DataMemory.PAGE);
        int last = end - base == device.length ? pageCount() : Math.floorDiv(end - base, DataMemory.PAGE);
        if (first < last) {
            result.set(first, last);
        }
        return result;
    }

    /** The device has, or will have before anything else happens, the host's bytes of the pages wholly in the stretch. */
    public void arrives(Region stretch) {
        BitSet pages = pagesWithin(stretch.base().bits(), stretch.end().bits());
        pages.stream().forEach(this::nowEqual);
    }

    /** What must be written to the device so that it holds the host's bytes of all dirty pages but the ignored. */
    public List<Stretch> changes(BitSet ignored) {
        List<Stretch> result = new ArrayList<>();
        byte[] bytes = host.bytes();
        int start = -1; // of the change that is being collected
        int end = -1; // behind its last byte that differs
        for (int page = 0; page < pageCount(); page++) {
            if (host.state(page) != PageState.DIRTY || ignored.get(page)) {
                continue;
            }
            boolean all = !known.get(page);
            int last = Math.min((page + 1) * DataMemory.PAGE, bytes.length);
            for (int i = page * DataMemory.PAGE; i < last; i++) {
                if (!all && bytes[i] == device[i] || i >= apart && i < apartEnd) {
                    continue;
                }
                if (start >= 0 && (i - end > SHORTEST_GAP || start < apartEnd && i >= apartEnd)) {
                    result.add(stretch(start, end));
                    start = -1;
                }
                start = start < 0 ? i : start;
                end = i + 1;
            }
        }
        if (start >= 0) {
            result.add(stretch(start, end));
        }
        return result;
    }

    private Stretch stretch(int start, int end) {
        return new Stretch(Address.of(base + start), Arrays.copyOfRange(host.bytes(), start, end));
    }

    /** The device has acknowledged {@link #changes}. */
    public void acknowledged(BitSet ignored) {
        for (int page = 0; page < pageCount(); page++) {
            if (host.state(page) == PageState.DIRTY && !ignored.get(page)) {
                nowEqual(page);
            }
        }
    }

    private void nowEqual(int page) {
        int start = page * DataMemory.PAGE;
        System.arraycopy(host.bytes(), start, device, start, Math.min(DataMemory.PAGE, device.length - start));
        known.set(page);
        host.state(page, PageState.CLEAN);
    }

    /** The checksum, as the device makes it, of what the host holds. */
    public int checksum(Region stretch) {
        CRC32C crc = new CRC32C();
        crc.update(host.bytes(), stretch.base().bits() - base, stretch.size());
        return (int) crc.getValue();
    }

    /** The device may have written the pages, and nobody will ask what. */
    public void forget(BitSet pages) {
        pages.stream().forEach(page -> {
            known.clear(page);
            host.state(page, PageState.STALE);
        });
    }

    /** The device's bytes of a stretch of whole pages: the host takes them over. */
    public void received(Stretch stretch) {
        int start = stretch.address().bits() - base;
        System.arraycopy(stretch.bytes(), 0, host.bytes(), start, stretch.bytes().length);
        for (int page = start / DataMemory.PAGE; page * DataMemory.PAGE < start + stretch.bytes().length; page++) {
            nowEqual(page);
        }
    }

    /** The host's bytes are true, of all pages. */
    public void claim() {
        for (int page = 0; page < pageCount(); page++) {
            if (!isCurrent(page)) {
                host.state(page, PageState.DIRTY);
            }
        }
    }

    /** The host's bytes as they are now. */
    public byte[] snapshot() {
        return host.bytes().clone();
    }

    /** Nothing is known of the device any more; the host has these bytes and will send all of them. */
    public void startOver(byte[] snapshot) {
        System.arraycopy(snapshot, 0, host.bytes(), 0, snapshot.length);
        known.clear();
        for (int page = 0; page < pageCount(); page++) {
            host.state(page, PageState.DIRTY);
        }
    }
}
