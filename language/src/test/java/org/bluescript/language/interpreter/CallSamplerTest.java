package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.interpreter.CallSampler.SampledCall;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallSamplerTest {
    @Test
    void callsInProgressAreSeen() {
        MemoryModules modules = MemoryModules.of(Map.of("main", """
                function turn(n: integer): integer {
                    let sum = 0
                    for (let i = 0; i < n; i++) {
                        sum += i
                    }
                    return sum
                }
                while (true) {
                    turn(1000)
                }
                """));
        TypedProgram program = ProgramChecker.check(modules.module("main"), modules, new Diagnostics()).orElseThrow();
        FunctionId turn = new FunctionId("main", "turn");
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (HostedProgram hosted = HostedProgram.of(program, nowhere, nowhere, Map.of("engine.WarnInterpreterOnly", "false"))) {
            CompletableFuture<Optional<HostedProgram.Failure>> ending = CompletableFuture.supplyAsync(hosted::run);
            Set<FunctionId> seen = new HashSet<>();
            Set<Integer> lines = new HashSet<>();
            while (!seen.contains(turn) || !lines.contains(3)) {
                hosted.sampler().ifPresent(sampler -> {
                    List<SampledCall> calls = sampler.sample().join();
                    if (!calls.isEmpty()) {
                        assertThat(calls.getLast().function()).isEqualTo(program.modules().getLast().topLevel());
                        calls.forEach(c -> seen.add(c.function()));
                        calls.getFirst().place().ifPresent(p -> lines.add(p.file().position(p.start()).line()));
                    }
                });
            }
            hosted.interrupt();
            assertThat(ending.join().orElseThrow().kind()).contains(RunTimeErrorKind.INTERRUPTED);
            assertThat(hosted.sampler()).isEmpty();
        }
    }
}
