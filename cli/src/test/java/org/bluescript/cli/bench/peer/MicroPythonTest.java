package org.bluescript.cli.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.bluescript.cli.Installation;
import org.bluescript.cli.bench.Benchmark;
import org.bluescript.cli.bench.Cell;
import org.bluescript.cli.bench.Figure;
import org.bluescript.cli.bench.Measurement;
import org.junit.jupiter.api.Test;

/** With the firmware for the micro:bit that Debian ships, emulated, and with others that answer as they are told. */
class MicroPythonTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String FIRMWARE = "/usr/share/firmware-microbit-micropython/firmware.hex";

    private static Benchmark benchmark(String name) {
        return new Benchmark(name, Installation.home().resolve("jmh/programs").resolve(name));
    }

    @Test
    void aRealOneRunsWhatFitsIntoItAndSaysWhyNot() {
        try (Peer peer = Peer.of("micropython=qemu:" + FIRMWARE)) {
            assertThat(peer.run(benchmark("sieve")))
                    .isEqualTo(new Cell.Unavailable("out of memory (MemoryError: memory allocation failed, allocating 20004 bytes)"));
            assertThat(peer.run(benchmark("towers")))
                    .isEqualTo(new Cell.Unavailable("RuntimeError: maximum recursion depth exceeded"));
            Cell cell = peer.run(benchmark("bounce"));
            Measurement measurement = cell.measured().orElseThrow(() -> new AssertionError(cell.reason()));
            assertThat(measurement.note()).isEqualTo("microbit, MicroPython 1.9.2, emulated");
            assertThat(measurement.get(Figure.INSTRUCTIONS).getAsLong()).isBetween(30_000_000L, 40_000_000L);
            assertThat(measurement.get(Figure.TRANSFER_TIME)).isPresent();
        }
    }

    @Test
    void whoeverDoesNotAnswerIsNoMicroPython() {
        try (Wire wire = new Wire(new Dialogue(List.of("< login: ")), PATIENCE)) {
            assertThatThrownBy(() -> new MicroPython(wire, false, Duration.ofMillis(50)).greet())
                    .isInstanceOf(PeerFailure.class)
                    .hasMessageStartingWith("MicroPython's raw REPL does not begin: no answer")
                    .hasMessageContaining("login:");
        }
    }

    @Test
    void withoutAKnownCounterTheClockIsAsked() throws Exception {
        Dialogue dialogue = new Dialogue(List.of(
                "> import gc\\ngc.collect()\\x04", "< OK\\x04\\x04>",
                "> _a=_c()\\n_r=run()\\n_b=_c()\\x04", "< OK\\x04\\x04>",
                "> print(right(_r))\\x04", "< OKTrue\\r\\n\\x04\\x04>",
                "> print(_r)\\x04", "< OK1331\\r\\n\\x04\\x04>",
                "> print((_b-_a)&0x3fffffff)\\x04", "< OK52000\\r\\n\\x04\\x04>"));
        try (Wire wire = new Wire(dialogue, PATIENCE)) {
            assertThat(new MicroPython(wire, false, PATIENCE).run())
                    .isEqualTo(new Prompt.Outcome("1331", true, Figure.MICROSECONDS, 52_000));
            assertThat(dialogue.rest()).isEmpty();
        }
    }

    @Test
    void charactersThatGetLostAreNoticed() {
        Dialogue dialogue = new Dialogue(List.of(
                "> \\x04", "< OK\\r\\nMPY: soft reboot\\r\\nraw REPL; CTRL-B to exit\\r\\n>",
                "> p=''\\x04", "< OK\\x04\\x04>",
                "> p+='from utime import ticks_us as _c'\\x04", "< OK\\x04\\x04>",
                "> p+='\\\\n'\\x04", "< OK\\x04\\x04>",
                "> print(len(p))\\x04", "< OK31\\r\\n\\x04\\x04>"));
        try (Wire wire = new Wire(dialogue, PATIENCE)) {
            assertThatThrownBy(() -> new MicroPython(wire, false, PATIENCE).load("x = 1\n"))
                    .isInstanceOf(PeerFailure.class)
                    .hasMessage("characters were lost on the way: 31 of 33 arrived");
        }
    }

    @Test
    void aProgramThatNeverEndsIsGivenUp() {
        Dialogue dialogue = new Dialogue(List.of("> import gc\\ngc.collect()\\x04", "< OK"));
        try (Wire wire = new Wire(dialogue, PATIENCE)) {
            assertThatThrownBy(() -> new MicroPython(wire, false, Duration.ofMillis(50)).run())
                    .isInstanceOf(PeerFailure.class)
                    .satisfies(e -> assertThat(((PeerFailure) e).isConnectionLost()).isTrue());
        }
    }
}
