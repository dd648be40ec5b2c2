package org.bluescript.language.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.interpreter.Devices;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.typed.FunctionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another thread installs code while the program runs, compiled or not. */
@Timeout(120)
class LiveHandoverTest {
    /** Compiles early and at once, in the thread that wants it. */
    private static final Map<String, String> HURRIED = Map.of(
            "engine.CompilationFailureAction", "Throw",
            "engine.BackgroundCompilation", "false",
            "engine.DynamicCompilationThresholds", "false",
            "engine.MultiTier", "false",
            "engine.SingleTierCompilationThreshold", "200",
            "engine.OSRCompilationThreshold", "2000");

    private final Observations observations = new Observations();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private record Running(HostedProgram program, CompletableFuture<Optional<HostedProgram.Failure>> ending) {}

    /** Runs on a thread of its own. */
    private Running start(TieredRun run) {
        Map<String, String> options = new HashMap<>(HURRIED);
        String key = Devices.add((program, diagnostics) -> Optional.of(run.twin().placed(Optional.of(run.twin()))));
        options.put("bluescript.Device", key);
        HostedProgram hosted = HostedProgram.of(
                run.typed(), output, OutputStream.nullOutputStream(), options, Optional.of(observations), Optional.of(run.tiers()));
        return new Running(hosted, CompletableFuture.supplyAsync(() -> {
            try (hosted) {
                return hosted.run();
            } finally {
                Devices.remove(key);
            }
        }));
    }

    private long turns(LoopId loop) {
        return observations.profile().of(loop.function()).map(f -> f.counts().getOrDefault(loop.number(), 0L)).orElse(0L);
    }

    private long calls(FunctionId function) {
        return observations.profile().of(function).map(f -> f.calls()).orElse(0L);
    }

    @Test
    void aCompiledLoopIsHandedOver() throws Exception {
        TieredRun run = new TieredRun("""
            function spin(n: integer): integer { let i = 0; let bits = 0; while (i < n) { bits = bits ^ i; i++ } return bits }
            function spin_end(n: integer, i: integer, bits: integer): integer { return i > 3000000 && i < n ? -1 : i }
            print(spin(2147483647))
            print(spin(5))
            """);
        CompletableFuture<Optional<HostedProgram.Failure>> ending = start(run).ending();
        LoopId loop = run.loop("spin", 0);
        while (turns(loop) < 3_000_100 && !ending.isDone()) {
            Thread.onSpinWait();
        }
        run.install(List.of("spin#0=spin_end"));
        assertThat(ending.get()).isEmpty();
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("-1\n0\n");
        assertThat(run.crossings("spin", 0).calls()).isEqualTo(2);
        assertThat(run.crossings("spin", 0).turns()).isEqualTo(turns(loop));
    }

    @Test
    void compiledCallsAreHandedOverAndComeBack() throws Exception {
        TieredRun run = new TieredRun("""
            function odd(n: integer): boolean { return n % 2 == 1 }
            let n = 0
            let odds = 0
            while (true) {
                n++
                if (odd(n)) { odds++ }
                if (odds != (n + 1) / 2 as integer) { print(n, odds) }
                if (n == 1000000) { n = 0; odds = 0 }
            }
            """);
        Running running = start(run);
        FunctionId odd = run.function("odd").id();
        for (int round = 1; round <= 5; round++) {
            long before = calls(odd);
            while (calls(odd) < before + 100_000 && !running.ending().isDone()) {
                Thread.onSpinWait();
            }
            run.install(List.of("odd"));
            while (crossings(run, odd) < 20 * round && !running.ending().isDone()) {
                Thread.onSpinWait();
            }
            run.tiers().withdraw();
        }
        running.program().interrupt();
        assertThat(running.ending().get()).hasValueSatisfying(f -> assertThat(f.kind()).contains(RunTimeErrorKind.INTERRUPTED));
        assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static long crossings(TieredRun run, FunctionId function) {
        Crossings crossings = run.tiers().functions().get(function);
        return crossings == null ? 0 : crossings.calls();
    }
}
