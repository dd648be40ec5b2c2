package org.bluescript.language.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Random;

import org.junit.jupiter.api.Test;

class WordTest {
    private static final int FIRST_BOXED_EXPONENT = 192;

    @Test
    void integersOf29BitsComeBack() {
        for (int value : new int[] {0, 1, -1, (1 << 28) - 1, -(1 << 28), 12345}) {
            int word = Word.ofInteger(value).orElseThrow();
            assertThat(Word.isInteger(word)).isTrue();
            assertThat(Word.toInteger(word)).isEqualTo(value);
        }
    }

    @Test
    void greaterIntegersNeedABox() {
        for (int value : new int[] {1 << 28, -(1 << 28) - 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(Word.ofInteger(value)).isEqualTo(OptionalInt.empty());
        }
    }

    @Test
    void floatsBelow2To65ComeBackBitForBit() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            int bits = random.nextInt();
            int exponent = bits >>> 23 & 0xff;
            OptionalInt word = Word.ofFloat(Float.intBitsToFloat(bits));
            if (exponent < FIRST_BOXED_EXPONENT) {
                assertThat(Word.isFloat(word.orElseThrow())).isTrue();
                assertThat(Float.floatToRawIntBits(Word.toFloat(word.orElseThrow()))).isEqualTo(bits);
            } else if (exponent != 0xff) {
                assertThat(word).isEqualTo(OptionalInt.empty());
            }
        }
    }

    @Test
    void zerosAndSubnormalsNeedNoBox() {
        for (float value : new float[] {0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE}) {
            int word = Word.ofFloat(value).orElseThrow();
            assertThat(Float.floatToRawIntBits(Word.toFloat(word))).isEqualTo(Float.floatToRawIntBits(value));
        }
    }

    @Test
    void constantsArePointersAndDistinct() {
        int[] constants = {
            Word.NULL, Word.FALSE, Word.TRUE, Word.NAN, Word.INFINITY, Word.NEGATIVE_INFINITY
        };
        assertThat(constants).doesNotHaveDuplicates();
        for (int word : constants) {
            assertThat(word & Word.TAG_MASK).isEqualTo(Word.TAG_POINTER);
            assertThat(Word.isFloat(word)).isFalse();
        }
        assertThat(Word.ofReference(Address.NULL)).isEqualTo(Word.NULL);
        assertThat(Word.ofFloat(Float.NaN)).isEqualTo(OptionalInt.of(Word.NAN));
    }

    @Test
    void referencesComeBack() {
        Address object = Address.of(0x2000_1238);
        assertThat(Word.toReference(Word.ofReference(object))).isEqualTo(object);
    }
}
