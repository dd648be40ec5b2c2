package org.bluescript.cli.prompt;

import java.util.List;

import org.bluescript.language.session.EnteredText;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether what was typed is whole, and which name the cursor stands in. */
public final class CodeParser implements Parser {
    /** The name before the cursor; {@code word} is empty where there is none. */
    private record NameAtCursor(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        boolean isCommand = line.startsWith(":");
        if (context == ParseContext.ACCEPT_LINE && !isCommand && EnteredText.read("line", line).incomplete()) {
            throw new EOFError(-1, cursor, "there is more to come");
        }
        int start = cursor;
        while (start > 0 && (Character.isJavaIdentifierPart(line.charAt(start - 1)))) {
            start--;
        }
        if (isCommand && start == 1) {
            start = 0;
        }
        return new NameAtCursor(line, cursor, line.substring(start, cursor));
    }

    @Override
    public boolean isEscapeChar(char character) {
        return false;
    }
}
