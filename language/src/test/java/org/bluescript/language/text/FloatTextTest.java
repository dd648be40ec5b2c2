package org.bluescript.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {
    @ParameterizedTest
    @CsvSource({
        "0f, 0.0", "-0f, -0.0", "1f, 1.0", "-1f, -1.0", "0.1f, 0.1", "100f, 100.0", "3.4028235e38f, 3.4028235e+38",
        "1e20f, 100000000000000000000.0", "1e21f, 1e+21", "9.999999e20f, 999999900000000000000.0", "1.5e21f, 1.5e+21",
        "0.000001f, 0.000001", "0.0000001f, 1e-7", "1.5e-7f, 1.5e-7", "1.17549435e-38f, 1.1754944e-38",
        "1e-45f, 1e-45", "3e-45f, 3e-45", "16777216f, 16777216.0", "123456789f, 123456790.0", "0.3f, 0.3",
        "2e-44f, 2e-44", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity", "1234.5f, 1234.5", "9.5e-44f, 9.5e-44",
    })
    void looksAsTheLanguageSays(float value, String text) {
        assertThat(FloatText.of(value)).isEqualTo(text);
    }

    @Test
    void readsBackToTheSameBits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            String text = FloatText.of(value);
            if (!Float.isNaN(value)) {
                assertThat(Float.floatToRawIntBits(Float.parseFloat(text))).as(text)
                        .isEqualTo(Float.floatToRawIntBits(value));
            }
            assertThat(text).matches("NaN|-?Infinity|-?[0-9]+\\.[0-9]+|-?[0-9](\\.[0-9]+)?e[+-][0-9]+");
        }
    }

    /** Dropping the last digit, rounded down or up, never reads back: there is no shorter text. */
    @Test
    void hasNoDigitTooMany() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 100_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt() & 0x7fffffff);
            if (Float.isNaN(value) || Float.isInfinite(value)) {
                continue;
            }
            java.math.BigDecimal decimal = new java.math.BigDecimal(FloatText.of(value)).stripTrailingZeros();
            if (decimal.precision() > 1) {
                for (var mode : new java.math.RoundingMode[] {java.math.RoundingMode.DOWN, java.math.RoundingMode.UP}) {
                    var shorter = decimal.round(new java.math.MathContext(decimal.precision() - 1, mode));
                    assertThat(shorter.floatValue()).as("%s for %s", shorter, decimal).isNotEqualTo(value);
                }
            }
        }
    }
}
