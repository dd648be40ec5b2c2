package org.bluescript.backend.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import org.bluescript.language.shadow.math.Comparison;
import org.bluescript.language.shadow.math.Exponential;
import org.bluescript.language.shadow.math.Hypotenuse;
import org.bluescript.language.shadow.math.InverseTrigonometry;
import org.bluescript.language.shadow.math.Power;
import org.bluescript.language.shadow.math.RandomNumbers;
import org.bluescript.language.shadow.math.Remainder;
import org.bluescript.language.shadow.math.Rounding;
import org.bluescript.language.shadow.math.Trigonometry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function at a million points. {@code -Dtwins.points=…} takes more. */
class MathematicsTwinTest {
    private static final int POINTS = Integer.getInteger("twins.points", 1_000_000);

    private static NumbersProgram program;
    private static byte[] points;

    @BeforeAll
    static void build() throws IOException {
        program = NumbersProgram.build();
        points = Points.floats(POINTS);
    }

    @AfterAll
    static void delete() throws IOException {
        program.close();
    }

    /** A function on words: floats by their patterns, every NaN by the same one. */
    private interface Words {
        int apply(int a, int b);
    }

    private interface OneFloat {
        float apply(float x);
    }

    private interface TwoFloats {
        float apply(float x, float y);
    }

    private interface ToInteger {
        int apply(float x);
    }

    /** A twin, by the name that the program knows its function by. */
    record Twin(String name, boolean givesFloat, Words words) {
        static Twin one(String name, OneFloat function) {
            return new Twin(name, true, (a, _) -> Float.floatToIntBits(function.apply(Float.intBitsToFloat(a))));
        }

        static Twin two(String name, TwoFloats function) {
            return new Twin(name, true, (a, b) ->
                    Float.floatToIntBits(function.apply(Float.intBitsToFloat(a), Float.intBitsToFloat(b))));
        }

        static Twin toInteger(String name, ToInteger function) {
            return new Twin(name, false, (a, _) -> function.apply(Float.intBitsToFloat(a)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Twin> twins() {
        return Stream.of(
                Twin.one("sin", Trigonometry::sin), Twin.one("cos", Trigonometry::cos), Twin.one("tan", Trigonometry::tan),
                Twin.one("asin", InverseTrigonometry::asin), Twin.one("acos", InverseTrigonometry::acos),
                Twin.one("atan", InverseTrigonometry::atan), Twin.two("atan2", InverseTrigonometry::atan2),
                Twin.one("exp", Exponential::exp), Twin.one("log", Exponential::log), Twin.one("log2", Exponential::log2),
                Twin.one("log10", Exponential::log10), Twin.two("pow", Power::pow), Twin.two("hypot", Hypotenuse::of),
                Twin.two("float_remainder", Remainder::of), Twin.one("square_root", Power::squareRoot),
                Twin.one("sign_float", Comparison::sign), Twin.two("min_float", Comparison::min),
                Twin.two("max_float", Comparison::max), Twin.toInteger("float_to_integer", Rounding::truncate),
                Twin.toInteger("floor", Rounding::floor), Twin.toInteger("ceil", Rounding::ceil),
                Twin.toInteger("round", Rounding::round));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void bothGiveTheSameBits(Twin twin) throws IOException {
        compare(twin, points);
    }

    @Test
    void integerPowersAreTheSame() throws IOException {
        compare(new Twin("integer_power", false, Power::integer), Points.integers(POINTS));
    }

    @Test
    void integersAndFloatsAreTheSameNumbersOnBothSides() throws IOException {
        compare(new Twin("same_number", false, (a, b) -> Comparison.sameNumber(a, Float.intBitsToFloat(b)) ? 1 : 0),
                Points.mixed(POINTS));
    }

    @Test
    void randomNumbersAreTheSame() throws IOException {
        int[] state = {RandomNumbers.SEED};
        compare(new Twin("random", true, (_, _) -> {
            state[0] = RandomNumbers.next(state[0]);
            return Float.floatToRawIntBits(RandomNumbers.number(state[0]));
        }), points);
    }

    private static void compare(Twin twin, byte[] pairs) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(pairs).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.wrap(program.apply(twin.name, pairs)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(out.remaining()).isEqualTo(pairs.length / 2);
        while (in.hasRemaining()) {
            int a = in.getInt();
            int b = in.getInt();
            int expected = out.getInt();
            if (twin.givesFloat) {
                expected = Float.floatToIntBits(Float.intBitsToFloat(expected));
            }
            int actual = twin.words.apply(a, b);
            if (actual != expected) {
                throw new AssertionError("%s(%s, %s): 0x%08x on the host, 0x%08x on the device".formatted(
                        twin.name, hexadecimal(a), hexadecimal(b), actual, expected));
            }
        }
    }

    private static String hexadecimal(int bits) {
        return "0x%08x = %s".formatted(bits, Float.toHexString(Float.intBitsToFloat(bits)));
    }
}
