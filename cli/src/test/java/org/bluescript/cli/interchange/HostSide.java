package org.bluescript.cli.interchange;

import java.util.List;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.shadow.heap.BuiltInClasses;
import org.bluescript.language.shadow.heap.ClassRecord;
import org.bluescript.language.shadow.heap.ClassRecords;
import org.bluescript.language.shadow.heap.Heap;
import org.bluescript.language.shadow.heap.HeapState;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.shadow.heap.HostRoots;

/** Performs operations on the host's copy of the memory: the twin of {@code heap_runner.c}. */
final class HostSide {
    private final Site site;
    private final Runtime runtime;
    private final DataMemory memory;
    private final DataMemory control;
    private final HeapState state;
    private final ClassRecords classes;
    private Heap heap;

    /**
     * What the heap needs of the device's program.
     *
     * @param state the address of its control block
     * @param arrayClasses classes of arrays, growable and not
     * @param stressed it collects at every allocation
     */
    record Runtime(Address state, BuiltInClasses builtIn, List<Address> arrayClasses, List<ReadOnlyMemory> flash,
            boolean stressed) {
        Region control() {
            return new Region(state, HeapLayout.STATE_SIZE);
        }
    }

    /** All memory 0 but the classes. */
    HostSide(Site site, Runtime runtime) {
        this.site = site;
        this.runtime = runtime;
        this.memory = new DataMemory(site.shared());
        this.control = new DataMemory(runtime.control());
        this.state = new HeapState(control, runtime.state());
        this.classes = new ClassRecords(memory, runtime.flash());
        memory.clear(site.addresses(), site.shared().size());
        control.clear(runtime.state().bits(), HeapLayout.STATE_SIZE);
        writeClasses();
    }

    /** The classes, by number: the test's own, then those of arrays. */
    private void writeClasses() {
        memory.word(site.addresses(), site.roots());
        memory.word(site.addresses() + 4, site.classTable());
        memory.word(site.addresses() + 8, site.failed());
        int own = TestClass.ALL.size();
        for (int i = 0; i < own; i++) {
            TestClass.ALL.get(i).write(memory, site.testClass(i));
            memory.word(site.classTable() + 4 * i, site.testClass(i));
        }
        for (int i = 0; i < runtime.arrayClasses().size(); i++) {
            memory.word(site.classTable() + 4 * (own + i), runtime.arrayClasses().get(i).bits());
        }
    }

    DataMemory memory() {
        return memory;
    }

    DataMemory control() {
        return control;
    }

    HeapState state() {
        return state;
    }

    /** Makes roots and heap new. */
    void initialize(HeapPlan plan) {
        clearRoots();
        Heap.initialize(memory, state, plan);
        open();
    }

    /** What the program, not the heap, does at its start. */
    void clearRoots() {
        memory.clear(site.roots(), 4 * Site.ROOTS);
        memory.word(site.table() + HeapLayout.ROOT_START_OFFSET, site.roots());
        memory.word(site.table() + HeapLayout.ROOT_COUNT_OFFSET, Site.ROOTS);
        memory.clear(site.table() + HeapLayout.ROOT_RANGE_SIZE, HeapLayout.ROOT_RANGE_SIZE);
    }

    /** Goes on with the heap that is in memory. */
    void open() {
        Heap opened = Heap.open(memory, state, classes, runtime.builtIn(), HostRoots.NONE);
        heap = runtime.stressed() ? opened.under(Stress.COLLECTING) : opened;
    }

    int classAddress(int number) {
        return memory.word(site.classTable() + 4 * number);
    }

    /** The test's class of which this object is an instance. */
    TestClass testClassOf(int object) {
        return TestClass.ALL.get((memory.word(object) - site.testClass(0)) / TestClass.RECORD_BYTES);
    }

    int root(int index) {
        return memory.word(site.roots() + 4 * index);
    }

    private void root(int index, int object) {
        memory.word(site.roots() + 4 * index, object);
    }

    boolean isInHeap(int address) {
        return Integer.compareUnsigned(address - state.base(), state.end() - state.base()) < 0;
    }

    ClassRecord classOf(int object) {
        return classes.at(memory.word(object));
    }

    /** Throws {@link org.bluescript.language.shadow.heap.HeapFailure} if the heap cannot. */
    void perform(HeapOperation o) {
        switch (o.code()) {
            case OBJECT -> root(o.a(), heap.newObject(classAddress(o.b())));
            case CELL -> root(o.a(), cell(classAddress(o.b()), o.c()));
            case ARRAY -> root(o.a(), heap.arrays().create(classAddress(o.b()), o.c()));
            case STRING -> root(o.a(), string(o.c(), o.b()));
            case COPY -> root(o.a(), heap.arrays().copy(root(o.b())));
            case PUSH -> push(o);
            case SHIFT -> heap.arrays().shift(root(o.a()));
            case UNSHIFT -> {
                heap.arrays().unshift(root(o.a()));
                store(elements(root(o.a())), o);
            }
            case STORE -> {
                boolean inElements = (o.b() & HeapOperation.ELEMENTS) != 0;
                int base = inElements ? elements(root(o.a())) : root(o.a());
                store(base + (o.b() & ~HeapOperation.ELEMENTS), o);
            }
            case LOAD -> root(o.a(), memory.word(root(o.b()) + o.c()));
            case DROP -> root(o.a(), 0);
            case COLLECT -> heap.collect();
        }
    }

    private int cell(int classAddress, int bytes) {
        int cell = heap.newCell(bytes);
        memory.word(cell, classAddress);
        memory.clear(cell + 4, bytes - 4);
        return cell;
    }

    private int string(int length, int value) {
        int string = heap.newString(length);
        for (int i = 0; i < length; i++) {
            memory.byteAt(string + ObjectLayout.STRING_BYTES_OFFSET + i, value);
        }
        return string;
    }

    private void push(HeapOperation o) {
        int vector = root(o.a());
        int elements = heap.arrays().grow(vector);
        int length = memory.word(vector + ObjectLayout.LENGTH_OFFSET);
        memory.word(vector + ObjectLayout.LENGTH_OFFSET, length + 1);
        store(elements + length * classOf(vector).element().size(), o);
    }

    private void store(int place, HeapOperation o) {
        switch (o.value()) {
            case WORD -> memory.word(place, o.c());
            case BYTE -> memory.byteAt(place, o.c());
            case REFERENCE -> memory.word(place, root(o.c()));
            case TAGGED -> memory.word(place, root(o.c()) + Word.TAG_POINTER);
        }
    }

    private int elements(int vector) {
        return memory.word(vector + ObjectLayout.VECTOR_ELEMENTS_OFFSET);
    }
}
