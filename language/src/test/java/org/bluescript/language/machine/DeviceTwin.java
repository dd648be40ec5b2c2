package org.bluescript.language.machine;

import com.oracle.truffle.api.TruffleStackTrace;
import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.nodes.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.interpreter.HostProgram;
import org.bluescript.language.layout.CodeSlot;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.nodes.FunctionRootNode;
import org.bluescript.language.nodes.SpannedNode;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.MemoryMap;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.ShadowMachine;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/**
 * A device that is another interpreter of the same program, on a memory of its own at the same addresses: what is called on it is a
 * function of the program.
 *
 * <p>The program may write down beforehand, as a function, what the code of one of its loops would do. Such a function gives the loop
 * back by storing the variables in globals, {@code state_} and their names, and setting the global {@code given}.
 */
public final class DeviceTwin implements Executor {
    private static final Region PROGRAM = Region.between(Address.of(0x20003048), Address.of(0x20020000));
    private static final int APART = 1700;
    private static final int CODE = 0x08100001;
    private static final int ENTRIES = 0x08200001;
    private static final long STACK = 16L << 20;
    private static final byte OTHERS = (byte) 0xa5;

    /** What every call is said to take. */
    public static final long INSTRUCTIONS = 12;

    private final TypedProgram typed;
    private final ProgramLayout layout;
    private final Map<String, Address> firmware = new HashMap<>(new StandInFirmware().symbols());
    private final Map<String, Integer> code = new HashMap<>();
    private final Map<FunctionId, Integer> entries = new LinkedHashMap<>();
    private final Map<Integer, TypedFunction> functions = new HashMap<>();
    private final Region apart;
    private final HostMachine machine;
    private ProgramOutput output;
    private List<Local> state = List.of();
    private int calls;

    public DeviceTwin(TypedProgram typed, Stress stress) {
        this.typed = typed;
        firmware.put("bs_heap", Address.of(0x20000100));
        this.layout = ProgramLayout.tiered(typed, PROGRAM.base(), firmware);
        this.apart = new Region(layout.region().end().plus(40), APART);
        EntryTable table = layout.entries().orElseThrow();
        for (TypedFunction function : typed.functions().values()) {
            String direct = layout.code().direct(function.id());
            for (String symbol : List.of(direct, layout.code().value(function.id()), layout.code().uniform(function.id()))) {
                code.put(symbol, table.words().getOrDefault(symbol, CODE + 4 * code.size()));
            }
            int entry = ENTRIES + 4 * entries.size();
            entries.put(function.id(), entry);
            functions.put(entry, function);
        }
        this.machine = HostMachine.sharing(placed(Optional.empty()), (toError, text) -> output.line(toError, text), stress);
        HostProgram.load(typed, machine);
        byte[] others = new byte[apart.size()];
        Arrays.fill(others, OTHERS);
        machine.memory().write(apart.base(), others);
    }

    /** Stops what the device runs, if output throws it. */
    public static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The program at its place in this device's memory, with its first bytes. */
    public PlacedProgram placed(Optional<Executor> executor) {
        ShadowMachine shadow = ShadowMachine.blank(new MemoryMap(PROGRAM, new Region(PROGRAM.end(), 0)));
        shadow.memory().write(layout.region().base(), layout.bytes());
        for (CodeSlot slot : layout.codeSlots()) {
            shadow.memory().writeWord(slot.address(), code.get(slot.symbol()));
        }
        Address starts = apart.end().aligned(ObjectLayout.ALIGNMENT);
        Address base = starts.plus(ObjectLayout.occupied(HeapLayout.startsBytes(PROGRAM.end().minus(starts))));
        Region cells = new Region(base, PROGRAM.end().minus(base) & -ObjectLayout.ALIGNMENT);
        shadow.heap(new HeapPlan(cells, starts, layout.roots()));
        return new PlacedProgram(shadow, firmware, List.of(new StandInFirmware().flash()), layout, code,
                new Region(layout.region().end(), 0), apart, executor);
    }

    /** The entry by which a host calls a function. */
    public int entry(FunctionId function) {
        return entries.get(function);
    }

    /** What the loop gives back that a function is of. */
    public void gives(List<Local> locals) {
        state = locals;
    }

    public ProgramLayout layout() {
        return layout;
    }

    public DataMemory memory() {
        return machine.memory();
    }

    /** How often it was called. */
    public int calls() {
        return calls;
    }

    /** Whether nobody has written where only others may. */
    public boolean hasKeptApart() {
        for (byte b : machine.memory().read(apart.base(), apart.size())) {
            if (b != OTHERS) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void prepare(Stretch image) {
        write(image);
    }

    @Override
    public int[] checksums(List<Pieces> pieces) {
        List<Integer> sums = new ArrayList<>();
        for (Pieces some : pieces) {
            for (int i = 0; i < some.count(); i++) {
                CRC32C crc = new CRC32C();
                crc.update(bytes(new Region(some.address().plus(i * some.length()), some.length())));
                sums.add((int) crc.getValue());
            }
        }
        return sums.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public List<byte[]> read(List<Region> regions) {
        return regions.stream().map(this::bytes).toList();
    }

    @Override
    public Outcome call(List<Stretch> writes, int entry, int[] words, ProgramOutput to) {
        calls++;
        output = to;
        writes.forEach(this::write);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        new Thread(null, () -> {
            try {
                outcome.complete(run(functions.get(entry), words));
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        }, "device", STACK).start();
        return outcome.join();
    }

    private Outcome run(TypedFunction function, int[] words) {
        machine.enter();
        try {
            Code running = machine.code().at(code.get(layout.code().direct(function.id())));
            int result = word(function.result(), running.target().call(arguments(function, words)));
            Returned returned = new Returned(result, OptionalLong.of(INSTRUCTIONS));
            giveBack();
            return returned;
        } catch (ProgramFailure e) {
            return failed(e);
        } catch (Interruption e) {
            return new Failed(RunTimeErrorKind.INTERRUPTED, 0, "", Optional.empty(), List.of());
        } finally {
            machine.leave();
        }
    }

    private Object[] arguments(TypedFunction function, int[] words) {
        List<Object> result = new ArrayList<>();
        if (Exchange.words(function) > function.parameters().size()) {
            result.add(argument(words, 0));
        }
        for (Local parameter : function.parameters()) {
            int word = argument(words, result.size());
            result.add(switch (parameter.type().representation()) {
                case INTEGER, REFERENCE, WORD -> (Object) word;
                case FLOAT -> Float.intBitsToFloat(word);
                case BOOLEAN -> word != 0;
                case NOTHING -> throw new IllegalArgumentException();
            });
        }
        return result.toArray();
    }

    private int argument(int[] registers, int index) {
        return index < Exchange.REGISTERS
                ? registers[index]
                : machine.memory().word(exchange(Exchange.ARGUMENTS_OFFSET + 4 * (index - Exchange.REGISTERS)));
    }

    private static int word(Type type, Object value) {
        return switch (type.representation()) {
            case INTEGER, REFERENCE, WORD -> (int) value;
            case FLOAT -> Float.floatToRawIntBits((float) value);
            case BOOLEAN -> (boolean) value ? 1 : 0;
            case NOTHING -> 0;
        };
    }

    private void giveBack() {
        Optional<Integer> given = global("given");
        if (given.isEmpty() || machine.memory().byteAt(given.get()) == 0) {
            return;
        }
        machine.memory().byteAt(given.get(), 0);
        for (int i = 0; i < state.size(); i++) {
            int from = global("state_" + state.get(i).name()).orElseThrow();
            boolean isByte = state.get(i).type().representation() == Representation.BOOLEAN;
            machine.memory().word(exchange(Exchange.STATE_OFFSET + 4 * i),
                    isByte ? machine.memory().byteAt(from) : machine.memory().word(from));
        }
        machine.memory().word(exchange(Exchange.RECALLED_OFFSET), 1);
    }

    /** The address of a global variable. */
    public Optional<Integer> global(String name) {
        int globals = layout.symbols().get(ProgramLayout.GLOBALS).bits();
        return layout.globals().keySet().stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .map((Global g) -> globals + layout.globals().get(g));
    }

    private int exchange(int offset) {
        return layout.symbols().get(Exchange.SYMBOL).plus(offset).bits();
    }

    private Failed failed(ProgramFailure e) {
        List<DeviceCall> running = new ArrayList<>();
        for (TruffleStackTraceElement element : TruffleStackTrace.getStackTrace(e)) {
            if (element.getTarget().getRootNode() instanceof FunctionRootNode root) {
                Node location = running.isEmpty() ? e.getLocation() : element.getLocation();
                running.add(new DeviceCall(root.getName(), place(location)));
            }
        }
        int error = e.error();
        if (error != 0) {
            int kind = ErrorLayout.code(machine.word(error + ObjectLayout.ERROR_ORIGIN_OFFSET));
            machine.memory().word(error + ObjectLayout.ERROR_ORIGIN_OFFSET, ErrorLayout.origin(kind, 0x1234));
        }
        String text = e.text() == 0
                ? ""
                : new String(
                        machine.bytes(e.text() + ObjectLayout.STRING_BYTES_OFFSET, machine.word(e.text() + ObjectLayout.LENGTH_OFFSET)),
                        StandardCharsets.UTF_8);
        return new Failed(e.kind(), error, text, running.isEmpty() ? Optional.empty() : running.getFirst().place(), running);
    }

    private static Optional<Span> place(Node location) {
        for (Node node = location; node != null; node = node.getParent()) {
            if (node instanceof SpannedNode spanned && spanned.span() != null) {
                return Optional.of(spanned.span());
            }
        }
        return Optional.empty();
    }

    private void write(Stretch stretch) {
        (PROGRAM.contains(stretch.address(), 1) ? machine.memory() : machine.control())
                .write(stretch.address(), stretch.bytes());
    }

    private byte[] bytes(Region region) {
        return (PROGRAM.contains(region.base(), 1) ? machine.memory() : machine.control()).read(region.base(), region.size());
    }
}
