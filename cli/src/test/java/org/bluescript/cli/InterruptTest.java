package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, and outputs that go away, with real processes and signals. */
class InterruptTest {
    @ParameterizedTest
    @ValueSource(strings = {"endless-loop", "endless-allocation", "endless-delay", "endless-c-masked"})
    void ctrlCStopsTheProgramAndSaysWhereItWas(String program) throws Exception {
        try (CommandProcess command = CommandProcess.start("../nasty/" + program + ".bs")) {
            assertThat(command.readLine()).isEqualTo("running");
            command.interrupt();
            assertThat(command.waitForExit()).isEqualTo(ExitStatus.INTERRUPTED);
            assertThat(command.errors())
                    .startsWith("../nasty/" + program + ".bs:")
                    .contains(": error: interrupted\n")
                    .contains("  at (top level) (../nasty/" + program + ".bs:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless-loop", "endless-allocation", "endless-delay"})
    void ctrlCStopsAnInterpretedProgram(String program) throws Exception {
        try (CommandProcess command = CommandProcess.start("run", "--interpret", "../nasty/" + program + ".bs")) {
            assertThat(command.readLine()).isEqualTo("running");
            command.interrupt();
            assertThat(command.waitForExit()).isEqualTo(ExitStatus.INTERRUPTED);
            assertThat(command.errors())
                    .startsWith("../nasty/" + program + ".bs:")
                    .contains(": error: interrupted\n")
                    .contains("  at (top level) (../nasty/" + program + ".bs:");
        }
    }

    @Test
    void ctrlCStopsAFunctionThatAnInterpretedProgramRunsOnTheBoard() throws Exception {
        try (CommandProcess command = CommandProcess.start("run", "--interpret", "device-loop.bs")) {
            assertThat(command.readLine()).isEqualTo("running");
            command.interrupt();
            assertThat(command.waitForExit()).isEqualTo(ExitStatus.INTERRUPTED);
            assertThat(command.errors())
                    .startsWith("device-loop.bs:")
                    .contains(": error: interrupted\n")
                    .contains("  at endless (device-loop.bs:")
                    .contains("  at (top level) (device-loop.bs:7)");
        }
    }

    @Test
    void aClosedPipeEndsAnInterpretedProgramQuietly() throws Exception {
        try (CommandProcess command = CommandProcess.start("run", "--interpret", "../nasty/endless-output.bs")) {
            assertThat(command.readLine()).isEqualTo("again");
            command.closeOutput();
            assertThat(command.waitForExit()).isEqualTo(ExitStatus.BROKEN_PIPE);
            assertThat(command.errors()).isEmpty();
        }
    }

    @Test
    void ctrlCStopsAProgramThatPrintsWithoutEnd() throws Exception {
        try (CommandProcess command = CommandProcess.start("../nasty/endless-output.bs")) {
            assertThat(command.readLine()).isEqualTo("again");
            command.interrupt();
            String line = command.readLine();
            while (line != null) {
                assertThat(line).isEqualTo("again");
                line = command.readLine();
            }
            assertThat(command.waitForExit()).isEqualTo(ExitStatus.INTERRUPTED);
            assertThat(command.errors()).contains(": error: interrupted\n");
        }
    }

    @Test
    void aClosedPipeEndsTheProgramQuietly() throws Exception {
        try (CommandProcess command = CommandProcess.start("../nasty/endless-output.bs")) {
            assertThat(command.readLine()).isEqualTo("again");
            command.closeOutput();
            assertThat(command.waitForExit()).isEqualTo(ExitStatus.BROKEN_PIPE);
            assertThat(command.errors()).isEmpty();
        }
    }

    @Test
    void aRunTimeErrorIsTheExitStatus() throws Exception {
        try (CommandProcess command = CommandProcess.start("crash.bs")) {
            assertThat(command.waitForExit()).isEqualTo(ExitStatus.PROGRAM);
        }
    }
}
