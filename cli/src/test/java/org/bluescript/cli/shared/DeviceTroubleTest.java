package org.bluescript.cli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluescript.cli.shared.SharedBench.Result;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.machine.ProgramOutput;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.link.LinkTiming;
import org.bluescript.link.transport.Transport;
import org.junit.jupiter.api.Test;

/** The device is stopped, breaks down, or cannot be reached, in the middle of a call or between calls. */
class DeviceTroubleTest {
    private static final String HEALTHY = "function f(s: string): string { code``; return s + \"!\"; } print(f(\"well\"));";

    private static void assertHealthy(SharedBench bench) {
        Result result = bench.run(HEALTHY);
        assertThat(result.error()).isEmpty();
        assertThat(result.output()).isEqualTo("well!\n");
    }

    @Test
    void anEndlessFunctionIsInterruptedAndTheNextProgramRuns() {
        try (SharedBench bench = SharedBench.open()) {
            Result result = bench.run("""
                    function endless(n: integer): integer {
                        code``;
                        print("begun");
                        while (n > 0) { n = n | 1; }
                        return n;
                    }
                    print(endless(5));
                    """, false, executor -> new Watched(executor, () -> bench.device().interrupt()));
            assertThat(result.output()).isEqualTo("begun\n");
            assertThat(result.error().orElseThrow().getMessage()).isEqualTo("interrupted");
            assertThat(result.calls()).hasSize(2).last().isEqualTo("(top level):7");
            assertHealthy(bench);
        }
    }

    @Test
    void aWireThatIsCutEndsTheProgramWithWhatHappened() {
        AtomicInteger lines = new AtomicInteger();
        Transport[] wire = new Transport[1];
        try (SharedBench bench = SharedBench.open(transport -> wire[0] = transport, LinkTiming.socket())) {
            Result result = bench.run("""
                    let made: string[] = [];
                    function work(i: integer): integer { code``; made.push("device " + i); print(i); return i; }
                    for (let i = 0; i < 10; i++) { made.push("host " + i); work(i); }
                    """, false, executor -> new Watched(executor, () -> {
                        if (lines.incrementAndGet() == 3) {
                            wire[0].close();
                        }
                    }));
            assertThat(result.output()).startsWith("0\n1\n2\n").doesNotContain("4");
            assertThat(result.error().orElseThrow().isGuestException()).isTrue();
            assertThat(result.error().orElseThrow().getMessage()).contains("closed").contains(";");
            assertThat(result.calls()).last().isEqualTo("(top level):3");
        }
    }

    @Test
    void aBoardThatCannotBeReachedIsToldAtTheCall() {
        try (SharedBench bench = SharedBench.open()) {
            Result result = bench.run("print(1);\n" + HEALTHY, false, executor -> new Broken());
            assertThat(result.output()).isEqualTo("1\n");
            assertThat(result.error().orElseThrow().getMessage()).isEqualTo("there is no board; connect one");
            assertHealthy(bench);
        }
    }

    /** Does something at each line that comes from the device. */
    private record Watched(Executor inner, Runnable atLine) implements Executor {
        @Override
        public void prepare(Stretch image) {
            inner.prepare(image);
        }

        @Override
        public int[] checksums(List<Pieces> pieces) {
            return inner.checksums(pieces);
        }

        @Override
        public List<byte[]> read(List<Region> regions) {
            return inner.read(regions);
        }

        @Override
        public Outcome call(List<Stretch> writes, int entry, int[] words, ProgramOutput output) {
            return inner.call(writes, entry, words, (toError, text) -> {
                output.line(toError, text);
                atLine.run();
            });
        }
    }

    private static final class Broken implements Executor {
        @Override
        public void prepare(Stretch image) {
            // fails later, as a connection in the background does
        }

        @Override
        public int[] checksums(List<Pieces> pieces) {
            throw unavailable();
        }

        @Override
        public List<byte[]> read(List<Region> regions) {
            throw unavailable();
        }

        @Override
        public Outcome call(List<Stretch> writes, int entry, int[] words, ProgramOutput output) {
            throw unavailable();
        }

        private static RuntimeException unavailable() {
            return new DeviceUnavailable("there is no board; connect one", null);
        }
    }
}
