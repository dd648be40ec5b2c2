package org.bluescript.link.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void escapeSequencesAreShown() {
        assertThat(VisibleText.of("\u001b]0;title\u0007\u009b2J\b\u007f")).isEqualTo("\\x1b]0;title\\x07\\x9b2J\\x08\\x7f");
    }

    @Test
    void lineEndsAndTabsStay() {
        assertThat(VisibleText.of("a\tb\r\nc\rd\n")).isEqualTo("a\tb\nc\\x0dd\n");
    }

    @Test
    void charactersThatReorderTextAreShown() {
        assertThat(VisibleText.of("a\u202eb\u2028\ufeff")).isEqualTo("a\\u202eb\\u2028\\ufeff");
    }

    @Test
    void otherCharactersStay() {
        assertThat(VisibleText.of("Grüße, 世界 😀")).isEqualTo("Grüße, 世界 😀");
    }
}
