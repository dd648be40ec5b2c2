package org.bluescript.backend.tiers;

import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.RegionAllocator;

/**
 * The part of a device's memory where generations of code come and go. It says who may write where, and writes nothing: a region is
 * to be given back only when the device cannot come into it any more. Any thread may use it.
 */
public final class CodeMemory {
    private final RegionAllocator free;

    /** All of it is free. */
    public CodeMemory(Region region) {
        free = new RegionAllocator(region);
    }

    public Region region() {
        return free.region();
    }

    /**
     * The lowest free place for so many bytes.
     *
     * @throws OutOfCodeMemory if there is no stretch of this length; what is in use stays so
     */
    public synchronized Region allocate(int size) throws OutOfCodeMemory {
        int occupied = ObjectLayout.occupied(size);
        return free.allocate(occupied, ObjectLayout.ALIGNMENT)
                .map(address -> new Region(address, occupied))
                .orElseThrow(() -> new OutOfCodeMemory(occupied, free.freeBytes()));
    }

    /** Gives back what {@link #allocate} has given. */
    public synchronized void free(Region allocated) {
        free.release(allocated.base(), allocated.size());
    }

    /** In bytes, all free stretches together. */
    public synchronized int freeBytes() {
        return free.freeBytes();
    }

    public synchronized int usedBytes() {
        return region().size() - free.freeBytes();
    }
}
