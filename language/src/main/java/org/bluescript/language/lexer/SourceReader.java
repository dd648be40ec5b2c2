package org.bluescript.language.lexer;

import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;

/** A place in a file's text that moves forward. */
final class SourceReader {
    /** What {@link #peek} gives behind the end; no character and in no class. */
    static final int END = -1;

    private final SourceFile file;
    private final String text;
    private int offset;

    SourceReader(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    int offset() {
        return offset;
    }

    boolean atEnd() {
        return offset >= text.length();
    }

    /** The UTF-16 unit at the place. */
    int peek() {
        return peek(0);
    }

    /** The UTF-16 unit {@code distance} units ahead. */
    int peek(int distance) {
        int index = offset + distance;
        return index < text.length() ? text.charAt(index) : END;
    }

    /** The character at the place, which may take two units. */
    int peekCharacter() {
        return atEnd() ? END : text.codePointAt(offset);
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, offset);
    }

    void skip(int units) {
        offset = Math.min(offset + units, text.length());
    }

    /** The unit at the place, which is left behind. */
    int next() {
        int unit = peek();
        skip(1);
        return unit;
    }

    /** Leaves one line end behind; CR LF is one. */
    void skipLineEnd() {
        skip(startsWith("\r\n") ? 2 : 1);
    }

    void skipToLineEnd() {
        while (!atEnd() && !Characters.isLineEnd(peek())) {
            skip(1);
        }
    }

    void skipName() {
        while (Characters.isNamePart(peekCharacter())) {
            skip(Character.charCount(peekCharacter()));
        }
    }

    /** Everything from {@code start} to the place. */
    String textFrom(int start) {
        return text.substring(start, offset);
    }

    /** Everything from {@code start} to the place. */
    Span spanFrom(int start) {
        return new Span(file, start, offset);
    }
}
