package org.bluescript.backend.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed, and what is said about what is not. */
class ToolchainTest {
    @TempDir
    Path folder;

    @Test
    void theMachineThatRunsTheseTestsIsComplete() {
        Toolchain found = Toolchain.find();
        assertThat(found.isComplete()).as(found.missing()::toString).isTrue();
        assertThat(found.programs()).hasSameSizeAs(Program.values());
        assertThat(found.programs().getFirst().describe()).contains("arm-none-eabi-gcc");
    }

    @Test
    void aMissingProgramIsNamedWithItsPackage() {
        Toolchain found = Toolchain.find(folder.toString());
        assertThat(found.missing()).hasSameSizeAs(Program.values());
        assertThat(found.missing().getFirst().describe()).isEqualTo(
                "arm-none-eabi-gcc is not installed; get it with: apt-get install gcc-arm-none-eabi");
        assertThatThrownBy(() -> Program.QEMU.require(folder.toString())).isInstanceOf(ToolchainException.class)
                .hasMessageContaining("apt-get install qemu-system-arm");
    }

    @Test
    void aBrokenProgramIsNotMissing() throws IOException {
        Path broken = Files.writeString(folder.resolve("qemu-system-arm"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));
        FoundProgram found = Toolchain.find(folder.toString()).programs().get(Program.QEMU.ordinal());
        assertThat(found.path()).contains(broken);
        assertThat(found.isUsable()).isFalse();
        assertThat(found.describe()).contains("cannot be started");
    }

    @Test
    void foldersAreNotPrograms() throws IOException {
        Files.createDirectory(folder.resolve("qemu-system-arm"));
        assertThat(Program.QEMU.find("::" + folder)).isEmpty();
    }

    @Test
    void aProgramThatDoesNotEndIsStopped() {
        ToolchainException failure = catchThrowableOfType(ToolchainException.class,
                () -> ProgramRun.of(List.of("tail", "-f", "/dev/null"), folder, "", Duration.ofMillis(50)));
        assertThat(failure.problem()).isInstanceOf(ToolchainProblem.TimedOut.class);
    }

    @Test
    void aProgramThatIsNotThereIsUnusable() {
        ToolchainException failure = catchThrowableOfType(ToolchainException.class,
                () -> ProgramRun.of(List.of("no-such-program"), folder, "", Duration.ofSeconds(5)));
        assertThat(failure.problem()).isInstanceOf(ToolchainProblem.Unusable.class);
    }

    @Test
    void inputThatNobodyReadsIsNoError() {
        ProgramRun run = ProgramRun.of(List.of("true"), folder, "x".repeat(1 << 20), Duration.ofSeconds(10));
        assertThat(run.status()).isZero();
    }

    @Test
    void bothOutputsAreReadAtOnce() {
        ProgramRun run = ProgramRun.of(List.of("sh", "-c", "yes | head -c 300000 >&2; yes | head -c 300000"), folder, "",
                Duration.ofSeconds(10));
        assertThat(run.output()).hasSize(300000);
        assertThat(run.errors()).hasSize(300000);
    }
}
