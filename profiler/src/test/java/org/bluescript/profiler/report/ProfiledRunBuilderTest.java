package org.bluescript.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bluescript.language.profile.Arms;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.profiler.Advice;
import org.bluescript.profiler.ObservedProgram;
import org.bluescript.profiler.Policy;
import org.junit.jupiter.api.Test;

class ProfiledRunBuilderTest {
    private static final String TEXT = """
            function sum(values, factor) {
                let total: any = 0;
                for (let i = 0; i < values.length; i++) {
                    total += values[i] * factor;
                }
                return total;
            }
            const twice = x => x * 2;
            print(sum([1, 2, 3], 2), sum([1.5, 2.5], 1.5), twice(4));
            """;
    private static final PartId SUM = PartId.of(new FunctionId("main", "sum"));
    private static final Times TIMES = new Times(10, 4, 3, 5, OptionalLong.empty());

    private final ObservedProgram observed = ObservedProgram.of(TEXT);
    private final ProfiledRunBuilder builder = new ProfiledRunBuilder("app.bs", "a board", observed.program());

    @Test
    void theProfileTellsWhatTheInterpreterDid() {
        PartRun sum = build().part(SUM).orElseThrow();
        assertThat(sum.counts()).isEqualTo(new Counts(2, 0, 0));
        assertThat(sum.tier()).isEqualTo(Tier.INTERPRETED);
        assertThat(sum.seen()).containsExactly(
                new SeenTypes("values", List.of("float[]", "integer[]")),
                new SeenTypes("factor", List.of("float", "integer")),
                new SeenTypes("result", List.of("float", "integer")));
        assertThat(sum.outcome()).isEqualTo(new Outcome.Not("was called 2 times, and its loops turned 5 times"));
        PartRun loop = build().part(loop()).orElseThrow();
        assertThat(loop.name()).isEqualTo("for");
        assertThat(loop.counts().interpreted()).isEqualTo(5);
    }

    @Test
    void whatIsToldOfADeviceIsAdded() {
        builder.generation(new Generation(1, "sum is hot", List.of(new Generation.Phase("compile", 40)), 300));
        builder.version(SUM, new Version(builder.nextVersion(SUM), 1, Tier.SPECIALISED, "(integer[], integer)", 80, Cost.NONE, "", ""));
        builder.installed(1, 70);
        builder.count(SUM, Tier.SPECIALISED, 30);
        builder.count(SUM, Tier.SPECIALISED, 10);
        builder.cost(SUM, 1, new Cost(30, 600));
        builder.cost(SUM, 1, new Cost(10, 200));
        builder.time(SUM, new TimeSpent(5, 0, OptionalLong.empty()));
        builder.time(SUM, new TimeSpent(0, 7, OptionalLong.of(800)));
        ProfiledRun run = build();
        PartRun sum = run.part(SUM).orElseThrow();
        assertThat(sum.counts()).isEqualTo(new Counts(2, 0, 40));
        assertThat(sum.current()).isEqualTo(OptionalInt.of(1));
        assertThat(sum.tier()).isEqualTo(Tier.SPECIALISED);
        assertThat(sum.costAfter().orElseThrow().each()).isEqualTo(20);
        assertThat(sum.time()).isEqualTo(new TimeSpent(5, 7, OptionalLong.of(800)));
        assertThat(sum.outcome()).isEqualTo(new Outcome.For(List.of("(integer[], integer)")));
        assertThat(run.generation(1).orElseThrow().installedAt()).hasValue(70);
        assertThat(run.sources().getFirst().counts()).as("calls on the device are calls").containsEntry(6, 42L);
    }

    @Test
    void linesRanAsOftenAsTheirBranches() {
        ObservedProgram branching = ObservedProgram.of("""
                function f(n: integer) {
                    if (n > 7 && n != 8) {
                        n = 1;
                    } else
                        n = 2;
                    switch (n) {
                        case 1:
                            return 5;
                    }
                    return n;
                }
                for (let i = 0; i < 10; i++) { f(i) }
                """);
        AnnotatedSource source = new ProfiledRunBuilder("app.bs", "a board", branching.program())
                .build(branching.profile(), Advice.of(branching.program(), branching.profile(), Policy.STANDARD), TIMES)
                .sources()
                .getFirst();
        assertThat(source.counts()).containsEntry(2, 10L).containsEntry(3, 1L).containsEntry(5, 9L).containsEntry(7, 1L);
        String text = source.file().text();
        assertThat(source.branches())
                .isEqualTo(Map.of(
                        text.indexOf(" && "), Arms.of(2, 8),
                        text.indexOf(") {\n        n = 1"), Arms.of(1, 9)));
    }

    @Test
    void aNewGenerationSupersedesTheOneBefore() {
        builder.generation(new Generation(1, "", List.of(), 300));
        builder.generation(new Generation(2, "", List.of(), 400));
        builder.version(SUM, new Version(1, 1, Tier.GENERIC, "", 80, Cost.NONE, "", ""));
        builder.installed(1, 70);
        builder.installed(2, 90);
        builder.reclaimed(1, 95);
        ProfiledRun run = build();
        Generation first = run.generation(1).orElseThrow();
        assertThat(List.of(first.installedAt(), first.supersededAt(), first.reclaimedAt()))
                .containsExactly(OptionalLong.of(70), OptionalLong.of(90), OptionalLong.of(95));
        assertThat(run.part(SUM).orElseThrow().tier()).as("it has no code in generation 2").isEqualTo(Tier.INTERPRETED);
        assertThat(run.events()).extracting(Event::kind).containsExactly(
                Event.Kind.INSTALLED, Event.Kind.SUPERSEDED, Event.Kind.INSTALLED, Event.Kind.RECLAIMED);
    }

    @Test
    void failuresOfOnePlaceAreOne() {
        Span whole = observed.program().functions().get(SUM.function()).span();
        Span place = new Span(whole.file(), whole.start() + 21, whole.start() + 27);
        builder.failure(SUM, new GuardFailure(place, "parameter factor", "integer", 2, "1.5", "float"));
        builder.failure(SUM, new GuardFailure(place, "parameter factor", "integer", 3, "null", "null"));
        assertThat(build().part(SUM).orElseThrow().failures())
                .containsExactly(new GuardFailure(place, "parameter factor", "integer", 5, "null", "null"));
    }

    @Test
    void aParametersFailureIsAtTheParameter() {
        Span whole = observed.program().functions().get(SUM.function()).span();
        builder.failure(70, SUM, new GuardFailure(whole, "parameter factor", "integer", 2, "1.5", "float"));
        builder.failure(80, SUM, new GuardFailure(whole, "parameter factor", "integer", 2, "2.5", "float"));
        ProfiledRun run = build();
        assertThat(run.part(SUM).orElseThrow().failures().getFirst().place().text()).isEqualTo("factor");
        assertThat(run.events()).extracting(e -> e.at() + " " + e.detail())
                .containsExactly("70 parameter factor was 1.5 (float), not integer");
    }

    @Test
    void theNewestVersionsAreWhatItIsMadeFor() {
        builder.version(SUM, new Version(1, 1, Tier.SPECIALISED, "(integer)", 80, Cost.NONE, "", ""));
        builder.version(SUM, new Version(2, 2, Tier.SPECIALISED, "(float)", 80, Cost.NONE, "", ""));
        assertThat(build().part(SUM).orElseThrow().outcome()).isEqualTo(new Outcome.For(List.of("(float)")));
    }

    @Test
    void whatRunsOnceStaysWhereItBegan() {
        PartId top = PartId.of(new FunctionId("main", "(top level)"));
        builder.version(top, new Version(1, 1, Tier.GENERIC, "", 80, Cost.NONE, "", ""));
        builder.installed(1, 5);
        assertThat(build().part(top).orElseThrow().tier()).isEqualTo(Tier.INTERPRETED);
    }

    @Test
    void linesKnowHowOftenTheyRan() {
        AnnotatedSource source = build().sources().getFirst();
        assertThat(source.counts())
                .containsEntry(1, 2L).containsEntry(2, 2L).containsEntry(3, 5L).containsEntry(4, 5L).containsEntry(6, 2L)
                .containsEntry(8, 1L).containsEntry(9, 1L);
    }

    @Test
    void theTimeOfAPlaceIsThatOfItsLines() {
        Span function = observed.program().functions().get(SUM.function()).span();
        Span total = new Span(function.file(), function.start() + 32, function.start() + 36);
        builder.samples(
                List.of(
                        new CallSample(0, List.of()),
                        new CallSample(1_000, List.of(new CallSample.Frame("sum", function, function, CallSample.Side.DEVICE))),
                        new CallSample(17_000, List.of(new CallSample.Frame("sum", function, total, CallSample.Side.HOST)))),
                17_005);
        assertThat(build().sources().getFirst().microseconds())
                .as("of the lines 1, 2, 3, 4 and 6, which ran 2, 2, 5, 5 and 2 times")
                .isEqualTo(Map.of(1, 2_000L, 2, 2_005L, 3, 5_000L, 4, 5_000L, 6, 2_000L));
    }

    @Test
    void parametersResultsAndExpressionsAreNoted() {
        AnnotatedSource source = build().sources().getFirst();
        assertThat(source.notes().stream().map(n -> n.span() + " " + n.span().text() + " " + n.seen().text())).contains(
                "main.bs:1:14 values float[] | integer[]",
                "main.bs:1:22 factor float | integer",
                "main.bs:1:28 ) float | integer",
                "main.bs:4:18 values[i] float | integer",
                "main.bs:8:15 x integer");
    }

    @Test
    void aPartThatTheProgramDoesNotHaveIsAnError() {
        builder.count(PartId.of(new FunctionId("main", "other")), Tier.GENERIC, 1);
        assertThatThrownBy(this::build).hasMessage("the program has no function main:other");
    }

    private ProfiledRun build() {
        return builder.build(
                observed.profile(), Advice.of(observed.program(), observed.profile(), Policy.STANDARD), TIMES);
    }

    private PartId loop() {
        TypedFunction function = observed.program().functions().get(SUM.function());
        Sites sites = Sites.of(observed.program(), function);
        PartId[] found = new PartId[1];
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.Loop loop) {
                found[0] = PartId.of(new LoopId(function.id(), sites.number(loop)));
            }
        });
        return found[0];
    }
}
