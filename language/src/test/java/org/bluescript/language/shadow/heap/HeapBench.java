package org.bluescript.language.shadow.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Region;

/** A device's memory with two classes, a few roots, and a heap; built-in classes in a flash of its own. */
final class HeapBench {
    static final int ROOTS = 8;
    static final int EMPTY_STRING = 0x0800_0400;
    private static final int FLASH = 0x0800_0000;
    private static final int RECORD = 24;
    private static final int CLASSES = 0x2000_0000;
    private static final int TABLE = CLASSES + 2 * RECORD;
    private static final int FIRST_ROOT = TABLE + 2 * HeapLayout.ROOT_RANGE_SIZE;
    private static final int STARTS = FIRST_ROOT + 4 * ROOTS;

    private final DataMemory memory;
    private final HeapState state;
    private final Heap heap;

    HeapBench(int heapBytes) {
        int base = STARTS + HeapLayout.startsBytes(heapBytes) + 7 & -8;
        int control = base + heapBytes;
        memory = new DataMemory(new Region(Address.of(CLASSES), control + HeapLayout.STATE_SIZE - CLASSES));
        memory.clear(CLASSES, memory.region().size());
        memory.write(Address.of(pair()), record(Kind.OBJECT, Element.NONE, 16, 1, 0));
        memory.write(Address.of(holder()), record(Kind.OBJECT, Element.NONE, 8, 0, 1));
        memory.word(TABLE, FIRST_ROOT);
        memory.word(TABLE + 4, ROOTS);
        state = new HeapState(memory, Address.of(control));
        Heap.initialize(memory, state,
                new HeapPlan(new Region(Address.of(base), heapBytes), Address.of(STARTS), Address.of(TABLE)));
        heap = open(HostRoots.NONE);
    }

    Heap open(HostRoots roots) {
        Map<Element, Address> arrays = new EnumMap<>(Element.class);
        ByteBuffer flash = ByteBuffer.allocate(16 * RECORD);
        for (Element element : Element.values()) {
            arrays.put(element, Address.of(array(element)));
            flash.put(element.ordinal() * RECORD, record(Kind.ARRAY, element, 0, 0, 0));
        }
        flash.put(vector() - FLASH, record(Kind.VECTOR, Element.INTEGER, ObjectLayout.VECTOR_SIZE, 0, 0));
        flash.put(string() - FLASH, record(Kind.STRING, Element.NONE, 0, 0, 0));
        BuiltInClasses builtIn = new BuiltInClasses(Address.of(string()), arrays, Address.of(EMPTY_STRING));
        ClassRecords classes = new ClassRecords(memory, List.of(new ReadOnlyMemory(Address.of(FLASH), flash.array())));
        return Heap.open(memory, state, classes, builtIn, roots);
    }

    private static byte[] record(Kind kind, Element element, int size, int references, int tagged) {
        return ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN).put((byte) kind.ordinal())
                .put((byte) element.ordinal()).putShort((short) size).putInt(0).putInt(references).putInt(tagged).array();
    }

    DataMemory memory() {
        return memory;
    }

    HeapState state() {
        return state;
    }

    Heap heap() {
        return heap;
    }

    /** A class of 16 bytes whose first field is a reference. */
    int pair() {
        return CLASSES;
    }

    /** A class of 8 bytes whose only field is of type {@code any}. */
    int holder() {
        return CLASSES + RECORD;
    }

    int array(Element element) {
        return FLASH + element.ordinal() * RECORD;
    }

    /** Growable arrays of integers. */
    int vector() {
        return FLASH + 10 * RECORD;
    }

    private static int string() {
        return FLASH + 11 * RECORD;
    }

    int root(int index) {
        return memory.word(FIRST_ROOT + 4 * index);
    }

    void root(int index, int object) {
        memory.word(FIRST_ROOT + 4 * index, object);
    }

    boolean isAlive(int object) {
        return (memory.word(object) & HeapLayout.FREE) == 0;
    }

    /** The sizes of all cells, in order; checks that exactly they have start bits. */
    List<Integer> cells() {
        List<Integer> sizes = new ArrayList<>();
        int at = state.base();
        while (at != state.end()) {
            int header = memory.word(at);
            int size = (header & HeapLayout.FREE) != 0
                    ? header & ~HeapLayout.FREE
                    : heap.classes().at(header).instanceSize(memory.word(at + ObjectLayout.LENGTH_OFFSET));
            for (int granule = at; granule != at + size; granule += 8) {
                int bit = granule - state.base() >> 3;
                int word = memory.word(state.starts() + bit / 32 * 4);
                assertThat((word >>> bit % 32 & 1) == 1).as("start bit of %s", Address.of(granule)).isEqualTo(granule == at);
            }
            sizes.add(size);
            at += size;
        }
        return sizes;
    }
}
