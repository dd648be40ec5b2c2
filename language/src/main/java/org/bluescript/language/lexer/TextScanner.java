package org.bluescript.language.lexer;

import java.util.Optional;

import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.Span;

/** Reads what stands between quotes or backticks (ECMA-262, 12.9.4 and 12.9.6). */
final class TextScanner {
    private final SourceReader reader;
    private final Diagnostics diagnostics;
    private final EscapeScanner escapes;

    TextScanner(SourceReader reader, Diagnostics diagnostics) {
        this.reader = reader;
        this.diagnostics = diagnostics;
        this.escapes = new EscapeScanner(reader, diagnostics);
    }

    /** Reads the string at the reader's place, which is at its opening quote; gives its characters. */
    String string() {
        int start = reader.offset();
        int quote = reader.next();
        StringBuilder text = new StringBuilder();
        while (reader.peek() != quote) {
            // The two Unicode line ends may stand in a string; the other two end the line and with it the string.
            if (reader.atEnd() || reader.peek() == '\n' || reader.peek() == '\r') {
                diagnostics.error(reader.spanFrom(start), "this string is not closed before the end of the line");
                return text.toString();
            }
            character(text);
        }
        reader.skip(1);
        return checked(text, reader.spanFrom(start));
    }

    /**
     * Reads a part of a template up to the backtick or <code>${</code> that ends it, which stays unread; empty if the file ends
     * before. A line end counts as LF however it is written.
     */
    Optional<String> templatePart() {
        int start = reader.offset();
        StringBuilder text = new StringBuilder();
        while (!atPartEnd()) {
            if (reader.atEnd()) {
                return Optional.empty();
            }
            if (reader.peek() == '\r') {
                reader.skipLineEnd();
                text.append('\n');
            } else {
                character(text);
            }
        }
        return Optional.of(checked(text, reader.spanFrom(start)));
    }

    /**
     * Reads a part of inline C like a template part, but gives it as it is written: backslashes are C's business; only that the
     * character after one ends nothing.
     */
    Optional<String> codePart() {
        int start = reader.offset();
        while (!atPartEnd()) {
            if (reader.atEnd()) {
                return Optional.empty();
            }
            reader.skip(reader.peek() == '\\' ? 2 : 1);
        }
        return Optional.of(reader.textFrom(start));
    }

    private boolean atPartEnd() {
        return reader.peek() == '`' || reader.peek() == '$' && reader.peek(1) == '{';
    }

    private void character(StringBuilder text) {
        if (reader.peek() == '\\') {
            escapes.scan(text);
        } else {
            text.append((char) reader.next());
        }
    }

    /** Strings hold UTF-8, where half of a surrogate pair has no place. */
    private String checked(StringBuilder text, Span span) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int character = Character.codePointAt(text, i);
                if (Character.isSupplementaryCodePoint(character)) {
                    i++;
                } else {
                    diagnostics.error(
                            span,
                            "\"\\u%04x\" is half a character: strings hold whole characters, as UTF-8"
                                    .formatted(character));
                    return text.toString().replaceAll("[\\ud800-\\udfff]", "?");
                }
            }
        }
        return text.toString();
    }
}
