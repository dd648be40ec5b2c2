package org.bluescript.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "' \t-7x', -7", "+5, 5", "0x1F, 31", "-0x10, -16", "0x, 0", "abc, 0", "'', 0", "1.9, 1",
            "2147483648, 2147483647", "-2147483649, -2147483648", "0xffffffff, 2147483647"})
    void integersEndWhereDigitsDoAndSaturate(String text, int value) {
        assertThat(NumberReader.integer(bytes(text))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5", "' -.5e1x', -5", "5., 5", "1e, 1", "1e+, 1", "1.2.3, 1.2", "0.1, 0.1", "1e39, Infinity",
            "-Infinityx, -Infinity", "16777217, 16777216", "1e-46, 0"})
    void floatsEndWhereTheNumberDoesAndAreRounded(String text, float value) {
        assertThat(NumberReader.decimal(bytes(text))).isEqualTo(value);
    }

    @Test
    void whatIsNoNumberIsNaN() {
        for (String text : new String[] {"", "-", ".", "e5", "Infinit", "infinity", "NaN", "x1"}) {
            assertThat(NumberReader.decimal(bytes(text))).as(text).isNaN();
        }
    }
}
