package org.bluescript.profiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/**
 * Decides when a running program gets other code: native code when something is hot, another when guards fail, a loop that was left
 * to the host gets hot, or a function that was not. Knows no clock and no device: the same situation gives the same plan.
 */
public final class Tiering {
    /** So many calls must have been made for their length to be known. */
    private static final int LEAST_CALLS_TO_TELL = 2;

    /** Calls that make a function hot when there have been so many of them are worth the way to the device. */
    private static final int GENERIC_CALLS = 4;

    /** A call of so many times the turns that make a function hot takes generic code some tens of milliseconds. */
    private static final int MOST_GENERIC_TURNS = 50;

    private final TypedProgram program;
    private final Policy policy;

    public Tiering(TypedProgram program, Policy policy) {
        this.program = program;
        this.policy = policy;
    }

    /** The code that the program should get now; empty if it should go on with what it has. */
    public Optional<Plan> next(Situation now) {
        return now.installed().isEmpty() ? begin(now) : goOn(now, now.installed().get());
    }

    private Optional<Plan> begin(Situation now) {
        List<FunctionId> hot = hot(now.seen());
        return hot.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plan(
                        "hot: " + name(hot.getFirst()), worth(now, policy.warm(), Map.of()), loops(now, Set.of()), Map.of(), Map.of()));
    }

    private Optional<Plan> goOn(Situation now, Plan installed) {
        List<String> reasons = new ArrayList<>();
        Map<FunctionId, Integer> attempts = new HashMap<>(installed.attempts());
        Map<FunctionId, String> givenUp = new HashMap<>(installed.givenUp());
        new TreeMap<>(now.failures()).forEach((function, count) -> {
            if (count >= policy.leastFailures() && installed.versions().contains(function)) {
                int made = attempts.merge(function, 1, Integer::sum);
                if (made > policy.mostAttempts()) {
                    givenUp.put(function, "guards of " + made + " versions failed");
                    reasons.add("given up: " + name(function));
                } else {
                    reasons.add("guards failed: " + name(function));
                }
            }
        });
        for (FunctionId function : worth(now, policy, givenUp)) {
            if (!installed.versions().contains(function)) {
                reasons.add("hot: " + name(function));
            }
        }
        Set<LoopId> loops = loops(now, installed.loops());
        for (LoopId loop : new TreeSet<>(loops)) {
            if (!installed.loops().contains(loop) && since(now, loop) >= policy.leastTurnsApart()) {
                reasons.add("hot: a loop of " + name(loop.function()));
            }
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plan(
                        String.join(", ", reasons), worth(now, policy.warm(), givenUp), loops, attempts, givenUp));
    }

    /**
     * The functions whose next calls are better made on the device by generic code, as long as there is no other: they turn long enough to be worth
     * the way there, and not so long that better code, which cannot take the place of generic code in the middle of a call, would have to wait
     * for them.
     */
    public Set<FunctionId> generic(Profile seen) {
        Set<FunctionId> result = new TreeSet<>();
        seen.functions().forEach((id, f) -> {
            boolean isKnown = f.calls() >= LEAST_CALLS_TO_TELL && program.functions().containsKey(id);
            long turns = isKnown ? f.turns() / f.calls() : 0;
            if (turns >= Math.max(1, policy.leastTurns() / GENERIC_CALLS) && turns <= MOST_GENERIC_TURNS * policy.leastTurns()) {
                result.add(id);
            }
        });
        return result;
    }

    private List<FunctionId> hot(Profile seen) {
        return new TreeMap<>(seen.functions()).entrySet().stream()
                .filter(e -> policy.isHot(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Set<FunctionId> worth(Situation now, Policy threshold, Map<FunctionId, String> givenUp) {
        Set<FunctionId> result =
                new TreeSet<>(Advice.of(program, now.seen(), threshold, now.impossible()).worth());
        result.removeAll(givenUp.keySet());
        return result;
    }

    /**
     * Hot loops, and those that the program is in just then, however slowly they turn: what is hot inside them comes and goes, they
     * stay. After the first code, those that go on turning on the host. Not loops that are short in functions that are called all the time:
     * the next call will come before they matter.
     */
    private Set<LoopId> loops(Situation now, Set<LoopId> before) {
        Set<LoopId> result = new HashSet<>(before);
        now.seen().functions().forEach((function, seen) -> seen.counts().forEach((number, turns) -> {
            LoopId loop = new LoopId(function, number);
            long since = since(now, loop);
            boolean isHot = now.installed().isEmpty()
                    ? turns >= policy.warm().leastTurns()
                    : since >= policy.leastTurnsApart();
            boolean isAround = turns > 0 && now.inProgress().contains(function);
            boolean waits = isShort(seen, turns) && (now.installed().isEmpty() || since < policy.leastTurns());
            if ((isHot || isAround) && !waits && !now.closed().contains(loop)) {
                result.add(loop);
            }
        }));
        return result;
    }

    private boolean isShort(FunctionProfile seen, long turns) {
        return seen.calls() >= policy.warm().leastCalls() && turns / seen.calls() < policy.warm().leastTurns();
    }

    /** How often a loop has turned since the code was installed that runs now. */
    private static long since(Situation now, LoopId loop) {
        return turns(now.seen(), loop) - turns(now.seenThen(), loop);
    }

    private static long turns(Profile profile, LoopId loop) {
        return profile.of(loop.function())
                .map(FunctionProfile::counts)
                .map(counts -> counts.getOrDefault(loop.number(), 0L))
                .orElse(0L);
    }

    private String name(FunctionId id) {
        TypedFunction function = program.functions().get(id);
        return function == null ? id.toString() : function.displayName();
    }
}
