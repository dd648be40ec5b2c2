package org.bluescript.language.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text to numbers, as far as the text is one; the rest is ignored. Takes and gives what the device's {@code parse.c} does.
 * Texts are bytes of UTF-8, of which only ASCII has a meaning here.
 */
public final class NumberReader {
    private static final byte[] INFINITY = "Infinity".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private int at;

    private NumberReader(byte[] text) {
        this.text = text;
    }

    /**
     * Leading blanks, a sign, then decimal digits or {@code 0x} and hexadecimal ones. Saturates. 0 if there is no digit.
     */
    public static int integer(byte[] text) {
        return new NumberReader(text).readInteger();
    }

    /**
     * Leading blanks, a sign, then {@code Infinity} or decimal digits with at most one point and an optional exponent. Rounded
     * to nearest, ties to even, whatever the number of digits. NaN if there is no number.
     */
    public static float decimal(byte[] text) {
        return new NumberReader(text).readDecimal();
    }

    private int readInteger() {
        boolean negative = acceptSign();
        int base = 10;
        if (peek() == '0' && (peekAt(at + 1) | 0x20) == 'x') {
            at += 2;
            base = 16;
        }
        long limit = negative ? 1L << 31 : Integer.MAX_VALUE;
        long value = 0;
        for (int digit = digit(base); digit >= 0; digit = digit(base)) {
            value = Math.min(value * base + digit, limit);
            at++;
        }
        return (int) (negative ? -value : value);
    }

    private float readDecimal() {
        boolean negative = acceptSign();
        int start = at;
        float magnitude;
        if (acceptDigits()) {
            acceptExponent();
            magnitude = Float.parseFloat(new String(text, start, at - start, StandardCharsets.US_ASCII));
        } else {
            int end = Math.min(start + INFINITY.length, text.length);
            boolean infinite = Arrays.equals(text, start, end, INFINITY, 0, INFINITY.length);
            magnitude = infinite ? Float.POSITIVE_INFINITY : Float.NaN;
        }
        return negative ? -magnitude : magnitude;
    }

    /** Digits of which one may be a point; false if there is no digit. */
    private boolean acceptDigits() {
        boolean any = false;
        boolean fraction = false;
        for (;; at++) {
            if (peek() == '.' && !fraction) {
                fraction = true;
            } else if (digit(10) >= 0) {
                any = true;
            } else {
                return any;
            }
        }
    }

    /** All of it, or nothing if it has no digit. */
    private void acceptExponent() {
        int start = at;
        if ((peek() | 0x20) != 'e') {
            return;
        }
        at++;
        if (peek() == '-' || peek() == '+') {
            at++;
        }
        int digits = at;
        while (digit(10) >= 0) {
            at++;
        }
        if (at == digits) {
            at = start;
        }
    }

    /** Leading blanks and a sign; true if it is a minus. */
    private boolean acceptSign() {
        while (peek() == ' ' || peek() >= '\t' && peek() <= '\r') {
            at++;
        }
        boolean negative = peek() == '-';
        if (negative || peek() == '+') {
            at++;
        }
        return negative;
    }

    /** The value of the next character as a digit, or a negative number. */
    private int digit(int base) {
        int c = peek();
        int lower = c | 0x20;
        int value = c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : -1;
        return value < base ? value : -1;
    }

    /** The next character, or 0 at the end. */
    private int peek() {
        return peekAt(at);
    }

    private int peekAt(int index) {
        return index < text.length ? text[index] & 0xff : 0;
    }
}
