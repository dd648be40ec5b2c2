package org.bluescript.language.lexer;

import org.bluescript.language.source.Diagnostics;

/**
 * Reads numbers (ECMA-262, 12.9.3). Whether an integer fits its type is not decided here: 2147483648 may follow a minus.
 * A float is the nearest binary32; what is too large for it becomes infinity, as in TypeScript, and what is too small, zero.
 */
final class NumberScanner {
    /** What a number's text says; bit patterns and plain integers differ in what fits 32 bits. */
    record Number(TokenKind kind, double value) {}

    private final SourceReader reader;
    private final Diagnostics diagnostics;
    private boolean misplacedSeparator;

    NumberScanner(SourceReader reader, Diagnostics diagnostics) {
        this.reader = reader;
        this.diagnostics = diagnostics;
    }

    /** Reads the number at the reader's place: a digit, or a point before a digit. Complains at most once. */
    Number scan() {
        int start = reader.offset();
        misplacedSeparator = false;
        Number number = reader.peek() == '0' && radix(reader.peek(1)) != 0 ? bitPattern(start) : decimal(start);
        if (reader.peek() == 'n' && !Characters.isNamePart(reader.peek(1))) {
            reader.skip(1);
            diagnostics.error(reader.spanFrom(start), "big integers are not part of the language");
        } else if (Characters.isNamePart(reader.peekCharacter())) {
            reader.skipName();
            diagnostics.error(reader.spanFrom(start), "\"" + reader.textFrom(start) + "\" is neither a number nor a name");
        } else if (misplacedSeparator) {
            diagnostics.error(reader.spanFrom(start), "\"_\" in a number must stand between two digits");
        } else {
            return number;
        }
        return new Number(TokenKind.INTEGER, 0);
    }

    private static int radix(int letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private Number bitPattern(int start) {
        int radix = radix(reader.peek(1));
        reader.skip(2);
        int digits = reader.offset();
        double value = digits(radix);
        if (reader.offset() == digits && !Characters.isNamePart(reader.peekCharacter())) {
            diagnostics.error(reader.spanFrom(start), "expected digits after \"" + reader.textFrom(start) + "\"");
        }
        return new Number(TokenKind.BIT_PATTERN, value);
    }

    private Number decimal(int start) {
        double value = digits(10);
        if (hasLeadingZero(start)) {
            return leadingZero(start);
        }
        boolean isFloat = false;
        if (reader.peek() == '.') {
            isFloat = true;
            reader.skip(1);
            digits(10);
        }
        if ((reader.peek() | 0x20) == 'e' && exponentFollows()) {
            isFloat = true;
            reader.skip(Characters.isDigit(reader.peek(1)) ? 1 : 2);
            digits(10);
        }
        if (!isFloat) {
            return new Number(TokenKind.INTEGER, value);
        }
        return new Number(TokenKind.FLOAT, Float.parseFloat(reader.textFrom(start).replace("_", "")));
    }

    private boolean exponentFollows() {
        int sign = reader.peek(1);
        return Characters.isDigit(sign) || (sign == '+' || sign == '-') && Characters.isDigit(reader.peek(2));
    }

    private boolean hasLeadingZero(int start) {
        return reader.offset() - start > 1 && reader.textFrom(start).charAt(0) == '0';
    }

    private Number leadingZero(int start) {
        String digits = reader.textFrom(start).replace("_", "").replaceFirst("^0+(?=.)", "");
        boolean isOctal = digits.chars().allMatch(c -> c < '8');
        if (reader.peek() == '.' && Characters.isDigit(reader.peek(1))) {
            reader.skip(1);
            digits(10);
        }
        diagnostics.error(
                reader.spanFrom(start),
                "a number must not begin with a superfluous 0",
                isOctal ? "write 0o" + digits + " for octal, " + digits + " for decimal" : "write " + digits);
        misplacedSeparator = false;
        return new Number(TokenKind.INTEGER, 0);
    }

    /** Reads digits and the separators among them. */
    private double digits(int radix) {
        double value = 0;
        boolean afterDigit = false;
        while (true) {
            int c = reader.peek();
            int digit = c == SourceReader.END ? Integer.MAX_VALUE : Characters.digitValue(c);
            if (digit < radix) {
                value = value * radix + digit;
                afterDigit = true;
            } else if (c == '_') {
                int next = reader.peek(1);
                misplacedSeparator |=
                        !afterDigit || next == SourceReader.END || Characters.digitValue(next) >= radix;
                afterDigit = false;
            } else {
                return value;
            }
            reader.skip(1);
        }
    }
}
