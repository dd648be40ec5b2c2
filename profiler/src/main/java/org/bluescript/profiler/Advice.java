package org.bluescript.profiler;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/** For each function of a program, whether it is worth specialising, and to what. */
public record Advice(Map<FunctionId, Verdict> verdicts) {
    public Advice {
        verdicts = Collections.unmodifiableMap(new TreeMap<>(verdicts));
    }

    /** By the profile alone; the specialiser may be unable to follow. */
    public static Advice of(TypedProgram program, Profile profile, Policy policy) {
        return of(program, profile, policy, Map.of());
    }

    /** @param impossible the functions of which the specialiser can make no versions, with its reasons */
    public static Advice of(
            TypedProgram program, Profile profile, Policy policy, Map<FunctionId, String> impossible) {
        Advisor advisor = new Advisor(program, profile, policy, impossible);
        Map<FunctionId, Verdict> verdicts = new TreeMap<>();
        program.functions().forEach((id, function) -> verdicts.put(id, advisor.verdict(function)));
        return new Advice(verdicts);
    }

    /** The functions that are worth specialising, the heaviest first. */
    public List<FunctionId> worth() {
        return verdicts.keySet().stream()
                .filter(id -> verdicts.get(id) instanceof Verdict.Worth)
                .sorted(Comparator.comparingLong(this::weight).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private long weight(FunctionId id) {
        return switch (verdicts.get(id)) {
            case Verdict.Worth worth -> worth.weight();
            case Verdict.NotWorth notWorth -> 0;
        };
    }
}
