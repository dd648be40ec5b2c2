package org.bluescript.backend.patch;

import java.util.List;

import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.ShadowMachine;

/**
 * A change of the device.
 *
 * @param writes in the order in which they are to happen
 * @param heap the heap to set up after the writes
 * @param after what is true when all of it has been acknowledged
 */
public record Patch(List<Write> writes, HeapPlan heap, ShadowMachine after) {
    /** All bytes to be sent. */
    public int size() {
        return writes.stream().mapToInt(w -> w.bytes().length).sum();
    }
}
