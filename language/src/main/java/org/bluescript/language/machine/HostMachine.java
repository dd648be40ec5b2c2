package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.LoggedValue;
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
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.shadow.heap.BuiltInClasses;
import org.bluescript.language.shadow.heap.ClassRecords;
import org.bluescript.language.shadow.heap.Heap;
import org.bluescript.language.shadow.heap.HeapFailure;
import org.bluescript.language.shadow.heap.HeapState;
import org.bluescript.language.shadow.heap.HostRoots;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.shadow.math.RandomNumbers;

/**
 * Data memory with one program in it, ready to run: static data, heap, and the constants in flash. The memory is a device's,
 * byte for byte, except that words for addresses of code hold what {@link CodeTable} says. If a device shares it, it is that
 * device's memory, addresses of code included.
 */
public final class HostMachine {
    /** The program memory of the STM32F405 board. */
    private static final Region PROGRAM = Region.between(Address.of(0x20003000), Address.of(0x20020000));

    /** Where that board's firmware might have {@code bs_heap}. */
    private static final Region CONTROL = new Region(Address.of(0x20000100), HeapLayout.STATE_SIZE);

    /** The library's variable, if it is part of the program. */
    public static final String RANDOM_STATE = "bs_random_state";

    private final Optional<PlacedProgram> placed;
    private final Region program;
    private final DataMemory memory;
    private final List<ReadOnlyMemory> flash;
    private final Map<String, Address> firmware;
    private final DataMemory control;
    private final HeapState state;
    private final ProgramOutput output;
    private final Stress stress;
    private final RootStack roots = new RootStack();
    private final HostHandles handles = new HostHandles();
    private final CodeTable code;
    private final ChangeLog log;
    private final Strings strings;
    private final ObjectText texts;
    private final Errors errors = new Errors(this);
    private final Words words;
    private final ArrayViews views;
    private final long start = System.nanoTime();
    private final LoggedValue<Integer> random;
    /** Where the state of random numbers is that a device shares; 0 if none does. */
    private int randomState;
    private Heap heap;
    private SessionMemory session;
    /** Null but in a session. */
    private AllocationPlaces allocations;
    private ClassRecords records;
    private int entries;
    private RemoteCalls remote;

    public static HostMachine of(ProgramOutput output) {
        return new HostMachine(output, Stress.NONE, ChangeLog.NONE);
    }

    /** One that collects at every allocation and poisons what is freed. */
    public static HostMachine stressed(ProgramOutput output) {
        return under(Stress.COLLECTING, output);
    }

    /** One whose memory a device shares, which runs some of the program's functions or the whole program for itself. */
    public static HostMachine sharing(PlacedProgram placed, ProgramOutput output, Stress stress) {
        return new HostMachine(placed, output, stress);
    }

    public static HostMachine under(Stress stress, ProgramOutput output) {
        return new HostMachine(output, stress, ChangeLog.NONE);
    }

    /** One for a session; {@code log} is told of what changes in it. */
    public static HostMachine ofSession(Stress stress, ProgramOutput output, ChangeLog log) {
        return new HostMachine(output, stress, log);
    }

    /** One with the memory of a board, for a session that {@link #share} may let the board have. */
    public static HostMachine ofSession(BoardMemory board, ProgramOutput output, ChangeLog log) {
        Region control = new Region(board.firmware().get("bs_heap"), HeapLayout.STATE_SIZE);
        return new HostMachine(Optional.empty(), board.program(), new DataMemory(board.program()), board.flash(), board.firmware(),
                control, output, Stress.NONE, log);
    }

    private HostMachine(ProgramOutput output, Stress stress, ChangeLog log) {
        this(Optional.empty(), PROGRAM, new DataMemory(PROGRAM), List.of(new StandInFirmware().flash()),
                new StandInFirmware().symbols(), CONTROL, output, stress, log);
    }

    private HostMachine(PlacedProgram placed, ProgramOutput output, Stress stress) {
        this(Optional.of(placed), placed.shadow().map().program(), placed.shadow().memory(), placed.flash(),
                placed.firmware(), new Region(placed.firmware().get("bs_heap"), HeapLayout.STATE_SIZE), output, stress, ChangeLog.NONE);
    }

    private HostMachine(
            Optional<PlacedProgram> placed,
            Region program,
            DataMemory memory,
            List<ReadOnlyMemory> flash,
            Map<String, Address> firmware,
            Region control,
            ProgramOutput output,
            Stress stress,
            ChangeLog log) {
        this.placed = placed;
        this.program = program;
        this.memory = memory;
        this.flash = flash;
        this.firmware = firmware;
        this.control = new DataMemory(control);
        this.control.clear(control.base().bits(), control.size());
        this.state = new HeapState(this.control, control.base());
        this.code = new CodeTable(placed.map(PlacedProgram::code).orElse(Map.of()), log);
        this.log = log;
        this.random = log.value(RandomNumbers.SEED);
        this.output = output;
        this.stress = stress;
        this.strings = new Strings(this);
        this.texts = new ObjectText(this);
        this.words = new Words(this);
        this.views = new ArrayViews(this, words);
        this.randomState = placed.map(p -> p.code().get(RANDOM_STATE)).orElse(0);
    }

    /** Where static data may begin. */
    public Address dataBase() {
        return program.base();
    }

    /** The program with its place, if a device shares the memory: no other can be loaded. */
    public Optional<PlacedProgram> placed() {
        return placed;
    }

    /** The addresses of the built-in class records and strings. */
    public Map<String, Address> firmware() {
        return firmware;
    }

    /**
     * Writes a program's static data, and makes the rest of memory its heap.
     *
     * @param layout begins at {@link #dataBase()}; of a placed program, that program's
     */
    public void load(ProgramLayout layout) {
        layout.codeSlots().forEach(code::slot);
        HeapPlan plan = placed.isPresent() ? placed.get().shadow().heap().orElseThrow() : loadAlone(layout);
        memory.clear(plan.starts().bits(), program.end().minus(plan.starts()));
        Heap.initialize(memory, state, plan);
        ClassRecords classes = new ClassRecords(memory, flash);
        Heap opened = Heap.open(memory, state, classes, BuiltInClasses.of(firmware), this::visitRoots);
        heap = stress.equals(Stress.NONE) ? opened : opened.under(stress);
        errors.load(layout.errors().map(Address::bits).orElse(0));
        placed.ifPresent(p -> p.executor().ifPresent(executor -> share(p, executor)));
    }

    private HeapPlan loadAlone(ProgramLayout layout) {
        memory.clear(program.base().bits(), program.size());
        memory.write(layout.region().base(), layout.bytes());
        for (CodeSlot slot : layout.codeSlots()) {
            memory.writeWord(slot.address(), code.word(slot.symbol()));
        }
        Address starts = layout.region().end().aligned(ObjectLayout.ALIGNMENT);
        int bitmap = ObjectLayout.occupied(HeapLayout.startsBytes(program.end().minus(starts)));
        Address base = starts.plus(bitmap);
        Region cells = new Region(base, program.end().minus(base) & -ObjectLayout.ALIGNMENT);
        return new HeapPlan(cells, starts, layout.roots());
    }

    /** Room for the static data of a session, which has no others; what {@link #load(SessionMemory)} gets. */
    public SessionMemory session() {
        memory.clear(program.base().bits(), program.size());
        session = new SessionMemory(this, log);
        allocations = new AllocationPlaces(program);
        return session;
    }

    /** Makes what the first static data of a session have left of memory its heap. */
    public void load(SessionMemory session, ProgramLayout layout) {
        HeapPlan plan = session.open(program);
        Heap.initialize(memory, state, plan);
        log.follow(new LoggedPages(memory));
        log.follow(new LoggedPages(control));
        records = new ClassRecords(memory, flash);
        Heap opened = Heap.open(memory, state, records, BuiltInClasses.of(firmware), this::visitRoots);
        heap = stress.equals(Stress.NONE) ? opened : opened.under(stress);
        errors.load(layout.errors().map(Address::bits).orElse(0));
    }

    /** Class records of a session have changed or moved: {@code moved} tells from where to where. Collects. */
    public void changeRecords(Map<Address, Address> moved) {
        if (!moved.isEmpty() && !session.isRestoring()) {
            heap.collect();
            heap.visitObjects((object, record, bytes) -> {
                Address now = moved.get(Address.of(record));
                if (now != null) {
                    memory.word(object, now.bits());
                }
            });
        }
        records.forget();
    }

    /** Shows all objects that can be reached, and others that have not been collected, with their class records. Collects. */
    public void measureObjects(Heap.Visitor visitor) {
        heap.collect();
        heap.visitObjects(visitor);
    }

    /** A number for the places of memory and of built-in objects: memory of one machine means nothing in another with another number. */
    int identity() {
        CRC32C crc = new CRC32C();
        crc.update((program + " " + control.region() + " " + new TreeMap<>(firmware)).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    int randomState() {
        return random.get();
    }

    void randomState(int state) {
        random.set(state);
    }

    /** Errors in memory were thrown by code that is not here any more. Collects. */
    void forgetErrorPlaces() {
        heap.collect();
        heap.visitObjects((object, record, bytes) -> {
            boolean isError = (word(record + ObjectLayout.CLASS_KIND_OFFSET) & 0xff) == ObjectLayout.Kind.OBJECT.ordinal()
                    && (bytes(record + ObjectLayout.CLASS_ELEMENT_OFFSET, 1)[0] & 0xff) == ObjectLayout.ERROR_CLASS;
            if (isError) {
                memory.word(object + ObjectLayout.ERROR_ORIGIN_OFFSET, 0);
            }
        });
        errors.forgetPlaces();
    }

    /** Memory is what it was some time before. */
    public void revisit() {
        if (remote != null) {
            remote.revisit();
        }
        records.forget();
        allocations.forget();
        abandonCalls();
    }

    /** A program was stopped anywhere: nothing of it is in progress any more. */
    public void abandonCalls() {
        roots.pop(0);
        entries = 0;
        heap.postponeCollections(false);
        roots.depth().abandon();
    }

    /** Data and code go to the device in the background; the heap is empty. */
    private void share(PlacedProgram shared, Executor executor) {
        Address end = shared.apart().size() == 0 ? Address.of(state.starts()) : shared.apart().base();
        Region image = Region.between(program.base(), end);
        executor.prepare(new Stretch(image.base(), memory.read(image.base(), image.size())));
        remote = new RemoteCalls(this, shared, new Ownership(
                executor, memory, control, state, shared.constant(), shared.apart(), image, state.starts()));
    }

    /**
     * Lets a board have a session's memory while it runs functions. All of it is sent with the first call.
     *
     * @param session that has been loaded
     * @param random where the state of random numbers is to be
     * @param constant data that no code changes; what follows on it, up to the heap, is only changed by the collector and by having no memory
     */
    public void share(SessionMemory session, Address random, Region constant, Executor executor) {
        randomState = random.bits();
        memory.word(randomState, this.random.get());
        Region nothing = new Region(program.base(), 0);
        remote = new RemoteCalls(this, session.exchange(), new Ownership(executor, memory, control, state, constant, nothing, nothing, program.base().bits()));
    }

    /** Calls functions on the device that shares the memory; null if there is none. */
    public RemoteCalls remote() {
        return remote;
    }

    public DataMemory memory() {
        return memory;
    }

    /** The memory of {@code bs_heap}. */
    DataMemory control() {
        return control;
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

    /** Shows what the host holds, as its collector sees it. */
    void visitRoots(HostRoots.Visitor visitor) {
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
        roots.depth().forgetRoom();
    }

    public void leave() {
        heap.postponeCollections(--entries > 1);
    }

    /** Whether collections are postponed, because not all that is held is a root. */
    boolean hasHiddenRoots() {
        return entries > 1;
    }

    /** Whether something can be called on the device now, if there is one. */
    public boolean isReadyForRemoteCalls() {
        return remote != null && !hasHiddenRoots();
    }

    /** Writes words of static data. */
    public void write(List<Stretch> words) {
        words.forEach(w -> memory.write(w.address(), w.bytes()));
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

    /** The next of the numbers that every program gets in the same order; the device may have drawn some of them. */
    @TruffleBoundary
    public float nextRandom() {
        int next = RandomNumbers.next(randomState == 0 ? random.get() : memory.word(randomState));
        if (randomState == 0) {
            random.set(next);
        } else {
            memory.word(randomState, next);
        }
        return RandomNumbers.number(next);
    }

    /** The word at an address in data memory or flash. */
    public int word(int address) {
        return inData(address) ? memory.word(address) : flashWord(address);
    }

    @TruffleBoundary
    private int flashWord(int address) {
        for (ReadOnlyMemory part : flash) {
            if (part.region().contains(Address.of(address), 4)) {
                return part.word(address);
            }
        }
        throw new IllegalArgumentException("there is no memory at " + Address.of(address));
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
            result[i] = (byte) (flashWord(at & -4) >>> 8 * (at & 3));
        }
        return result;
    }

    private boolean inData(int address) {
        return memory.region().contains(Address.of(address), 1);
    }

    /** Microseconds since the machine was made, modulo 2⁶⁴. */
    @TruffleBoundary
    public long micros() {
        return (System.nanoTime() - start) / 1000;
    }

    @TruffleBoundary
    public int newObject(int classRecord, Node place) {
        try {
            return noted(heap.newObject(classRecord), place);
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
            return noted(cell, place);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    /** A cell of at most 64 bytes, of undefined content; its header must be written before anything else is made. */
    int newSmallCell(int bytes, Node place) {
        try {
            return noted(heap.newCell(bytes), place);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    @TruffleBoundary
    public int newArray(int classRecord, int length, Node place) {
        try {
            return noted(heap.arrays().create(classRecord, length), place);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    @TruffleBoundary
    public int copyArray(int array, Node place) {
        try {
            return noted(heap.arrays().copy(array), place);
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
            return noted(heap.newString(utf8), place);
        } catch (HeapFailure e) {
            throw failure(e, place);
        }
    }

    /** Bytes of the heap that are free, without a collection. */
    @TruffleBoundary
    public int freeBytes() {
        return heap.freeBytes();
    }

    /** Bytes of the heap that are not. */
    @TruffleBoundary
    public int usedBytes() {
        return heap.usedBytes();
    }

    @TruffleBoundary
    public void collect() {
        heap.collect();
    }

    private int noted(int object, Node place) {
        if (allocations != null) {
            allocations.note(object, place);
        }
        return object;
    }

    /** Somebody else has made objects, and perhaps given up others. */
    void forgetAllocations() {
        if (allocations != null) {
            allocations.forget();
        }
    }

    /** Where objects were made; a session has it. */
    public AllocationPlaces allocations() {
        return allocations;
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
