package org.bluescript.language.observation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/**
 * What is observed of a program that grows. What is known of a function is known as long as it is the same: when it is declared
 * anew, or checked anew because of others, it begins again. Only the program's thread may ask.
 */
public final class GrowingObservations {
    private final HostMachine machine;
    private final Function<Address, Optional<Type>> typeOf;
    private final Map<FunctionId, Observed> observed = new HashMap<>();
    private final Map<FunctionId, Known> known = new HashMap<>();

    private record Observed(TypedFunction function, ObservedFunction words) {}

    /** What was observed before, as data. */
    private record Known(TypedFunction function, FunctionProfile profile) {}

    /** @param typeOf the type of the instances of the class with a record, at the time; empty for functions */
    public GrowingObservations(HostMachine machine, Function<Address, Optional<Type>> typeOf) {
        this.machine = machine;
        this.typeOf = typeOf;
    }

    /** For the translator: begins, or goes on, to observe a function of what the program is by now. */
    public ObservedFunction observe(TypedProgram program, TypedFunction function) {
        Observed now = observed.get(function.id());
        if (now == null || now.function() != function) {
            now = new Observed(function, new ObservedFunction(program, function, () -> new ObservedWords(machine, typeOf)));
            observed.put(function.id(), now);
        }
        return now.words();
    }

    /** Class records lie elsewhere from now on, or mean something else. All functions must be translated anew. */
    public void settle() {
        observed.forEach((id, o) -> total(id).ifPresent(p -> known.put(id, new Known(o.function(), p))));
        observed.clear();
    }

    /** The functions are not there any more. */
    public void forget(Collection<FunctionId> functions) {
        observed.keySet().removeAll(functions);
        known.keySet().removeAll(functions);
    }

    /** What was seen of functions that are in the program, of types that it has. */
    public Profile profile(TypedProgram program) {
        Set<FunctionId> all = new LinkedHashSet<>(known.keySet());
        all.addAll(observed.keySet());
        Map<FunctionId, FunctionProfile> result = new TreeMap<>();
        for (FunctionId id : all) {
            boolean isThere = observed.containsKey(id)
                    ? observed.get(id).function() == program.functions().get(id)
                    : known.get(id).function() == program.functions().get(id);
            if (isThere) {
                total(id).ifPresent(p -> result.put(id, in(program, p)));
            }
        }
        return new Profile(result);
    }

    /** What a profile tells was seen before. */
    public void restore(TypedProgram program, Profile before) {
        before.functions().forEach((id, p) -> known.put(id, new Known(program.functions().get(id), p)));
    }

    private Optional<FunctionProfile> total(FunctionId id) {
        Known before = known.get(id);
        Observed now = observed.get(id);
        if (now == null) {
            return Optional.ofNullable(before).map(Known::profile);
        }
        FunctionProfile profile = now.words().profile();
        boolean isSame = before != null && before.function() == now.function();
        FunctionProfile total = isSame ? before.profile().and(profile) : profile;
        return total.calls() == 0 ? Optional.empty() : Optional.of(total);
    }

    private static FunctionProfile in(TypedProgram program, FunctionProfile p) {
        Map<Integer, Seen> values = new TreeMap<>();
        p.values().forEach((site, seen) -> values.put(site, in(program, seen)));
        values.values().removeIf(Seen::isNothing);
        Map<List<Type>, Long> shapes = new HashMap<>(p.shapes());
        shapes.keySet().removeIf(types -> !types.stream().allMatch(t -> isIn(program, t)));
        return new FunctionProfile(
                p.calls(), p.parameters().stream().map(s -> in(program, s)).toList(), in(program, p.result()), values, p.counts(),
                p.branches(), shapes);
    }

    private static Seen in(TypedProgram program, Seen seen) {
        return new Seen(
                seen.types().stream().filter(t -> isIn(program, t)).collect(Collectors.toCollection(LinkedHashSet::new)),
                seen.others());
    }

    private static boolean isIn(TypedProgram program, Type type) {
        return switch (type) {
            case ClassType c -> program.classes().containsKey(c);
            case ArrayType a -> isIn(program, a.element());
            default -> true;
        };
    }
}
