package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script {@code bluescript}, in a folder of its own with a Java and a Maven that only say how they were called. */
class LauncherTest {
    private static final String TELL_ARGUMENTS = "#!/bin/sh\nfor a; do printf '<%s>\\n' \"$a\"; done\nexit 7\n";

    @TempDir
    private Path folder;

    private Path home;

    private record Run(int status, List<String> arguments, String errors) {}

    @BeforeEach
    void copyTheLauncher() throws IOException {
        home = Files.createDirectories(folder.resolve("a folder/home"));
        Files.copy(Installation.home().resolve("bluescript"), home.resolve("bluescript"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectory(home.resolve("tools"));
        for (String part : List.of("setup.sh", "build.sh", "java-options.sh")) {
            Files.copy(Installation.home().resolve("tools").resolve(part), home.resolve("tools").resolve(part));
        }
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectories(home.resolve("cli/src/main"));
        Files.writeString(home.resolve("cli/pom.xml"), "<project/>");
        Files.createDirectories(home.resolve("mcu-runtime/target"));
        Files.createDirectories(home.resolve("cli/target/lib"));
        Path java = home.resolve("jdk/bin/java");
        program(java, TELL_ARGUMENTS);
        program(home.resolve("commands/mvn"), "#!/bin/sh\necho \"mvn $*\" >> '" + home.resolve("called") + "'\n");
        for (String tool : List.of("arm-none-eabi-gcc", "arm-none-eabi-as", "qemu-system-arm", "make")) {
            program(home.resolve("commands").resolve(tool), "#!/bin/sh\n");
        }
        markAsBuilt();
    }

    private void markAsBuilt() throws IOException {
        FileTime later = FileTime.from(Instant.now().plusSeconds(60));
        for (String stamp : List.of("cli/target/built", "mcu-runtime/target/built", "cli/target/bluescript.aot")) {
            Files.writeString(home.resolve(stamp), stamp.endsWith("aot") ? "" : home.resolve("jdk") + "\n");
            Files.setLastModifiedTime(home.resolve(stamp), later);
        }
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run launch(Path launcher, Path from, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", home.resolve("commands") + ":" + environment.get("PATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        List<String> words = output.lines().toList();
        int main = words.indexOf("<org.bluescript.cli.Main>");
        return new Run(status, words.subList(main + 1, words.size()), errors);
    }

    @Test
    void passesArgumentsAndStatusOn() throws Exception {
        Run run = launch(home.resolve("bluescript"), home, "run", "a b.bs", "", "*", "--count");
        assertThat(run).isEqualTo(new Run(7, List.of("<run>", "<a b.bs>", "<>", "<*>", "<--count>"), ""));
    }

    @Test
    void worksThroughSymbolicLinksFromAnyFolder() throws Exception {
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), home.resolve("bluescript"));
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("absolute"));
        assertThat(launch(absolute, folder, "x.bs").status()).isEqualTo(7);
        assertThat(launch(relative, home.resolve("cli"), "x.bs").status()).isEqualTo(7);
        assertThat(launch(Path.of("./relative"), folder, "x.bs").status()).isEqualTo(7);
        assertThat(launch(Path.of("../bluescript"), home.resolve("cli"), "x.bs").status()).isEqualTo(7);
    }

    @Test
    void buildsNothingThatIsUpToDate() throws Exception {
        launch(home.resolve("bluescript"), home, "x.bs");
        assertThat(home.resolve("called")).doesNotExist();
    }

    @Test
    void buildsWhatIsOlderThanItsSources() throws Exception {
        Path source = Files.writeString(home.resolve("cli/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(120)));
        Run run = launch(home.resolve("bluescript"), home, "x.bs");
        assertThat(Files.readString(home.resolve("called"))).contains("-pl cli -am package");
        assertThat(run.errors()).contains("bluescript: building");
    }

    @Test
    void doctorNeedsNoFirmware() throws Exception {
        Files.delete(home.resolve("mcu-runtime/target/built"));
        launch(home.resolve("bluescript"), home, "doctor");
        assertThat(home.resolve("called")).doesNotExist();
        launch(home.resolve("bluescript"), home, "run", "x.bs");
        assertThat(Files.readString(home.resolve("called"))).contains("-pl mcu-runtime -am package");
    }

    @Test
    void aFailedBuildShowsWhatTheCompilerSaid() throws Exception {
        Files.delete(home.resolve("cli/target/built"));
        program(home.resolve("commands/mvn"),
                "#!/bin/sh\necho '[INFO] x'\necho '[ERROR] New.java:[1,2] error: no'\n"
                        + "echo '[ERROR] Failed to execute goal'\necho '[ERROR] advice'\nexit 1\n");
        Run run = launch(home.resolve("bluescript"), home, "x.bs");
        assertThat(run.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(run.errors()).contains("New.java:[1,2] error: no").doesNotContain("advice").contains("build.log");
    }
}
