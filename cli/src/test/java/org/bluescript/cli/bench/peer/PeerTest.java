package org.bluescript.cli.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bluescript.backend.tools.ProgramRun;
import org.bluescript.cli.CommandException;
import org.bluescript.cli.Installation;
import org.bluescript.cli.bench.Benchmark;
import org.bluescript.cli.bench.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerTest {
    private static final Path PROGRAMS = Installation.home().resolve("jmh/programs");

    @TempDir Path folder;

    private static Cell run(Peer peer) {
        try (peer) {
            return peer.run(new Benchmark("sieve", PROGRAMS.resolve("sieve")));
        }
    }

    @Test
    void addressesAreReadAsWritten() {
        assertThat(PeerAddress.of("/dev/ttyACM0")).isEqualTo(new PeerAddress.Port("/dev/ttyACM0"));
        assertThat(PeerAddress.of("COM3")).isEqualTo(new PeerAddress.Port("COM3"));
        assertThat(PeerAddress.of("tcp:host:23")).isEqualTo(new PeerAddress.Tcp("host", 23));
        assertThat(PeerAddress.of("qemu:a/b.hex")).isEqualTo(new PeerAddress.Qemu("microbit", Path.of("a/b.hex")));
        assertThat(PeerAddress.of("qemu:b.elf")).isEqualTo(new PeerAddress.Qemu("netduinoplus2", Path.of("b.elf")));
        assertThat(PeerAddress.of("qemu:olimex-stm32-h405:b.elf"))
                .isEqualTo(new PeerAddress.Qemu("olimex-stm32-h405", Path.of("b.elf")));
    }

    @Test
    void whatIsNoPeerIsAMistake() {
        for (String text : List.of("lua=/dev/ttyACM0", "micropython", "micropython=", "espruino=tcp:host", "espruino=tcp:host:x")) {
            assertThatThrownBy(() -> Peer.of(text)).as(text).isInstanceOf(CommandException.class);
        }
    }

    @Test
    void whoeverIsMissingIsACell() throws Exception {
        assertThat(run(Peer.of("micropython=qemu:/nowhere/firmware.elf")))
                .isEqualTo(new Cell.Unavailable("there is no firmware /nowhere/firmware.elf"));
        assertThat(run(Peer.of("micropython=/dev/tty-nowhere")).reason()).contains("/dev/tty-nowhere");
        int closed;
        try (ServerSocket server = new ServerSocket(0)) {
            closed = server.getLocalPort();
        }
        assertThat(run(Peer.of("espruino=tcp:localhost:" + closed)).reason()).startsWith("nobody at localhost:" + closed);
    }

    @Test
    void whoeverSaysNothingIsACell() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            Peer peer = new Peer(Peer.Language.MICROPYTHON, new PeerAddress.Tcp("localhost", server.getLocalPort()), Duration.ofMillis(100));
            assertThat(run(peer).reason()).startsWith("MicroPython's raw REPL does not begin: no answer");
        }
    }

    /** As they are sent, by Python of this computer: the language is the same, numbers are of binary64. */
    @Test
    void programsForMicroPythonAreRight() throws Exception {
        for (String name : names()) {
            String program = Files.readString(PROGRAMS.resolve("python").resolve(name + ".py"));
            Files.writeString(folder.resolve(name + ".py"), String.join("", MicroPython.parts(program)));
        }
        assertThat(rightOnes("python3", """
                import sys
                for file in sys.argv[1:]:
                    names = {}
                    exec(open(file, encoding="utf-8").read(), names)
                    print(file.split("/")[-1].split(".")[0], names["right"](names["run"]()))
                """, folder, ".py")).containsExactlyElementsOf(names());
    }

    /** By Node. */
    @Test
    void programsForEspruinoAreRight() throws Exception {
        assertThat(rightOnes("node", """
                for (const file of process.argv.slice(1)) {
                    const right = new Function(require("fs").readFileSync(file, "utf8") + "; return right(run());")();
                    console.log(file.split("/").pop().split(".")[0] + (right ? " True" : " False"));
                }
                """, PROGRAMS.resolve("javascript"), ".js")).containsExactlyElementsOf(names());
    }

    private static List<String> names() throws Exception {
        return Benchmark.in(PROGRAMS).stream().map(Benchmark::name).toList();
    }

    private static List<String> rightOnes(String interpreter, String program, Path folder, String suffix) throws Exception {
        List<String> command = new ArrayList<>(List.of(interpreter, interpreter.equals("node") ? "-e" : "-c", program));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString).filter(file -> file.endsWith(suffix)).sorted().forEach(command::add);
        }
        ProgramRun run = ProgramRun.of(command, PROGRAMS, "", Duration.ofMinutes(2));
        assertThat(run.errors()).isEmpty();
        return run.output().lines().filter(line -> line.endsWith(" True")).map(line -> line.split(" ")[0]).toList();
    }
}
