package org.bluescript.language.shadow;

import java.util.Optional;
import java.util.TreeMap;

/**
 * The free space of a region. Hands out the lowest place that fits, takes places back, and joins neighbours that are free.
 */
public final class RegionAllocator {
    private final Region region;
    /** Free stretches by offset into the region; never empty, never adjacent. */
    private final TreeMap<Integer, Integer> free = new TreeMap<>();

    public RegionAllocator(Region region) {
        this.region = region;
        if (region.size() > 0) {
            free.put(0, region.size());
        }
    }

    private RegionAllocator(RegionAllocator other) {
        this.region = other.region;
        this.free.putAll(other.free);
    }

    /** An independent copy. */
    public RegionAllocator copy() {
        return new RegionAllocator(this);
    }

    public Region region() {
        return region;
    }

    /** The lowest free place for {@code size} bytes at a multiple of {@code alignment}, a power of two; empty if there is none. */
    public Optional<Address> allocate(int size, int alignment) {
        for (var stretch : free.entrySet()) {
            int start = stretch.getKey();
            int length = stretch.getValue();
            int offset = region.base().plus(start).aligned(alignment).minus(region.base());
            if (offset + size <= start + length) {
                free.remove(start);
                put(start, offset - start);
                put(offset + size, start + length - offset - size);
                return Optional.of(region.base().plus(offset));
            }
        }
        return Optional.empty();
    }

    /** Takes back a stretch that was handed out. */
    public void release(Address address, int size) {
        int start = address.minus(region.base());
        int end = start + size;
        var before = free.floorEntry(start);
        var after = free.ceilingEntry(start);
        if (!region.contains(address, size)
                || before != null && before.getKey() + before.getValue() > start
                || after != null && after.getKey() < end) {
            throw new IllegalArgumentException(size + " bytes at " + address + " are not in use");
        }
        if (before != null && before.getKey() + before.getValue() == start) {
            free.remove(before.getKey());
            start = before.getKey();
        }
        if (after != null && after.getKey() == end) {
            free.remove(after.getKey());
            end += after.getValue();
        }
        put(start, end - start);
    }

    /** Bytes that are free, in all stretches together. */
    public int freeBytes() {
        return free.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void put(int start, int length) {
        if (length > 0) {
            free.put(start, length);
        }
    }
}
