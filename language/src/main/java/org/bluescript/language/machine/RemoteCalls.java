package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.machine.Executor.Outcome;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.shadow.heap.HostRoots;

/**
 * Calls functions on the device, as {@link Exchange} says: with their arguments, and with the references that the host holds,
 * so that the device's collector keeps what they refer to.
 */
public final class RemoteCalls {
    private final HostMachine machine;
    private final Ownership ownership;
    private final Map<String, Integer> code;
    private boolean tellsTime;
    private final int exchange;
    private final int arrayClass;
    private OptionalLong instructions = OptionalLong.empty();

    /** There is not enough room for what a device must know before it is called. */
    public static final class TooManyRoots extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TooManyRoots() {
            super("no room for the host's references", null, false, false);
        }
    }

    RemoteCalls(HostMachine machine, PlacedProgram placed, Ownership ownership) {
        this(machine, placed.code(), placed.layout().isTiered(), placed.layout().symbols().get(Exchange.SYMBOL), ownership);
    }

    /** Those of a session, which knows itself where its functions are. */
    RemoteCalls(HostMachine machine, Address exchange, Ownership ownership) {
        this(machine, Map.of(), true, exchange, ownership);
    }

    private RemoteCalls(
            HostMachine machine, Map<String, Integer> code, boolean isTiered, Address exchange, Ownership ownership) {
        this.machine = machine;
        this.code = code;
        this.tellsTime = isTiered;
        this.ownership = ownership;
        this.exchange = exchange.bits();
        this.arrayClass = machine.firmware().get("bs_class_array_reference").bits();
    }

    /** Whether functions that are called may want to know the time, or give loops back; at first, those of a tiered program may. */
    public void tellTime(boolean wanted) {
        tellsTime = wanted;
    }

    /** Memory is what it was some time before. */
    void revisit() {
        ownership.revisit();
    }

    /** The entry with a symbol. */
    @TruffleBoundary
    public int entry(String symbol) {
        Integer entry = code.get(symbol);
        if (entry == null) {
            throw new IllegalStateException("the program has no " + symbol);
        }
        return entry;
    }

    /**
     * Calls a function.
     *
     * @param words the arguments; references among them are roots
     * @param mostRoots so many references may the host hold: if they do not fit into the exchange area, they take memory of the program
     * @throws TooManyRoots if it holds more, or there is no room for them; nothing has happened then
     * @throws DeviceUnavailable if the device cannot be reached; the memory is as if there had been no call
     * @throws org.bluescript.language.shadow.heap.HeapDamaged if the function has damaged the heap; in the same case
     */
    @TruffleBoundary
    public Outcome call(int entry, int[] words, int mostRoots, Node place) {
        if (machine.hasHiddenRoots()) {
            throw new DeviceUnavailable("while the program is stopped its functions with inline C cannot be called; let it go on", null);
        }
        instructions = OptionalLong.empty();
        int registers = Math.min(words.length, Exchange.REGISTERS);
        if (tellsTime) {
            machine.memory().word(exchange + Exchange.RECALL_OFFSET, 0);
            machine.memory().word(exchange + Exchange.RECALLED_OFFSET, 0);
            long now = machine.micros();
            machine.memory().word(exchange + Exchange.CLOCK_OFFSET, (int) (now / 1000));
            machine.memory().word(exchange + Exchange.CLOCK_OFFSET + 4, (int) now);
        }
        try {
            writeRoots(mostRoots, place);
            for (int i = registers; i < words.length; i++) {
                machine.memory().word(exchange + Exchange.ARGUMENTS_OFFSET + 4 * (i - registers), words[i]);
            }
            Outcome outcome = ownership.call(entry, Arrays.copyOf(words, registers), machine.output());
            machine.forgetAllocations();
            if (outcome instanceof Executor.Returned returned) {
                instructions = returned.instructions();
            }
            return outcome;
        } finally {
            machine.memory().clear(exchange, Exchange.ARGUMENTS_OFFSET + 4 * (words.length - registers));
        }
    }

    /** What the last call took on the device, if it returned and somebody counted. */
    public OptionalLong instructions() {
        return instructions;
    }

    /** The variables of a loop, if the last call was of one and ended because the host wanted it back. */
    @TruffleBoundary
    public Optional<int[]> recalled(int count) {
        if (machine.word(exchange + Exchange.RECALLED_OFFSET) == 0) {
            return Optional.empty();
        }
        int[] state = new int[count];
        for (int i = 0; i < count; i++) {
            state[i] = machine.word(exchange + Exchange.STATE_OFFSET + 4 * i);
        }
        return Optional.of(state);
    }

    /** The references that the host holds, each once. If there are too many they go into an array. */
    private void writeRoots(int most, Node place) {
        int[] held = held();
        if (held.length > most) {
            throw new TooManyRoots();
        }
        int to = exchange;
        if (held.length > Exchange.ROOTS) {
            int array = newArray(held.length, place);
            machine.memory().word(exchange, array);
            to = array + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        }
        for (int i = 0; i < held.length; i++) {
            machine.memory().word(to + 4 * i, held[i]);
        }
    }

    private int newArray(int length, Node place) {
        try {
            return machine.newArray(arrayClass, length, place);
        } catch (ProgramFailure outOfMemory) {
            throw new TooManyRoots();
        }
    }

    private int[] held() {
        int base = machine.heapState().base();
        int end = machine.heapState().end();
        Set<Integer> found = new LinkedHashSet<>();
        machine.visitRoots(new HostRoots.Visitor() {
            @Override
            public void reference(int address) {
                if (address - base >= 0 && address - end < 0) {
                    found.add(address);
                }
            }

            @Override
            public void tagged(int word) {
                if ((word & Word.TAG_MASK) == Word.TAG_POINTER) {
                    reference(word - Word.TAG_POINTER);
                }
            }

            @Override
            public void conservative(int word) {
                throw new IllegalStateException("the host's roots are exact");
            }
        });
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
