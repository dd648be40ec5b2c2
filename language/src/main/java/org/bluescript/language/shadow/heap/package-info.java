/**
 * The heap's allocator and collector: the twins of the device's {@code heap.c}, {@code collect.c} and {@code array.c}, on the
 * host's copy of its memory.
 *
 * <p>The format is that of {@code bs_heap.h}; it has no field of which only one side knows the meaning, and no state lives
 * beside it. So either side may continue where the other stopped, and after the same operations with the same roots both have
 * the same bytes: cells, free lists, bitmap and control block. What must be the same for that is said in the device's
 * {@code heap.h}: which cell is taken, how cells are cut, the order of the free lists, what remains in dead cells, and at
 * which allocation memory is out. The order of marking leaves no trace and is each side's own: the device has a small stack
 * and lets what does not fit wait in the heap, the host has a stack that grows.
 *
 * <p>Addresses are bare {@code int}s here, because an allocation must cost the interpreter little; 0 is null. The parts:
 * {@link org.bluescript.language.shadow.heap.HeapState} is the control block, {@code StartBitmap} knows where cells begin,
 * {@code FreeLists} takes cells, {@code Marker} and {@code Sweeper} collect, and
 * {@link org.bluescript.language.shadow.heap.Heap} with {@link org.bluescript.language.shadow.heap.HeapArrays} is what others use.
 *
 * <p>Roots differ: the device finds them on its stack conservatively, the host is told
 * ({@link org.bluescript.language.shadow.heap.HostRoots}). A word on the device's stack can thus keep an object alive that
 * the host would have collected, never the other way round. A host that collects while a device's program is stopped in the
 * middle passes on that program's stack and registers as conservative roots.
 */
package org.bluescript.language.shadow.heap;
