package org.bluescript.language.lexer;

import org.bluescript.language.source.Diagnostics;

/** Reads escape sequences. A wrong one is reported and stands for nothing. */
final class EscapeScanner {
    private final SourceReader reader;
    private final Diagnostics diagnostics;

    EscapeScanner(SourceReader reader, Diagnostics diagnostics) {
        this.reader = reader;
        this.diagnostics = diagnostics;
    }

    /** Reads the sequence at the reader's place, which is at its backslash, and appends what it stands for. */
    void scan(StringBuilder text) {
        int start = reader.offset();
        reader.skip(1);
        if (reader.atEnd()) {
            return;
        }
        if (Characters.isLineEnd(reader.peek())) {
            reader.skipLineEnd();
            return;
        }
        int letter = reader.next();
        switch (letter) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'v' -> text.append((char) 0x0b);
            case 'x' -> hexadecimal(start, 2, text);
            case 'u' -> unicode(start, text);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digit(start, letter, text);
            default -> text.append((char) letter);
        }
    }

    private void digit(int start, int digit, StringBuilder text) {
        if (digit == '0' && !Characters.isDigit(reader.peek())) {
            text.append((char) 0);
            return;
        }
        while (Characters.isDigit(reader.peek())) {
            reader.skip(1);
        }
        diagnostics.error(
                reader.spanFrom(start), "octal escapes are not part of the language", "write two hexadecimal digits: \\x1b");
    }

    private void unicode(int start, StringBuilder text) {
        if (reader.peek() != '{') {
            hexadecimal(start, 4, text);
            return;
        }
        reader.skip(1);
        int digits = reader.offset();
        int value = 0;
        while (Characters.digitValue(reader.peek()) < 16 && value <= Character.MAX_CODE_POINT) {
            value = value * 16 + Characters.digitValue(reader.next());
        }
        if (reader.offset() == digits || reader.peek() != '}' || value > Character.MAX_CODE_POINT) {
            skipDigitsAndBrace();
            diagnostics.error(reader.spanFrom(start), "expected a character's number up to 10ffff in \"\\u{…}\"");
            return;
        }
        reader.skip(1);
        text.appendCodePoint(value);
    }

    private void skipDigitsAndBrace() {
        while (Characters.digitValue(reader.peek()) < 16) {
            reader.skip(1);
        }
        if (reader.peek() == '}') {
            reader.skip(1);
        }
    }

    private void hexadecimal(int start, int count, StringBuilder text) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = reader.atEnd() ? Integer.MAX_VALUE : Characters.digitValue(reader.peek());
            if (digit >= 16) {
                String escape = count == 2 ? "\\x" : "\\u";
                diagnostics.error(
                        reader.spanFrom(start),
                        "expected " + count + " hexadecimal digits after \"" + escape + "\"");
                return;
            }
            value = value * 16 + digit;
            reader.skip(1);
        }
        text.append((char) value);
    }
}
