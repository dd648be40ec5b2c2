package org.bluescript.language.machine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bluescript.language.machine.Executor.Outcome;
import org.bluescript.language.machine.Executor.Pieces;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.DeviceCopy;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.shadow.heap.FreeCells;
import org.bluescript.language.shadow.heap.HeapState;

/**
 * Hands data memory over to a device for the time of a call and takes it back. The host's bytes are true again before the
 * call returns, so that nothing that works on them has to ask: what the device has changed is found by checksums, first of
 * many pages together, then of single ones, and only that is read. What lies inside large free cells is left out both ways.
 *
 * <p>A call after which the device cannot be reached has not happened, as far as the host's memory is concerned.
 */
final class Ownership {
    /** Pages that share a checksum where there are many. */
    private static final int GROUP = 16;

    /** The most checksums that are asked for in one request. */
    private static final int MOST_PIECES = 32;

    private final Executor executor;
    private final DeviceCopy program;
    private final DeviceCopy control;
    private final HeapState heap;
    private final FreeCells freeCells;
    /** Pages of the program that are the same on the device, or that the host has nothing to do with. */
    private final BitSet quiet;
    /** Where memory begins that only changes when something is allocated or collected, if then; it ends with the bitmap of cells. */
    private final int heapsOwn;

    /**
     * @param control the memory of {@code bs_heap}, which is {@code heap}
     * @param code instructions, which nothing changes
     * @param apart what others write on the device
     * @param arriving what the executor has been told to write
     * @param heapsOwn where memory begins that only changes when something is allocated or collected, but for {@code code}; the bitmap of
     *     cells is the last of it
     */
    Ownership(
            Executor executor,
            DataMemory program,
            DataMemory control,
            HeapState heap,
            Region code,
            Region apart,
            Region arriving,
            int heapsOwn) {
        this.heapsOwn = heapsOwn;
        this.executor = executor;
        this.program = new DeviceCopy(program, apart);
        this.control = new DeviceCopy(control);
        this.heap = heap;
        this.freeCells = new FreeCells(program, heap);
        Region neighbours = apart.size() == 0 ? code : Region.between(code.base(), apart.end());
        this.quiet = this.program.pagesWithin(neighbours.base().bits(), neighbours.end().bits());
        this.program.arrives(arriving);
    }

    /** The host's bytes are what they were some time before, and true, also where it did not know the device's. */
    void revisit() {
        program.claim();
        control.claim();
    }

    /** Calls a function on the device. Whatever is thrown, the host's memory is as it was before. */
    Outcome call(int entry, int[] words, ProgramOutput output) {
        byte[] programBefore = program.snapshot();
        byte[] controlBefore = control.snapshot();
        try {
            if (executor.hasForgotten()) {
                program.startOver(programBefore);
                control.startOver(controlBefore);
            }
            BitSet free = freePages(false);
            List<Stretch> writes = new ArrayList<>(program.changes(free));
            writes.addAll(control.changes(new BitSet()));
            Outcome outcome = executor.call(writes, entry, words, output);
            program.acknowledged(free);
            control.acknowledged(new BitSet());
            takeBack(free);
            return outcome;
        } catch (RuntimeException | Error e) {
            program.startOver(programBefore);
            control.startOver(controlBefore);
            throw e;
        }
    }

    /** @param free pages whose bytes the device does not have */
    private void takeBack(BitSet free) {
        BitSet asked = new BitSet();
        asked.set(0, program.pageCount());
        asked.andNot(free);
        asked.andNot(quiet);
        BitSet ofHeap = program.pagesWithin(heapsOwn, heap.starts() + HeapLayout.startsBytes(heap.end() - heap.base()));
        ofHeap.and(asked);
        asked.andNot(ofHeap);
        BitSet changed = new BitSet();
        if (findChanges(asked, changed)) {
            findChanges(ofHeap, changed);
        }
        program.forget(free);
        receive(program, changed);
        BitSet nowFree = freePages(true);
        BitSet unknown = new BitSet();
        for (int page = free.nextSetBit(0); page >= 0; page = free.nextSetBit(page + 1)) {
            unknown.set(page, !nowFree.get(page) && !program.isCurrent(page));
        }
        receive(program, unknown);
    }

    /**
     * Adds to {@code result} those of the pages asked for of which the device has other bytes. The heap's state is brought up to date
     * on the way; gives whether that has changed. If it has not, nothing was allocated or collected, nor was there no memory for
     * something, and the bitmap of cells is what it was.
     */
    private boolean findChanges(BitSet asked, BitSet result) {
        boolean hasHeapChanged = false;
        List<Sum> sums = new ArrayList<>();
        sums.add(new Sum(control, 0, 1));
        for (int first = asked.nextSetBit(0); first >= 0; ) {
            int end = asked.nextClearBit(first);
            int group = end - first > GROUP ? GROUP : 1;
            for (int page = first; page < end; page += group) {
                sums.add(new Sum(program, page, Math.min(page + group, end)));
            }
            first = asked.nextSetBit(end);
        }
        List<Sum> pages = new ArrayList<>();
        for (Sum sum : different(sums)) {
            if (sum.copy == control) {
                hasHeapChanged = true;
                receive(control, one(0));
            } else if (sum.end - sum.first == 1) {
                result.set(sum.first);
            } else {
                for (int page = sum.first; page < sum.end; page++) {
                    pages.add(new Sum(program, page, page + 1));
                }
            }
        }
        different(pages).forEach(sum -> result.set(sum.first));
        return hasHeapChanged;
    }

    /** Pages of one of the two memories that share a checksum. */
    private record Sum(DeviceCopy copy, int first, int end) {
        Region region() {
            return copy.region(first, end);
        }

        int expected() {
            return copy.checksum(region());
        }
    }

    private List<Sum> different(List<Sum> sums) {
        if (sums.isEmpty()) {
            return List.of();
        }
        int[] found = executor.checksums(pieces(sums));
        List<Sum> result = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] != sums.get(i).expected()) {
                result.add(sums.get(i));
            }
        }
        return result;
    }

    /** As few requests as it takes: neighbours of one size share one. */
    private static List<Pieces> pieces(List<Sum> sums) {
        List<Pieces> result = new ArrayList<>();
        for (Sum sum : sums) {
            Region region = sum.region();
            Pieces last = result.isEmpty() ? null : result.getLast();
            boolean continues = last != null
                    && last.count() < MOST_PIECES
                    && last.length() == region.size()
                    && last.address().plus(last.length() * last.count()).equals(region.base());
            if (continues) {
                result.set(result.size() - 1, new Pieces(last.address(), last.length(), last.count() + 1));
            } else {
                result.add(new Pieces(region.base(), region.size(), 1));
            }
        }
        return result;
    }

    private void receive(DeviceCopy copy, BitSet pages) {
        List<Region> regions = new ArrayList<>();
        for (int first = pages.nextSetBit(0); first >= 0; ) {
            int end = pages.nextClearBit(first);
            regions.add(copy.region(first, end));
            first = pages.nextSetBit(end);
        }
        if (regions.isEmpty()) {
            return;
        }
        List<byte[]> bytes = executor.read(regions);
        for (int i = 0; i < bytes.size(); i++) {
            copy.received(new Stretch(regions.get(i).base(), bytes.get(i)));
        }
    }

    private static BitSet one(int page) {
        BitSet result = new BitSet();
        result.set(page);
        return result;
    }

    /**
     * The pages that lie wholly in large free cells, behind their headers.
     *
     * @param fetching whether headers that the host does not know are to be read from the device
     */
    private BitSet freePages(boolean fetching) {
        BitSet result = new BitSet();
        freeCells.visit(
                cell -> {
                    if (fetching) {
                        int last = program.page(cell + FreeCells.HEADER - 1);
                        BitSet header = new BitSet();
                        for (int page = program.page(cell); page <= last; page++) {
                            header.set(page, !program.isCurrent(page));
                        }
                        receive(program, header);
                    }
                },
                (cell, bytes) -> result.or(program.pagesWithin(cell + FreeCells.HEADER, cell + bytes)));
        return result;
    }
}
