package org.bluescript.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileChangesTest {
    private final FileChanges changes = new FileChanges();

    @Test
    void whatIsNewStandsWhereItStandsInTheFile() {
        assertThat(changes.of(List.of("let a = 1", "f(\n)"))).isEqualTo("let a = 1\nf(\n)\n");
        changes.take();
        assertThat(changes.of(List.of("let a = 1", "g()", "f(\n)"))).isEqualTo("\ng()\n\n\n");
    }

    @Test
    void whatWasNotTakenIsStillNew() {
        changes.of(List.of("let a = 1"));
        assertThat(changes.of(List.of("let a = 1"))).isEqualTo("let a = 1\n");
        changes.take();
        assertThat(changes.of(List.of("  let a = 1"))).isBlank();
    }

    @Test
    void aPieceThatComesTwiceIsNewOnce() {
        changes.of(List.of("step()"));
        changes.take();
        assertThat(changes.of(List.of("step()", "step()"))).isEqualTo("\nstep()\n");
    }
}
