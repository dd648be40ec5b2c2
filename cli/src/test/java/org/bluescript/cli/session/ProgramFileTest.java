package org.bluescript.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bluescript.cli.CommandException;
import org.bluescript.cli.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFileTest {
    @TempDir
    private Path folder;

    private void refused(Path file, String message) {
        assertThatThrownBy(() -> ProgramFile.open(file.toString()))
                .isInstanceOfSatisfying(CommandException.class, e -> {
                    assertThat(e.exitStatus()).isEqualTo(ExitStatus.WORLD);
                    assertThat(e.getMessage()).isEqualTo(message.replace("FILE", file.toString()));
                });
    }

    @Test
    void aFileIsOpened() throws Exception {
        Path file = Files.writeString(folder.resolve("a.bs"), "print(1);");
        assertThat(ProgramFile.open(file.toString()).main().file().text()).isEqualTo("print(1);");
    }

    @Test
    void anEmptyFileIsAProgram() throws Exception {
        Path file = Files.writeString(folder.resolve("a.ts"), "");
        assertThat(ProgramFile.open(file.toString()).main().file().text()).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        refused(folder.resolve("a.bs"), "there is no file FILE");
    }

    @Test
    void aForgottenExtensionIsSuggested() throws Exception {
        Files.writeString(folder.resolve("a.ts"), "");
        assertThatThrownBy(() -> ProgramFile.open(folder.resolve("a").toString()))
                .isInstanceOfSatisfying(CommandException.class,
                        e -> assertThat(e.help()).containsExactly("did you mean " + folder.resolve("a.ts") + "?"));
    }

    @Test
    void foldersDevicesAndOtherKindsOfFilesAreRefused() throws Exception {
        refused(folder, "FILE is a folder");
        refused(Path.of("/dev/null"), "FILE is not a file");
        refused(Files.writeString(folder.resolve("a.js"), ""), "FILE is not a BlueScript file");
    }

    @Test
    void textInAnotherEncodingIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("a.bs"), new byte[] {'"', (byte) 0xe9, '"'});
        refused(file, "FILE is not UTF-8 text");
    }

    @Test
    void brokenLinksAndCirclesOfLinksAreRefused() throws Exception {
        refused(Files.createSymbolicLink(folder.resolve("a.bs"), Path.of("nowhere")), "FILE is a symbolic link to nothing");
        refused(Files.createSymbolicLink(folder.resolve("b.bs"), Path.of("b.bs")), "FILE is a symbolic link to nothing");
    }

    @Test
    void aNameThatCannotBeOneIsAMistakeOnTheCommandLine() {
        assertThatThrownBy(() -> ProgramFile.open("a\0.bs")).isInstanceOfSatisfying(CommandException.class,
                e -> assertThat(e.exitStatus()).isEqualTo(ExitStatus.USAGE));
        assertThatThrownBy(() -> ProgramFile.open("")).isInstanceOfSatisfying(CommandException.class,
                e -> assertThat(e.exitStatus()).isEqualTo(ExitStatus.USAGE));
    }
}
