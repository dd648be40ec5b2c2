package org.bluescript.cli.fuzz.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.heap.HeapState;
import org.bluescript.language.typed.ErrorClasses;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.TypedProgram;

/**
 * Two heaps that lay in the same memory, byte for byte: the allocator's state, the bitmap of starts, and every cell, garbage
 * and free cells included. Both must have been all zeros in the beginning.
 *
 * <p>They are equal as long as nothing was collected, which is what makes memory end at the same allocation on both sides. Five
 * things may differ. An error's origin: its kind is compared, its place is an address of code on the device and a number on the
 * host. A closure's address of code, for the same reason: its class says which function it is. Bytes of an instance in which there is no field: the device leaves there what was in the cell. The machine's time in a timer. And of a number that is
 * NaN, which one. After a collection the device still holds what a stale word of its stack points at, and from then on the heaps
 * go ways of their own.
 */
final class HeapBytes {
    private static final int FREE = 2;

    /** A timer's property with the machine's time; generated classes have no property of that name. */
    private static final String MOMENT = "moment";

    private final Memory host;
    private final Memory device;
    private final HeapState state;
    private final Map<String, ClassLayout> classes = new HashMap<>();
    private final Set<String> closures = new HashSet<>();
    /** By class, what of each word of an instance counts. */
    private final Map<ClassLayout, int[]> masks = new HashMap<>();

    private HeapBytes(TypedProgram program, Outcome host, Outcome device) {
        this.host = host.memory();
        this.device = device.memory();
        this.state = host.heap();
        program.functions().keySet().stream()
                .map(this.host.layout()::closureClass)
                .filter(Objects::nonNull)
                .forEach(closures::add);
        this.host.layout().classes().all().forEach(c -> classes.put(ProgramLayout.classSymbol(c), c));
    }

    /** The first difference, in words; empty if there is none. */
    static Optional<String> difference(TypedProgram program, Outcome host, Outcome device) {
        HeapBytes bytes = new HeapBytes(program, host, device);
        return bytes.sums(device.heap()).or(bytes::starts).or(bytes::cells);
    }

    /** The same without what is in the cells. */
    static Optional<String> differentCells(TypedProgram program, Outcome host, Outcome device) {
        HeapBytes bytes = new HeapBytes(program, host, device);
        return bytes.sums(device.heap()).or(bytes::starts);
    }

    private Optional<String> sums(HeapState other) {
        for (int bin = 1; bin < HeapLayout.BINS; bin++) {
            if (state.bin(bin) != other.bin(bin)) {
                return wrong("first free cell of %d bytes".formatted(8 * bin), state.bin(bin), other.bin(bin));
            }
        }
        if (state.large() != other.large()) {
            return wrong("first large free cell", state.large(), other.large());
        }
        return state.freeBytes() == other.freeBytes()
                ? Optional.empty()
                : wrong("bytes in large free cells", state.freeBytes(), other.freeBytes());
    }

    private Optional<String> starts() {
        int end = state.starts() + HeapLayout.startsBytes(state.end() - state.base());
        for (int at = state.starts(); at < end; at += Integer.BYTES) {
            if (host.word(at) != device.word(at)) {
                return wrong("starts of cells at 0x%08x".formatted(at), host.word(at), device.word(at));
            }
        }
        return Optional.empty();
    }

    private Optional<String> cells() {
        int cell = state.base();
        for (int end = nextStart(cell); cell < state.end(); end = nextStart(cell)) {
            Optional<String> difference = cell(cell, end);
            if (difference.isPresent()) {
                return difference;
            }
            cell = end;
        }
        return Optional.empty();
    }

    private int nextStart(int cell) {
        int at = cell + ObjectLayout.ALIGNMENT;
        while (at < state.end()) {
            int granule = (at - state.base()) / ObjectLayout.ALIGNMENT;
            int rest = host.word(state.starts() + granule / 32 * 4) >>> granule % 32;
            if (rest != 0) {
                return at + Integer.numberOfTrailingZeros(rest) * ObjectLayout.ALIGNMENT;
            }
            at += (32 - granule % 32) * ObjectLayout.ALIGNMENT;
        }
        return state.end();
    }

    private Optional<String> cell(int cell, int end) {
        int header = host.word(cell);
        ClassLayout layout = (header & FREE) != 0 ? null : classes.get(host.names().get(header));
        int[] mask = layout == null ? null : masks.computeIfAbsent(layout, HeapBytes::mask);
        for (int at = cell; at < end; at += Integer.BYTES) {
            int counts = mask == null ? -1 : mask[(at - cell) / Integer.BYTES];
            int hostWord = host.word(at) & counts;
            int deviceWord = device.word(at) & counts;
            if (hostWord != deviceWord && !(isNaN(hostWord) && isNaN(deviceWord))) {
                String what = (header & FREE) != 0 ? "free cell" : host.className(cell);
                if (closures.contains(what) && at == cell + ObjectLayout.CLOSURE_CODE_OFFSET) {
                    continue;
                }
                return wrong("%s at 0x%08x + %d".formatted(what, cell, at - cell), hostWord, deviceWord);
            }
        }
        return Optional.empty();
    }

    private static int[] mask(ClassLayout layout) {
        int[] mask = new int[layout.size() / Integer.BYTES];
        Arrays.fill(mask, 0, ObjectLayout.HEADER / Integer.BYTES, -1);
        for (Map.Entry<Field, Integer> entry : layout.offsets().entrySet()) {
            int offset = entry.getValue();
            if (entry.getKey().name().equals(MOMENT)) {
                continue;
            }
            mask[offset / Integer.BYTES] |= switch (entry.getKey().type().representation()) {
                case BOOLEAN -> 0xff << 8 * (offset % Integer.BYTES);
                case INTEGER, FLOAT, REFERENCE, WORD -> entry.getKey().equals(ErrorClasses.ORIGIN)
                        ? -1 << ErrorLayout.ORIGIN_PLACE_BITS
                        : -1;
                case NOTHING -> 0;
            };
        }
        return mask;
    }

    /** Of whatever type the word is: integers and addresses that look so are rare. */
    private static boolean isNaN(int word) {
        return Float.isNaN(Float.intBitsToFloat(word));
    }

    private static Optional<String> wrong(String what, int host, int device) {
        return Optional.of("%s: interpreted 0x%08x, native 0x%08x".formatted(what, host, device));
    }
}
