package org.bluescript.language.tiers;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.Truffle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;

/**
 * What of one run of a program is on the device at the moment. Any thread may install and look; only the program's enters and
 * leaves.
 */
public final class Tiers {
    /** The generation that is there before any is installed: what device-bound functions were compiled with. */
    public static final int BASE = 0;

    private volatile State state = State.of(Optional.empty());
    /** Installed, but not in the host's memory yet. */
    private final List<Stretch> arriving = new ArrayList<>();

    private final Map<FunctionId, Tally> functions = new TreeMap<>();
    private final Map<LoopId, Tally> loops = new TreeMap<>();
    private OptionalInt running = OptionalInt.empty();

    /** What is installed, and for how long compiled code may take that for granted. */
    record State(Assumption lasting, Optional<Installed> code) {
        static State of(Optional<Installed> code) {
            return new State(Truffle.getRuntime().createAssumption("what is on the device"), code);
        }
    }

    /** From its next call of a function, or test of a loop, that is in this code, the host hands over to it. */
    public void install(Installed code) {
        State before;
        synchronized (this) {
            before = state;
            arriving.addAll(code.words());
            state = State.of(Optional.of(code));
        }
        before.lasting().invalidate();
    }

    /** From now on the host runs everything itself, all but what only a device can run. */
    public void withdraw() {
        State before;
        synchronized (this) {
            before = state;
            state = State.of(Optional.empty());
        }
        before.lasting().invalidate();
    }

    /** What the host hands over to. */
    public Optional<Installed> installed() {
        return state.code();
    }

    /**
     * The generation that was installed when the host gave the device control; empty while the host has it. Code of a generation
     * that is neither installed nor this one is not running and will not be called by the host again.
     */
    public synchronized OptionalInt running() {
        return running;
    }

    /** The functions that were handed over until now. */
    public synchronized Map<FunctionId, Crossings> functions() {
        return crossings(functions);
    }

    /** The loops that were. */
    public synchronized Map<LoopId, Crossings> loops() {
        return crossings(loops);
    }

    private static <K> Map<K, Crossings> crossings(Map<K, Tally> tallies) {
        Map<K, Crossings> result = new TreeMap<>();
        tallies.forEach((key, tally) -> result.put(key, tally.crossings()));
        return result;
    }

    State state() {
        return state;
    }

    /** Begins a call of a function; empty if it is not installed, or not any more. */
    public synchronized Optional<Crossing> enter(FunctionId function) {
        return state.code().map(Installed::functions).map(f -> f.get(function)).map(entry -> begin(function, entry));
    }

    /** Begins a call of a function that is there from the beginning. */
    public synchronized Crossing enter(FunctionId function, int entry) {
        return begin(function, entry);
    }

    private Crossing begin(FunctionId function, int entry) {
        return begin(functions.computeIfAbsent(function, f -> new Tally()), entry, List.of(), 0);
    }

    /**
     * Begins to go on with a loop; empty if it is not installed, or not any more.
     *
     * @param turns that the host has made
     */
    public synchronized Optional<Crossing> enter(LoopId loop, long turns) {
        Function<InstalledLoop, Crossing> begun =
                l -> begin(loops.computeIfAbsent(loop, i -> new Tally()), l.entry(), l.locals(), turns);
        return state.code().map(Installed::loops).map(l -> l.get(loop)).map(begun);
    }

    private Crossing begin(Tally tally, int entry, List<Local> locals, long turns) {
        int generation = state.code().map(Installed::generation).orElse(BASE);
        running = OptionalInt.of(generation);
        tally.begin(turns);
        Crossing crossing = new Crossing(generation, entry, locals, arriving, tally);
        arriving.clear();
        return crossing;
    }

    /**
     * Ends a call, whether it has done what it should or not.
     *
     * @param instructions that it took on the device, if that is known
     */
    public synchronized void leave(Crossing crossing, boolean recalled, OptionalLong instructions) {
        crossing.end(recalled, instructions);
        running = OptionalInt.empty();
    }
}
