package org.bluescript.profiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.junit.jupiter.api.Test;

class TieringTest {
    private static final Policy POLICY = new Policy(100, 1000, 4, 50, 2, 5);
    private static final FunctionId F = new FunctionId("main", "f");
    private static final FunctionId G = new FunctionId("main", "g");

    private final TypedProgram program = ObservedProgram.check(Map.of("main", """
            function f(x) { let sum = 0; for (let i = 0; i < 1000; i++) { sum += i } return x }
            function g(x) { return x }
            while (true) { f(1); g(2) }
            """));
    private final FunctionId top = program.modules().getLast().topLevel();
    private final LoopId inner = loop(F);
    private final LoopId outer = loop(top);
    private final Tiering tiering = new Tiering(program, POLICY);

    private LoopId loop(FunctionId id) {
        TypedFunction function = program.functions().get(id);
        Sites sites = Sites.of(program, function);
        int[] found = {-1};
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.Loop l) {
                found[0] = sites.number(l);
            }
        });
        return new LoopId(id, found[0]);
    }

    private static FunctionProfile called(long calls) {
        Seen integer = Seen.of(PrimitiveType.INTEGER);
        return new FunctionProfile(calls, List.of(integer), integer, Map.of(), Map.of());
    }

    private FunctionProfile turned(long calls, LoopId loop, long turns) {
        FunctionProfile seen = called(calls);
        return new FunctionProfile(
                calls, loop == outer ? List.of() : seen.parameters(), seen.result(), Map.of(), Map.of(loop.number(), turns));
    }

    private Profile profile(long callsOfF, long turnsOfF, long callsOfG, long turnsOfTop) {
        return new Profile(Map.of(
                F, turned(callsOfF, inner, turnsOfF), G, called(callsOfG), top, turned(1, outer, turnsOfTop)));
    }

    private Plan first() {
        return tiering.next(inLoop(Set.of())).orElseThrow();
    }

    /** The loop of f is hot, and that around it has begun. */
    private Situation inLoop(Set<LoopId> closed) {
        return new Situation(
                profile(1, 1000, 1, 1), Optional.empty(), Profile.EMPTY, Map.of(), Set.of(F, top), closed, Map.of());
    }

    private Optional<Plan> after(Plan installed, Profile now, Map<FunctionId, Long> failures) {
        return tiering.next(new Situation(
                now, Optional.of(installed), profile(1, 1000, 1, 1), failures, Set.of(), Set.of(), Map.of()));
    }

    @Test
    void longCallsAreMadeGenericallyAtOnce() {
        assertThat(tiering.generic(profile(2, 2000, 500, 1))).containsExactly(F);
        assertThat(tiering.generic(profile(1, 2000, 500, 1))).as("nobody knows how long the next one lasts").isEmpty();
        assertThat(tiering.generic(profile(10, 2000, 500, 1))).as("not worth the way").isEmpty();
        assertThat(tiering.generic(profile(2, 102_000, 500, 1))).as("better code would wait for them").isEmpty();
    }

    @Test
    void whatIsNotHotStaysWhereItIs() {
        assertThat(tiering.next(Situation.beginning(profile(99, 999, 99, 99)))).isEmpty();
    }

    @Test
    void aHotFunctionTakesTheProgramAlong() {
        Plan plan = first();
        assertThat(plan.reason()).isEqualTo("hot: f");
        assertThat(plan.versions()).containsExactly(F);
        assertThat(plan.loops()).as("the loop that is hot, and that in which the program stays").containsExactlyInAnyOrder(inner, outer);
    }

    @Test
    void whatIsWarmComesAlong() {
        Plan plan = tiering.next(Situation.beginning(profile(1, 1000, 10, 1))).orElseThrow();
        assertThat(plan.versions()).containsExactlyInAnyOrder(F, G);
    }

    @Test
    void loopsThatCannotBeEnteredAreLeftOut() {
        assertThat(tiering.next(inLoop(Set.of(outer))).orElseThrow().loops()).containsExactly(inner);
    }

    @Test
    void nothingHappensWithoutAReason() {
        assertThat(after(first(), profile(1, 1000, 2, 2), Map.of(F, 49L))).isEmpty();
    }

    @Test
    void whatGetsHotLaterFollows() {
        Plan plan = after(first(), profile(1, 1000, 100, 2), Map.of()).orElseThrow();
        assertThat(plan.reason()).isEqualTo("hot: g");
        assertThat(plan.versions()).containsExactlyInAnyOrder(F, G);
    }

    @Test
    void aLoopThatStaysBehindFollows() {
        Plan alone = new Plan("", Set.of(F), Set.of(inner), Map.of(), Map.of());
        Plan plan = after(alone, profile(1, 1000, 1, 6), Map.of()).orElseThrow();
        assertThat(plan.reason()).isEqualTo("hot: a loop of " + program.functions().get(top).displayName());
        assertThat(plan.loops()).containsExactlyInAnyOrder(inner, outer);
    }

    @Test
    void shortLoopsOfWhatIsCalledAllTheTimeStayBehind() {
        Situation now = new Situation(
                profile(100, 900, 1, 1), Optional.empty(), Profile.EMPTY, Map.of(), Set.of(F, top), Set.of(), Map.of());
        Plan plan = tiering.next(now).orElseThrow();
        assertThat(plan.versions()).containsExactly(F);
        assertThat(plan.loops()).containsExactly(outer);
        assertThat(after(plan, profile(101, 1999, 1, 1), Map.of())).isEmpty();
        assertThat(after(plan, profile(101, 2000, 1, 1), Map.of()).orElseThrow().loops())
                .as("until one call has many turns")
                .containsExactlyInAnyOrder(inner, outer);
    }

    @Test
    void failingGuardsAreWorthAFewMoreVersions() {
        Plan second = after(first(), profile(1, 1000, 1, 1), Map.of(F, 50L)).orElseThrow();
        assertThat(second.reason()).isEqualTo("guards failed: f");
        assertThat(second.versions()).containsExactly(F);
        Plan third = after(second, profile(1, 1000, 1, 1), Map.of(F, 50L)).orElseThrow();
        Plan fourth = after(third, profile(1, 1000, 1, 1), Map.of(F, 50L)).orElseThrow();
        assertThat(fourth.reason()).isEqualTo("given up: f");
        assertThat(fourth.versions()).isEmpty();
        assertThat(fourth.givenUp()).containsEntry(F, "guards of 3 versions failed");
        assertThat(after(fourth, profile(500, 2000, 1, 1), Map.of(F, 500L))).as("for good").isEmpty();
    }
}
