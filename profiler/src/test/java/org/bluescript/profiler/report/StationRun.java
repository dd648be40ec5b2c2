package org.bluescript.profiler.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.profiler.Advice;
import org.bluescript.profiler.ObservedProgram;
import org.bluescript.profiler.Policy;

/**
 * A run to make reports of. The program is a real one with its real profile; what a device would have done is made up, but for the code,
 * which a compiler has made.
 */
final class StationRun {
    private static final String SPECIALISED_CRC = "(any[], Uint8Array, integer)";

    private final ObservedProgram observed = ObservedProgram.of("station", Map.of("station", resource("station.bs")));
    private final ProfiledRunBuilder builder =
            new ProfiledRunBuilder("examples/station.bs", "stm32f405, emulated", observed.program());

    private StationRun() {}

    static ProfiledRun run() {
        StationRun station = new StationRun();
        station.interpret();
        station.movesToTheDevice();
        station.specialises();
        station.failsAndSpecialisesAgain();
        station.givesUp();
        station.builder.samples(station.sampled(), 412_300);
        Advice advice = Advice.of(station.observed.program(), station.observed.profile(), Policy.STANDARD);
        return station.builder.build(
                station.observed.profile(),
                advice,
                new Times(412_300, 141_200, 263_900, 236_000, OptionalLong.of(18_204_771)));
    }

    private void interpret() {
        builder.time(function("crc32"), host(48_200));
        builder.time(function("makeTable"), host(21_300));
        builder.time(loop("makeTable", 1), host(9_900));
        builder.time(function("calibrate"), host(12_700));
        builder.time(function("(top level)"), host(33_900));
        builder.time(function("smooth"), host(7_400));
        builder.time(function("label"), host(4_100));
        builder.time(function("Reading.scaled"), host(3_700));
        builder.event(19_400, Event.Kind.HOT, loop("makeTable", 1), "1,000 turns");
        builder.event(38_100, Event.Kind.HOT, function("crc32"), "its loop turned 1,000 times");
    }

    private void movesToTheDevice() {
        builder.generation(new Generation(0, "the program begins", phases(9_300, 31_200, 14_800, 5_700), 4_312));
        builder.version(function("crc32"), generic(0, 126, "crc32-generic.c", "crc32-generic.s"));
        builder.version(function("calibrate"), generic(0, 58, "calibrate-generic.c", ""));
        builder.version(function("makeTable"), generic(0, 148, "", ""));
        builder.version(loop("makeTable", 1), generic(0, 0, "", ""));
        builder.event(59_000, Event.Kind.COMPILED, 0, "4,312 bytes");
        builder.installed(0, 61_000);
        builder.event(61_400, Event.Kind.MOVED_TO_DEVICE, loop("makeTable", 1), 0, "after 1,204 turns");
        builder.event(72_300, Event.Kind.MOVED_TO_DEVICE, function("crc32"), 0, "");
        builder.count(function("crc32"), Tier.GENERIC, 214);
        builder.cost(function("crc32"), 0, new Cost(214, 901_154));
        builder.time(function("crc32"), device(61_000, 901_154));
        builder.count(function("calibrate"), Tier.GENERIC, 190);
        builder.cost(function("calibrate"), 0, new Cost(190, 26_030));
        builder.count(loop("makeTable", 1), Tier.GENERIC, 844);
        builder.time(loop("makeTable", 1), device(10_800, 61_004));
    }

    private void specialises() {
        builder.generation(new Generation(1, "crc32 is hot", phases(11_200, 49_900, 22_100, 6_300), 2_840));
        builder.version(function("crc32"), new Version(
                2, 1, Tier.SPECIALISED, SPECIALISED_CRC, 184, Cost.NONE,
                resource("crc32-specialised.c"), resource("crc32-specialised.s")));
        builder.version(loop("crc32", 0), new Version(1, 1, Tier.SPECIALISED, SPECIALISED_CRC, 96, Cost.NONE, "", ""));
        builder.version(function("calibrate"), new Version(
                2, 1, Tier.SPECIALISED, "(integer, integer)", 44, Cost.NONE, resource("calibrate-specialised.c"), ""));
        builder.event(121_000, Event.Kind.COMPILED, 1, "2,840 bytes");
        builder.installed(1, 127_600);
        builder.event(128_100, Event.Kind.MOVED_TO_DEVICE, function("crc32"), 1, "");
        builder.event(128_300, Event.Kind.MOVED_TO_DEVICE, function("calibrate"), 1, "");
        builder.count(function("crc32"), Tier.SPECIALISED, 9_704);
        builder.cost(function("crc32"), 1, new Cost(9_704, 10_868_480));
        builder.time(function("crc32"), device(138_400, 10_868_480));
        builder.cost(function("calibrate"), 1, new Cost(6_101, 103_717));
        builder.count(function("calibrate"), Tier.SPECIALISED, 6_101);
        builder.time(function("calibrate"), device(31_200, 103_717));
    }

    private void failsAndSpecialisesAgain() {
        builder.event(203_000, Event.Kind.GUARD_FAILED, function("calibrate"), 1, "value was 30.0, a float");
        builder.failure(function("calibrate"), new GuardFailure(
                place("calibrate", "value, gain", 5), "parameter value", "integer", 15, "30.0", "float"));
        builder.event(214_000, Event.Kind.RESPECIALISED, function("calibrate"), 2, "for integer and float");
        builder.generation(new Generation(2, "a guard of calibrate failed", phases(10_900, 54_400, 24_000, 7_100), 3_016));
        builder.version(function("crc32"), new Version(
                3, 2, Tier.SPECIALISED, SPECIALISED_CRC, 184, Cost.NONE,
                resource("crc32-specialised.c"), resource("crc32-specialised.s")));
        builder.version(loop("crc32", 0), new Version(2, 2, Tier.SPECIALISED, SPECIALISED_CRC, 96, Cost.NONE, "", ""));
        builder.version(function("calibrate"), new Version(
                3, 2, Tier.SPECIALISED, "(float, integer)", 52, new Cost(2_011, 42_231), "", ""));
        builder.installed(2, 310_400);
        builder.reclaimed(1, 311_900);
        builder.event(311_000, Event.Kind.MOVED_TO_DEVICE, function("calibrate"), 2, "");
        builder.event(311_200, Event.Kind.MOVED_TO_DEVICE, function("crc32"), 2, "");
        builder.event(345_700, Event.Kind.GUARD_FAILED, function("calibrate"), 2, "value was null");
        builder.failure(function("calibrate"), new GuardFailure(
                place("calibrate", "value * gain", 5), "", "integer or float", 5, "null", "null"));
        builder.event(346_900, Event.Kind.GIVEN_UP, function("calibrate"), 2, "its values are of too many types");
        builder.outcome(function("calibrate"), new Outcome.GivenUp("a value of a third type after two specialisations"));
        builder.event(347_400, Event.Kind.HOT, loop("(top level)", 0), "20 turns, 20 crossings");
    }

    private void givesUp() {
        builder.generation(new Generation(3, "calibrate is given up", phases(9_100, 41_400, 15_900, 5_100), 3_204));
        builder.version(function("crc32"), new Version(
                4, 3, Tier.SPECIALISED, SPECIALISED_CRC, 184, Cost.NONE,
                resource("crc32-specialised.c"), resource("crc32-specialised.s")));
        builder.version(loop("crc32", 0), new Version(3, 3, Tier.SPECIALISED, SPECIALISED_CRC, 96, Cost.NONE, "", ""));
        builder.version(function("calibrate"), new Version(
                4, 3, Tier.GENERIC, "", 58, Cost.NONE, resource("calibrate-generic.c"), ""));
        builder.version(function("makeTable"), new Version(2, 3, Tier.GENERIC, "", 148, Cost.NONE, "", ""));
        builder.version(loop("makeTable", 1), new Version(2, 3, Tier.GENERIC, "", 60, Cost.NONE, "", ""));
        builder.version(loop("(top level)", 0), new Version(1, 3, Tier.GENERIC, "", 312, Cost.NONE, "", ""));
        builder.event(390_100, Event.Kind.COMPILED, 3, "3,204 bytes");
        builder.installed(3, 396_400);
        builder.event(396_600, Event.Kind.BACK_ON_HOST, function("crc32"), 2, "for the new code");
        builder.event(396_900, Event.Kind.MOVED_TO_DEVICE, loop("(top level)", 0), 3, "");
        builder.count(loop("(top level)", 0), Tier.GENERIC, 9);
        builder.time(loop("(top level)", 0), device(14_100, 702_300));
        builder.reclaimed(2, 397_200);
    }

    /** What a sampler would have seen, every 900 microseconds. */
    static List<CallSample> samples() {
        return new StationRun().sampled();
    }

    private List<CallSample> sampled() {
        CallSample.Frame main = frame("(top level)", "sum = crc32", CallSample.Side.HOST);
        List<CallSample> samples = new ArrayList<>();
        for (int i = 0; i * 900 < 412_300; i++) {
            int at = i * 900;
            List<CallSample.Frame> stack = i < 8
                    ? List.of()
                    : at < 33_000
                            ? List.of(main, frame("makeTable", i % 9 == 0 ? "table.push" : "c = (c", CallSample.Side.HOST))
                            : i % 7 == 0
                                    ? List.of(main, frame("Reading.scaled", "return calibrate", CallSample.Side.HOST),
                                            frame("calibrate", "return value", at > 128_000 ? CallSample.Side.DEVICE : CallSample.Side.HOST))
                                    : i % 11 == 0
                                            ? List.of(main)
                                            : List.of(main, frame("crc32", "crc = table", at > 72_000 ? CallSample.Side.DEVICE : CallSample.Side.HOST));
            samples.add(new CallSample(at, stack));
        }
        return samples;
    }

    private CallSample.Frame frame(String function, String text, CallSample.Side side) {
        TypedFunction typed = observed.program().functions().get(function(function).function());
        Span place = side == CallSample.Side.DEVICE ? typed.span() : place(function, text, 1);
        return new CallSample.Frame(typed.displayName(), typed.span(), place, side);
    }

    private static Version generic(int generation, int bytes, String c, String assembly) {
        return new Version(
                1, generation, Tier.GENERIC, "", bytes, Cost.NONE, c.isEmpty() ? "" : resource(c), assembly.isEmpty() ? "" : resource(assembly));
    }

    private static TimeSpent host(long microseconds) {
        return new TimeSpent(microseconds * 1_000, 0, OptionalLong.empty());
    }

    private static TimeSpent device(long microseconds, long instructions) {
        return new TimeSpent(0, microseconds * 1_000, OptionalLong.of(instructions));
    }

    private static List<Generation.Phase> phases(long specialise, long compile, long link, long send) {
        return List.of(
                new Generation.Phase("specialise", specialise),
                new Generation.Phase("compile", compile),
                new Generation.Phase("link", link),
                new Generation.Phase("send", send));
    }

    private static PartId function(String name) {
        return PartId.of(new FunctionId("station", name));
    }

    /** The loop of this index in the function, in source order. */
    private PartId loop(String function, int index) {
        TypedFunction typed = observed.program().functions().get(function(function).function());
        Sites sites = Sites.of(observed.program(), typed);
        List<PartId> loops = new ArrayList<>();
        TreeWalk.statements(typed.body(), s -> {
            if (s instanceof TypedStatement.Loop loop) {
                loops.add(PartId.of(new LoopId(typed.id(), sites.number(loop))));
            }
        });
        return loops.get(index);
    }

    /** The first {@code length} characters of a text within a function. */
    private Span place(String function, String text, int length) {
        Span span = observed.program().functions().get(function(function).function()).span();
        SourceFile file = span.file();
        int at = file.text().indexOf(text, span.start());
        return new Span(file, at, at + length);
    }

    static String resource(String name) {
        try (InputStream stream = StationRun.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
