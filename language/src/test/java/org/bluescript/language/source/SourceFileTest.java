package org.bluescript.language.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFileTest {
    private final SourceFile file = SourceFile.of("a.bs", "ab\r\n\ncd\re\u2028f");

    @Test
    void everyKindOfLineEndEndsALine() {
        assertThat(file.line(1)).isEqualTo("ab");
        assertThat(file.line(2)).isEmpty();
        assertThat(file.line(3)).isEqualTo("cd");
        assertThat(file.line(4)).isEqualTo("e");
        assertThat(file.line(5)).isEqualTo("f");
    }

    @Test
    void positionsCountFromOne() {
        assertThat(file.position(0)).isEqualTo(new Position(1, 1));
        assertThat(file.position(2)).isEqualTo(new Position(1, 3));
        assertThat(file.position(4)).isEqualTo(new Position(2, 1));
        assertThat(file.position(6)).isEqualTo(new Position(3, 2));
        assertThat(file.position(file.text().length())).isEqualTo(new Position(5, 2));
    }

    @Test
    void anEmptyFileHasOneEmptyLine() {
        SourceFile empty = SourceFile.of("a.bs", "");
        assertThat(empty.line(1)).isEmpty();
        assertThat(empty.position(0)).isEqualTo(new Position(1, 1));
    }
}
