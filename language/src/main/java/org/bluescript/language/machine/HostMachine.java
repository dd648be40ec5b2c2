package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import java.util.List;
import java.util.Map;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.CodeSlot;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.heap.BuiltInClasses;
import org.bluescript.language.shadow.heap.ClassRecords;
import org.bluescript.language.shadow.heap.Heap;
import org.bluescript.language.shadow.heap.HeapFailure;
import org.bluescript.language.shadow.heap.HeapState;
import org.bluescript.language.shadow.heap.HostRoots;
import org.bluescript.language.shadow.math.RandomNumbers;

/**
 * Data memory with one program in it, ready to run: static data, heap, and the constants in flash. The memory is a device's,
 * byte for byte, except that words for addresses of code hold what {@link CodeTable} says.
 */
public final class HostMachine {
    /** The program memory of the STM32F405 board. */
    private static final Region PROGRAM = Region.between(Address.of(0x20003000), Address.of(0x20020000));

    /** Where that board's firmware might have {@code bs_heap}. */
    private static final Region CONTROL = new Region(Address.of(0x20000100), HeapLayout.STATE_SIZE);

    private final DataMemory memory = new DataMemory(PROGRAM);
    private final ReadOnlyMemory flash;
    private final Map<String, Address> firmware;
    private final HeapState state;
    private final ProgramOutput output;
    private final boolean stressed;
    private final RootStack roots = new RootStack();
    private final HostHandles handles = new HostHandles();
    private final CodeTable code = new CodeTable();
    private final Strings strings;
    private final ObjectText texts;
    private final Errors errors = new Errors(this);
    private final Words words;
    private final ArrayViews views;
    private final long start = System.nanoTime();
    private int random = RandomNumbers.SEED;
    private Heap heap;
    private int entries;

    public static HostMachine of(ProgramOutput output) {
        return new HostMachine(output, false);
    }

    /** One that collects at every allocation and poisons what is freed. */
    public static HostMachine stressed(ProgramOutput output) {
        return new HostMachine(output, true);
    }

    private HostMachine(ProgramOutput output, boolean stressed) {
        this.stressed = stressed;
        StandInFirmware standIn = new StandInFirmware();
        this.flash = standIn.flash();
        this.firmware = standIn.symbols();
        this.output = output;
        DataMemory control = new DataMemory(CONTROL);
        control.clear(CONTROL.base().bits(), CONTROL.size());
        this.state = new HeapState(control, CONTROL.base());
        this.strings = new Strings(this);
        this.texts = new ObjectText(this);
        this.words = new Words(this);
        this.views = new ArrayViews(this, words);
    }

    /** Where static data may begin. */
    public Address dataBase() {
        return PROGRAM.base();
    }

    /** The addresses of the built-in class records and strings. */
    public Map<String, Address> firmware() {
        return firmware;
    }

    /**
     * Writes a program's static data, and makes the rest of memory its heap.
     *
     * @param layout begins at {@link #dataBase()}
     */
    public void load(ProgramLayout layout) {
        memory.clear(PROGRAM.base().bits(), PROGRAM.size());
        memory.write(layout.region().base(), layout.bytes());
        for (CodeSlot slot : layout.codeSlots()) {
            memory.writeWord(slot.address(), code.word(slot.symbol()));
        }
        Address starts = layout.region().end().aligned(ObjectLayout.ALIGNMENT);
        int bitmap = ObjectLayout.occupied(HeapLayout.startsBytes(PROGRAM.end().minus(starts)));
        Address base = starts.plus(bitmap);
        Region cells = new Region(base, PROGRAM.end().minus(base) & -ObjectLayout.ALIGNMENT);
        Heap.initialize(memory, state, new HeapPlan(cells, starts, layout.roots()));
        ClassRecords classes = new ClassRecords(memory, List.of(flash));
        Heap opened = Heap.open(memory, state, classes, BuiltInClasses.of(firmware), this::visitRoots);
        errors.load(layout.errors().map(Address::bits).orElse(0));
        heap = stressed ? opened.stressed() : opened;
    }

    public DataMemory memory() {
        return memory;
    }

    /** The heap's control block: how much was ever used, how often it was collected. */
    public HeapState heapState() {
        return state;
    }

    public RootStack roots() {
        return roots;
    }

    /** What is held from outside. */
    public HostHandles handles() {
        return handles;
    }

    private void visitRoots(HostRoots.Visitor visitor) {
        roots.visit(visitor);
        handles.visit(visitor);
    }

    /**
     * Begins work for somebody outside the program: running it, calling one of its functions. Where that happens while the
     * program itself is being executed, as a debugger does, nothing is collected until the matching {@link #leave}: functions that
     * do not allocate themselves have no roots.
     */
    public void enter() {
        heap.postponeCollections(++entries > 1);
    }

    public void leave() {
        heap.postponeCollections(--entries > 1);
    }

    /** Whether a word lies at an address in data memory. */
    public boolean holds(int address) {
        return inData(address) && inData(address + 3);
    }

    public CodeTable code() {
        return code;
    }

    public Strings strings() {
        return strings;
    }

    public ObjectText texts() {
        return texts;
    }

    public Errors errors() {
        return errors;
    }

    public Words words() {
        return words;
    }

    public ArrayViews views() {
        return views;
    }

    public ProgramOutput output() {
        return output;
    }

    /** The next of the numbers that every program gets in the same order. */
    public float nextRandom() {
        random = RandomNumbers.next(random);
        return RandomNumbers.number(random);
    }

    /** The word at an address in data memory or flash. */
    public int word(int address) {
        return inData(address) ? memory.word(address) : flash.word(address);
    }

    /** The stretch at an address in data memory or flash. */
    public byte[] bytes(int address, int length) {
        if (length == 0) {
            return new byte[0];
        }
        if (inData(address)) {
            return memory.read(Address.of(address), length);
        }
        byte[] result = new byte[length];
        for (int i = 0; i < length; i++) {
            int at = address + i;
            result[i] = (byte) (flash.word(at & -4) >>> 8 * (at & 3));
        }
        return result;
    }

    private boolean inData(int address) {
        return address - PROGRAM.base().bits() >= 0 && address - PROGRAM.end().bits() < 0;
    }

    /** Microseconds since the machine was made, modulo 2⁶⁴. */
    @TruffleBoundary
    public long micros() {
        return (System.nanoTime() - start) / 1000;
    }

    @TruffleBoundary
    public int newObject(int classRecord, Node place) {
        try {
            return heap.newObject(classRecord);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    /** A cell for a variable that closures share; its value is undefined. */
    @TruffleBoundary
    public int newCell(int classRecord, Node place) {
        try {
            int cell = heap.newCell(ObjectLayout.CELL_SIZE);
            memory.word(cell, classRecord);
            return cell;
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    @TruffleBoundary
    public int newArray(int classRecord, int length, Node place) {
        try {
            return heap.arrays().create(classRecord, length);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    @TruffleBoundary
    public int copyArray(int array, Node place) {
        try {
            return heap.arrays().copy(array);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    @TruffleBoundary
    public int growVector(int vector, Node place) {
        try {
            return heap.arrays().grow(vector);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    @TruffleBoundary
    public void unshiftVector(int vector, Node place) {
        try {
            heap.arrays().unshift(vector);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    @TruffleBoundary
    public void shiftVector(int vector) {
        heap.arrays().shift(vector);
    }

    @TruffleBoundary
    public int newString(byte[] utf8, Node place) {
        try {
            return heap.newString(utf8);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    @TruffleBoundary
    public void collect() {
        heap.collect();
    }

    private static ProgramFailure failure(HeapFailure e, Node place) {
        return ProgramFailure.of(
                switch (e.error()) {
                    case MEMORY -> RunTimeErrorKind.MEMORY;
                    case LENGTH -> RunTimeErrorKind.LENGTH;
                },
                place);
    }
}
