package org.bluescript.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bluescript.backend.tools.Program;
import org.bluescript.backend.tools.Toolchain;
import org.bluescript.cli.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {
    @Test
    void findsNothingMissingWhereTheTestsRun() {
        List<Finding> findings = new Examination(Installation.home(), Toolchain.searchPath()).run();
        assertThat(findings).noneMatch(finding -> finding.state() == Finding.State.MISSING);
        assertThat(findings).extracting(Finding::subject).contains("Java", "firmware for stm32f405");
    }

    @Test
    void saysHowToGetWhatIsMissing(@TempDir Path empty) throws Exception {
        Files.createDirectories(empty.resolve("mcu-runtime/boards"));
        List<Finding> findings = new Examination(empty, empty.toString()).run();
        assertThat(findings)
                .filteredOn(finding -> finding.state() == Finding.State.MISSING)
                .hasSize(Program.values().length + 1) // and newlib
                .allMatch(finding -> finding.remedy().startsWith("apt-get install "));
    }

    @Test
    void aFolderWithoutBoardsIsSaidToBeBroken(@TempDir Path empty) {
        assertThat(new Examination(empty, "").run())
                .anyMatch(finding -> finding.subject().equals("boards") && finding.state() == Finding.State.MISSING);
    }
}
