package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bluescript.link.board.Board;
import org.bluescript.link.board.Boards;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code --port}: the board behind a pseudo-terminal, as a real one is behind its serial port. */
class SerialPortTest {
    private static Process emulator;
    private static String port;

    private record Answer(int status, String output, String errors) {}

    @BeforeAll
    static void bootBehindATerminal() throws Exception {
        Board board = new Boards(Installation.home()).find("stm32f405");
        emulator = new ProcessBuilder("qemu-system-arm", "-M", "netduinoplus2", "-kernel", board.firmware().toString(),
                "-icount", "shift=0", "-serial", "pty", "-display", "none", "-monitor", "none", "-nodefaults")
                .redirectErrorStream(true)
                .start();
        BufferedReader said = emulator.inputReader();
        String line = said.readLine();
        while (!line.contains("/dev/pts/")) {
            line = said.readLine();
        }
        port = line.substring(line.indexOf("/dev/pts/")).split(" ")[0];
    }

    @AfterAll
    static void end() {
        emulator.destroyForcibly();
    }

    private static Answer run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = CommandRunner.run(Console.of(output, errors), new Interrupts(), arguments);
        return new Answer(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    @Test
    void programsRunOneAfterTheOtherOnTheSameDevice() {
        Answer hello = new Answer(ExitStatus.OK, "hello 1 2.5 true undefined\n", "and an error\n");
        assertThat(run("--port", port, "hello.bs")).isEqualTo(hello);
        assertThat(run("--port", port, "crash.bs").status()).isEqualTo(ExitStatus.PROGRAM);
        assertThat(run("--port", port, "hello.bs")).isEqualTo(hello);
    }

    @Test
    void aDeviceOfAnotherKindIsRefused() {
        Answer answer = run("--port", port, "--board", "mps2-an386", "hello.bs");
        assertThat(answer.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(answer.errors())
                .contains("the device at " + port + " is a stm32f405, not a mps2-an386")
                .contains("help: say so: --board stm32f405");
    }

    @Test
    void aPortThatDoesNotExistIsRefused() {
        Answer answer = run("--port", "/dev/nothing", "hello.bs");
        assertThat(answer.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(answer.errors()).startsWith("error: there is no port /dev/nothing");
    }

    @Test
    void aPortWhereNobodyAnswersIsGivenUp() throws Exception {
        Path silent = Path.of("/dev/ptmx");
        Answer answer = run("--port", silent.toString(), "hello.bs");
        assertThat(answer.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(List.of(answer.errors().split("\n"))).hasSizeGreaterThanOrEqualTo(2);
    }
}
