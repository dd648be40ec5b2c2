package org.bluescript.link.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bluescript.link.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardsTest {
    private static final Path HOME = Path.of(System.getProperty("bluescript.home"));

    @TempDir
    private Path home;

    private Path write(String name, String json) throws IOException {
        Path folder = Files.createDirectories(home.resolve("mcu-runtime/boards").resolve(name));
        return Files.writeString(folder.resolve("board.json"), json);
    }

    private static String good() throws IOException {
        return Files.readString(HOME.resolve("mcu-runtime/boards/stm32f405/board.json"));
    }

    @Test
    void ourBoardsAreListed() {
        assertThat(new Boards(HOME).list()).extracting(Board::name).contains("mps2-an386", "stm32f405");
    }

    @Test
    void boardIsWhatItsFileSays() {
        Board board = new Boards(HOME).find(Boards.DEFAULT);
        assertThat(board.core()).isEqualTo("cortex-m4");
        assertThat(board.fpu()).isEqualTo("fpv4-sp-d16");
        assertThat(board.memory()).contains(new Board.Memory("sram", 0x20000000, 0x20000));
        assertThat(board.baud()).isEqualTo(115200);
        assertThat(board.firmware()).isEqualTo(
                HOME.resolve("mcu-runtime/target/stm32f405/firmware.elf").toAbsolutePath().normalize());
        assertThat(board.emulator().orElseThrow().machines()).containsExactly("olimex-stm32-h405", "netduinoplus2");
    }

    @Test
    void unknownBoardIsRefusedWithTheNamesThereAre() throws IOException {
        write("stm32f405", good());
        assertThatThrownBy(() -> new Boards(home).find("esp32"))
                .isInstanceOfSatisfying(LinkException.BoardUnknown.class,
                        unknown -> assertThat(unknown.available()).containsExactly("stm32f405"))
                .hasMessage("there is no board \"esp32\"; there are: stm32f405");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'\"core\": \"cortex-m4\",' | '' | '\"core\" is missing'",
        "'\"0x20000\"' | '\"lots\"' | '\"size\" is no 32-bit address: lots'",
        "'115200' | '-1' | '\"baud\" is no positive number'",
        "'\"stm32f405\"' | '\"other\"' | '\"name\" is \"other\", the folder''s is \"stm32f405\"'",
        "'\"memory\": [' | '\"memory\" [' | 'line 7: '",
    })
    void brokenFileIsNamedWithItsFault(String part, String replacement, String complaint) throws IOException {
        Path file = write("stm32f405", good().replaceFirst(java.util.regex.Pattern.quote(part),
                java.util.regex.Matcher.quoteReplacement(replacement == null ? "" : replacement)));
        assertThatThrownBy(() -> new Boards(home).find("stm32f405"))
                .isInstanceOf(LinkException.BoardFileBroken.class)
                .hasMessageStartingWith("board file " + file + ": ")
                .hasMessageContaining(complaint);
    }

    @Test
    void firstMachineThatTheEmulatorHasIsChosenAndRemembered() throws IOException {
        Path emulator = home.resolve("qemu-fake");
        Files.writeString(emulator, """
                #!/bin/sh
                echo asked >> "$(dirname "$0")/log"
                echo 'Supported machines are:'
                echo 'second               The second'
                echo 'third                The third'
                """);
        assertThat(emulator.toFile().setExecutable(true)).isTrue();
        MachineChooser chooser = new MachineChooser(home.resolve("cache"));
        Board.Emulator description =
                new Board.Emulator("qemu-fake", "qemu", List.of("first", "second", "third"), List.of());
        assertThat(chooser.choose(description, home.toString())).isEqualTo("second");
        assertThat(chooser.choose(description, home.toString())).isEqualTo("second");
        assertThat(Files.readAllLines(home.resolve("log"))).hasSize(1);

        Board.Emulator none = new Board.Emulator("qemu-fake", "qemu", List.of("first"), List.of());
        assertThatThrownBy(() -> chooser.choose(none, home.toString()))
                .isInstanceOf(LinkException.EmulatorMissing.class)
                .hasMessageEndingWith("qemu-fake has none of the machines first");
    }

    @Test
    void missingEmulatorSaysHowToInstallIt() {
        Board.Emulator description = new Board.Emulator("qemu-none", "qemu-package", List.of("m"), List.of());
        assertThatThrownBy(() -> new MachineChooser(home).choose(description, home.toString()))
                .isInstanceOfSatisfying(LinkException.EmulatorMissing.class,
                        missing -> assertThat(missing.nextStep()).contains("apt-get install qemu-package"))
                .hasMessage("qemu-none is not installed");
    }
}
