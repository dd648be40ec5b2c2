package org.bluescript.language.lexer;

/** The classes of characters (ECMA-262, 12.2, 12.3, 12.7). */
final class Characters {
    private Characters() {}

    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    /** White space within a line; the byte order mark counts as such. */
    static boolean isSpace(int c) {
        return c == ' '
                || c == '\t'
                || c == 0x0b
                || c == 0x0c
                || c == 0xfeff
                || c > 0x7f && Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c == '$'
                || c > 0x7f && Character.isUnicodeIdentifierStart(c);
    }

    static boolean isNamePart(int c) {
        return isNameStart(c)
                || isDigit(c)
                || c > 0x7f && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The value of a digit, letters counting from 10 on, or a number that is no base's digit. */
    static int digitValue(int c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : Integer.MAX_VALUE;
    }
}
