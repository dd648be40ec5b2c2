package org.bluescript.cli.profiled;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bluescript.backend.specialize.Guard;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Type;

/**
 * Reads how often the guards of one generation have failed, and for which values, while the device runs it. What has broken a guard was
 * seen: it goes into a profile like what the interpreter sees.
 */
final class GuardWatch {
    /** {@code struct bs_guard}: how often, and the last word. */
    private static final int ENTRY = 8;

    private final TypedProgram program;
    private final SpecializedProgram code;
    private final Optional<Address> counters;
    private final DeviceWords.Memory memory;
    private final DeviceWords words;
    private final int[] counts;
    private final Map<FunctionId, Long> failures = new TreeMap<>();

    /**
     * A guard that has failed, or counted, since it was looked at last.
     *
     * @param count how often since then
     * @param value the last one that it failed for, as text
     * @param type its type, if that makes sense
     */
    record Failure(Guard guard, long count, String value, Optional<Type> type) {}

    /**
     * @param program as it is written
     * @param code what the device runs
     * @param counters where it counts; empty if it does not
     */
    GuardWatch(
            TypedProgram program, SpecializedProgram code, Optional<Address> counters, DeviceWords.Memory memory, DeviceWords words) {
        this.program = program;
        this.code = code;
        this.counters = counters;
        this.memory = memory;
        this.words = words;
        this.counts = new int[code.guards().size()];
    }

    /** What has failed since it was asked last. */
    List<Failure> look() {
        if (counters.isEmpty() || code.guards().isEmpty()) {
            return List.of();
        }
        return memory.read(counters.get().bits(), ENTRY * code.guards().size()).map(this::changes).orElse(List.of());
    }

    private List<Failure> changes(byte[] bytes) {
        ByteBuffer entries = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Failure> result = new ArrayList<>();
        for (Guard guard : code.guards()) {
            int at = ENTRY * guard.number();
            int count = entries.getInt(at);
            long more = Integer.toUnsignedLong(count - counts[guard.number()]);
            if (more != 0) {
                counts[guard.number()] = count;
                if (!(guard.site() instanceof Guard.Argument)) {
                    failures.merge(guard.function(), more, Long::sum);
                }
                int word = entries.getInt(at + 4);
                result.add(new Failure(guard, more, words.text(word), words.typeOf(word)));
            }
        }
        return result;
    }

    private int firstArgument(FunctionId function) {
        return code.guards().stream()
                .filter(g -> g.function().equals(function))
                .flatMapToInt(g -> g.site() instanceof Guard.Argument(int index) ? IntStream.of(index) : IntStream.empty())
                .min()
                .orElseThrow();
    }

    /** How often guards of each function have failed until now. */
    Map<FunctionId, Long> failures() {
        return Map.copyOf(failures);
    }

    /** What a failure has shown of the guard's function; of one of which nothing was known, calls, too. */
    FunctionProfile shown(Failure failure) {
        Guard guard = failure.guard();
        TypedFunction function = program.functions().get(guard.function());
        Seen seen = failure.type().map(Seen::of).orElse(new Seen(Set.of(), true));
        List<Seen> parameters = new ArrayList<>(Collections.nCopies(function.parameters().size(), Seen.NOTHING));
        return switch (guard.site()) {
            case Guard.Parameter(int index) -> {
                parameters.set(index, seen);
                yield new FunctionProfile(0, parameters, Seen.NOTHING, Map.of(), Map.of());
            }
            case Guard.Argument(int index) -> {
                parameters.set(index, seen);
                long calls = index == firstArgument(guard.function()) ? failure.count() : 0;
                yield new FunctionProfile(calls, parameters, Seen.NOTHING, Map.of(), Map.of());
            }
            case Guard.Value(int number) ->
                new FunctionProfile(0, parameters, Seen.NOTHING, Map.of(number, seen), Map.of());
            case Guard.Result() -> new FunctionProfile(0, parameters, seen, Map.of(), Map.of());
            case Guard.Derived() -> new FunctionProfile(0, parameters, Seen.NOTHING, Map.of(), Map.of());
        };
    }
}
