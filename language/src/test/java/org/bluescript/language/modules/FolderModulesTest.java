package org.bluescript.language.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderModulesTest {
    @TempDir
    Path folder;

    private Path project;
    private FolderModules modules;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        Files.createDirectories(project.resolve("parts"));
        write("project/main.bs", "");
        modules = FolderModules.of(project.resolve("main.bs"));
    }

    @Test
    void mainModuleIsNamedAfterItsFile() {
        assertThat(modules.main().path()).isEqualTo("main");
        assertThat(modules.main().file().name()).isEqualTo(project.resolve("main.bs").toString());
    }

    @Test
    void moduleIsFoundBesideItsImporter() throws IOException {
        write("project/parts/a.bs", "let a = 1");
        write("project/parts/b.bs", "");
        ModuleSource a = found(modules.load(modules.main(), "./parts/a"));
        assertThat(a.path()).isEqualTo("parts/a");
        assertThat(a.file().text()).isEqualTo("let a = 1");
        assertThat(found(modules.load(a, "./b")).path()).isEqualTo("parts/b");
        assertThat(found(modules.load(a, "../main")).path()).isEqualTo("main");
    }

    @Test
    void fileNamedBsIsPreferred() throws IOException {
        write("project/a.ts", "ts");
        assertThat(found(modules.load(modules.main(), "./a")).file().text()).isEqualTo("ts");
        write("project/a.bs", "bs");
        assertThat(found(modules.load(modules.main(), "./a")).file().text()).isEqualTo("bs");
    }

    @Test
    void nothingOutsideTheFolderIsRead() throws IOException {
        write("secret.bs", "");
        assertThat(refusal(modules.load(modules.main(), "../secret"))).contains("leaves the program's folder");
        assertThat(refusal(modules.load(modules.main(), "./parts/../../secret"))).contains("leaves");
    }

    @Test
    void symbolicLinkOutOfTheFolderIsRefused() throws IOException {
        write("secret.bs", "");
        Files.createSymbolicLink(project.resolve("link.bs"), folder.resolve("secret.bs"));
        Files.createSymbolicLink(project.resolve("up"), folder);
        assertThat(refusal(modules.load(modules.main(), "./link"))).contains("leaves the program's folder");
        assertThat(refusal(modules.load(modules.main(), "./up/secret"))).contains("leaves the program's folder");
    }

    @Test
    void symbolicLinkInsideTheFolderIsTheModuleItPointsTo() throws IOException {
        write("project/parts/a.bs", "");
        Files.createSymbolicLink(project.resolve("alias.bs"), project.resolve("parts/a.bs"));
        assertThat(found(modules.load(modules.main(), "./alias")).path()).isEqualTo("parts/a");
    }

    @Test
    void missingModulesAndPackagesAreRefused() {
        assertThat(refusal(modules.load(modules.main(), "./none"))).isEqualTo("there is no module \"./none\"");
        assertThat(refusal(modules.load(modules.main(), "gpio"))).isEqualTo("there is no package \"gpio\"");
    }

    @Test
    void writtenExtensionIsPointedOut() throws IOException {
        write("project/a.bs", "");
        ModuleLoader.Refused refused = (ModuleLoader.Refused) modules.load(modules.main(), "./a.bs");
        assertThat(refused.help()).contains("imports leave out the extension: \"./a\"");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Files.write(project.resolve("a.bs"), new byte[] {(byte) 0xff, 'x'});
        assertThat(refusal(modules.load(modules.main(), "./a"))).contains("is not UTF-8 text");
    }

    private void write(String path, String text) throws IOException {
        Files.write(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8));
    }

    private static ModuleSource found(ModuleLoader.Answer answer) {
        return ((ModuleLoader.Found) answer).module();
    }

    private static String refusal(ModuleLoader.Answer answer) {
        return ((ModuleLoader.Refused) answer).message();
    }
}
