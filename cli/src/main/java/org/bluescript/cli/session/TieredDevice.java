package org.bluescript.cli.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.bluescript.backend.debug.Registers;
import org.bluescript.backend.failure.ErrorLocator;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.StackFrame;
import org.bluescript.backend.failure.TracedCode;
import org.bluescript.backend.patch.Write;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.tiers.Base;
import org.bluescript.backend.tiers.CodeMemory;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.language.interpreter.ProgramPlacer;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.tiers.Installed;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.link.Device;
import org.bluescript.link.protocol.StackSample;

/**
 * A board for a program whose code is replaced while it runs: first generation 0, which is compiled and sent while the program
 * begins on the host, then others, which are compiled and written while it runs on either side.
 */
public final class TieredDevice implements ProgramPlacer, AutoCloseable {
    private final DeviceChoice choice;
    private final int codeMemory;
    private final Phases phases;
    private final Workbench workbench;
    private final CompletableFuture<DeviceSession> connecting;
    private volatile Placed placed;

    /** What is there once the program has its place. */
    private record Placed(Base base, CodeMemory memory, DeviceExecutor executor) {}

    /** All code that may be on the device, the newest first, and how to find places in it. */
    private volatile List<TracedCode> code = List.of();

    private volatile ErrorLocator locator;

    /** The table of entries as it was installed last; empty at first. */
    private byte[] table = {};

    private TieredDevice(Path home, DeviceChoice choice, int codeMemory, Phases phases) {
        this.choice = choice;
        this.codeMemory = codeMemory;
        this.phases = phases;
        workbench = Workbench.open(home, choice.board().firmware(), phases);
        connecting = Background.start("board answers", () -> phases.time("board answers", this::connect));
    }

    /**
     * Starts board and compilers.
     *
     * @param codeMemory bytes of the board's memory for code that is not generation 0
     */
    public static TieredDevice start(Path home, DeviceChoice choice, int codeMemory, Phases phases) {
        return new TieredDevice(home, choice, codeMemory, phases);
    }

    private DeviceSession connect() {
        DeviceSession session = choice.connect();
        choice.verify(session.description(), workbench.firmwareBuild());
        return session;
    }

    @Override
    public Optional<PlacedProgram> place(TypedProgram typed, Diagnostics diagnostics) {
        return DeviceExecutor.available(() ->
                        phases.time("compiled for the device", () -> workbench.compileBase(typed, codeMemory, diagnostics)))
                .map(this::place);
    }

    private PlacedProgram place(Base base) {
        DeviceExecutor executor = new DeviceExecutor(connecting, this::locate);
        placed = new Placed(base, new CodeMemory(base.codeMemory()), executor);
        trace(List.of(base.traced()));
        workbench.startQuickCompilers();
        return SharedDevice.place(base, workbench.firmware(), Optional.of(executor));
    }

    private synchronized void trace(List<TracedCode> traced) {
        code = traced;
        locator = new ErrorLocator(traced, workbench.firmware());
    }

    private RunTimeError locate(DeviceExecutor.StoppedFunction stopped) {
        return workbench.locate(locator, stopped.ending(), stopped.device());
    }

    /** Writes code beside what is there. Until its entries are written nothing leads to it. */
    public void send(Generation generation) {
        List<TracedCode> traced = new ArrayList<>(code);
        traced.removeIf(older -> older.isIn(generation.region()));
        traced.addFirst(generation.traced());
        trace(traced);
        generation.writes().forEach(this::write);
    }

    /** Lets the program's table lead to code that has been sent: writes from the first word to the last that is other than before. */
    public void install(Generation generation) {
        Write entries = generation.entries();
        byte[] words = entries.bytes();
        int from = 0;
        int to = words.length;
        if (table.length == words.length) {
            while (to > 0 && words[to - 1] == table[to - 1]) {
                to--;
            }
            from = to == 0 ? 0 : Arrays.mismatch(words, table);
        }
        from -= from % EntryTable.ENTRY_SIZE;
        to = Math.ceilDiv(to, EntryTable.ENTRY_SIZE) * EntryTable.ENTRY_SIZE;
        if (to > from) {
            device().write(entries.address().plus(from).bits(), Arrays.copyOfRange(words, from, to));
        }
        table = words;
    }

    /** Generation 0, of which the host calls these functions; those of them that it has. */
    public Installed generic(Set<FunctionId> functions) {
        Map<FunctionId, Integer> called = new TreeMap<>(placed.base.called());
        called.keySet().retainAll(functions);
        return new Installed(Tiers.BASE, called, Map.of(), List.of());
    }

    /** What generation 0 is. */
    public Base base() {
        return placed.base;
    }

    /** Whether the program has its place, so that there can be code for it. */
    public boolean isPlaced() {
        return placed != null;
    }

    /** Where code that is not generation 0 may lie. */
    public CodeMemory codeMemory() {
        return placed.memory;
    }

    /**
     * Compiles what of the program is better in another form, for wherever there is room.
     *
     * @param often whether a function is called often
     */
    public CompiledGeneration compile(SpecializedProgram program, Predicate<FunctionId> often, Effort effort) {
        Base base = placed.base;
        return workbench.compileGeneration(program, base, Set.of(), base.improved(program, often), effort);
    }

    private void write(Write write) {
        device().write(write.address().bits(), write.bytes());
    }

    /** Wants the loop back that the device runs, if it runs one. */
    public void recall() {
        device().write(placed.base.recall().bits(), new byte[] {1, 0, 0, 0});
    }

    /** Memory of the device, which may be running; empty where there is none. */
    public Optional<byte[]> read(int address, int length) {
        boolean exists = device().description().regions().stream()
                .anyMatch(r -> new Region(Address.of(r.base()), r.size()).contains(Address.of(address), length));
        return exists ? Optional.of(device().read(address, length)) : Optional.empty();
    }

    /** Constants in flash, which need not be asked for. */
    public List<ReadOnlyMemory> flash() {
        return workbench.firmware().flash();
    }

    /** The program's static data. */
    public ProgramLayout layout() {
        return placed.base.code().layout();
    }

    /** What the device is called. */
    public String board() {
        return choice.board().name();
    }

    /** The calls that are in progress on the device, the innermost first, as far as they can be seen; empty if it runs nothing. */
    public Optional<List<StackFrame>> calls() {
        return placed == null || !placed.executor.isReady() ? Optional.empty() : device().sample().map(this::calls);
    }

    private List<StackFrame> calls(StackSample sample) {
        Registers registers = Registers.stackPointer(sample.sp())
                .with(Registers.PC, sample.pc())
                .with(Registers.LR, sample.lr());
        ByteBuffer stack = ByteBuffer.wrap(sample.stack()).order(ByteOrder.LITTLE_ENDIAN);
        return locator.calls(registers, address -> {
            int offset = address - sample.sp();
            return offset >= 0 && offset + Integer.BYTES <= stack.limit()
                    ? OptionalInt.of(stack.getInt(offset))
                    : OptionalInt.empty();
        });
    }

    /** Stops the function that the device runs, if it does run one: any thread may call it. */
    public boolean interrupt() {
        Placed current = placed;
        return current != null && current.executor.interrupt();
    }

    private Device device() {
        return placed.executor.session().device();
    }

    @Override
    public void close() {
        workbench.close();
        connecting.thenAccept(DeviceSession::close);
    }
}
