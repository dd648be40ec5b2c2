package org.bluescript.language.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers read from text, as {@code parseInt} and {@code parseFloat} do on the device ({@code parse.c}). */
public final class NumberText {
    private static final String BLANKS_AND_SIGN = "[ \\t-\\r]*([-+]?)";
    private static final Pattern INTEGER = Pattern.compile(BLANKS_AND_SIGN + "(?:0[xX]([0-9a-fA-F]*)|([0-9]*))");
    private static final Pattern FLOAT = Pattern.compile(
            BLANKS_AND_SIGN + "(?:((?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)|(Infinity)|)");

    private NumberText() {}

    /** Decimal, or hexadecimal behind {@code 0x}, after blanks and a sign; saturates; 0 if there is no digit. */
    public static int parseInteger(byte[] text) {
        Matcher matcher = matcher(INTEGER, text);
        boolean negative = matcher.group(1).equals("-");
        boolean hexadecimal = matcher.group(2) != null;
        String digits = hexadecimal ? matcher.group(2) : matcher.group(3);
        long limit = negative ? -(long) Integer.MIN_VALUE : Integer.MAX_VALUE;
        long value = 0;
        for (int i = 0; i < digits.length() && value < limit; i++) {
            value = Math.min(limit, value * (hexadecimal ? 16 : 10) + Character.digit(digits.charAt(i), 16));
        }
        return (int) (negative ? -value : value);
    }

    /** Correctly rounded; {@code Infinity} is understood; NaN if there is no number. */
    public static float parseFloat(byte[] text) {
        Matcher matcher = matcher(FLOAT, text);
        float magnitude = matcher.group(2) != null
                ? Float.parseFloat(matcher.group(2))
                : matcher.group(3) != null ? Float.POSITIVE_INFINITY : Float.NaN;
        return matcher.group(1).equals("-") ? -magnitude : magnitude;
    }

    /** The beginning of the text that the pattern, which matches nothing too, describes. */
    private static Matcher matcher(Pattern pattern, byte[] text) {
        Matcher matcher = pattern.matcher(new String(text, StandardCharsets.ISO_8859_1));
        if (!matcher.lookingAt()) {
            throw new IllegalStateException("a pattern that must match does not: " + pattern);
        }
        return matcher;
    }
}
