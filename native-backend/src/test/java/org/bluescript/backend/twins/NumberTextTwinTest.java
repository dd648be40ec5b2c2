package org.bluescript.backend.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bluescript.language.text.FloatText;
import org.bluescript.language.text.NumberReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers to text and back. {@code -Dtwins.points=…} takes more than a million of each. */
class NumberTextTwinTest {
    private static final int POINTS = Integer.getInteger("twins.points", 1_000_000);
    private static final String ALPHABET = "0123456789012345678901234567890123456789....eE++--xX abfINFinity\t\n";

    private static NumbersProgram program;

    @BeforeAll
    static void build() throws IOException {
        program = NumbersProgram.build();
    }

    @AfterAll
    static void delete() throws IOException {
        program.close();
    }

    @Test
    void floatsHaveTheSameText() throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Points.floats((POINTS + 1) / 2)).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.wrap(program.apply("format", in.array()));
        while (in.hasRemaining()) {
            float value = in.getFloat();
            byte[] text = new byte[out.get()];
            out.get(text);
            String expected = new String(text, StandardCharsets.US_ASCII);
            if (!FloatText.of(value).equals(expected)) {
                assertThat(FloatText.of(value)).as(Float.toHexString(value)).isEqualTo(expected);
            }
        }
        assertThat(out.hasRemaining()).isFalse();
    }

    @Test
    void textsAreTheSameNumbers() throws IOException {
        List<byte[]> texts = texts();
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        for (byte[] text : texts) {
            in.write(text.length);
            in.write(text);
        }
        ByteBuffer out = ByteBuffer.wrap(program.apply("parse", in.toByteArray())).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] text : texts) {
            int decimal = Float.floatToIntBits(out.getFloat());
            int integer = out.getInt();
            if (Float.floatToIntBits(NumberReader.decimal(text)) != decimal || NumberReader.integer(text) != integer) {
                throw new AssertionError("\"%s\": 0x%08x and %d on the host, 0x%08x and %d on the device".formatted(
                        new String(text, StandardCharsets.ISO_8859_1), Float.floatToIntBits(NumberReader.decimal(text)),
                        NumberReader.integer(text), decimal, integer));
            }
        }
        assertThat(out.hasRemaining()).isFalse();
    }

    private static List<byte[]> texts() {
        List<byte[]> texts = new ArrayList<>();
        for (String text : List.of("", " ", "-", "+", ".", "-.", "e5", ".e5", "5.", ".5", "5.e1", "1e", "1e+", "1e-x", "1.2.3",
                "Infinity", "-Infinity", "+Infinit", "infinity", "NaN", "0x", "0x1f", "-0X10", "0xg", "2147483647",
                "2147483648", "-2147483648", "-2147483649", "99999999999999999999", "0xffffffff", "-0", "0e999", "1e999",
                "1e-999", "1e99999999999", "\u000b\f\r 12", "--1", "1_000", "1e39", "3.4028235677973366e38", "3.4028236e38")) {
            texts.add(text.getBytes(StandardCharsets.UTF_8));
        }
        SplittableRandom random = new SplittableRandom(POINTS);
        while (texts.size() < POINTS) {
            String text = switch (random.nextInt(10)) {
                case 0 -> scrambled(random);
                case 1 -> digits(random, 1 + random.nextInt(30)) + "." + digits(random, random.nextInt(60)) + "e"
                        + (random.nextInt(120) - 70);
                case 2 -> midpoint(random);
                case 3 -> Integer.toString(random.nextInt()) + digits(random, random.nextInt(3));
                default -> FloatText.of(Points.any(random));
            };
            texts.add(text.getBytes(StandardCharsets.US_ASCII));
        }
        return texts;
    }

    private static String scrambled(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(16); i > 0; i--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String digits(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    /** Exactly between two floats, or as little above as can be written. */
    private static String midpoint(SplittableRandom random) {
        int bits = random.nextInt(0x7f7f_ffff);
        double middle = ((double) Float.intBitsToFloat(bits) + Float.intBitsToFloat(bits + 1)) / 2;
        String text = new BigDecimal(middle).toString().replace("E+", "e").replace('E', 'e');
        boolean plain = text.indexOf('e') < 0 && text.indexOf('.') >= 0;
        return plain && random.nextBoolean() ? text + "000001" : text;
    }
}
