package org.bluescript.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.bluescript.language.session.EnteredText;

/** Divides a text into pieces that can be evaluated one by one: lines, as many together as the grammar wants. */
final class StatementReader {
    /** What can only go on with what stands before it. */
    private static final Pattern CONTINUATION = Pattern.compile("\\s*(?:(?:else|catch|finally)\\b|[.?]\\.?[\\w(\\[]).*");

    private final BufferedReader reader;
    private String ahead;

    StatementReader(BufferedReader reader) {
        this.reader = reader;
    }

    /** The pieces of a text: together they have all of its lines. */
    static List<String> pieces(String text) {
        List<String> result = new ArrayList<>();
        StatementReader reader = new StatementReader(new BufferedReader(new StringReader(text)));
        try {
            for (Optional<String> piece = reader.next(); piece.isPresent(); piece = reader.next()) {
                result.add(piece.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    /** The next piece; at the end, what is left, whole or not. */
    Optional<String> next() throws IOException {
        StringBuilder text = new StringBuilder();
        String line = takeLine();
        while (line != null) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
            if (!text.toString().isBlank() && !EnteredText.read("line", text.toString()).incomplete()) {
                ahead = reader.ready() ? reader.readLine() : null;
                if (ahead == null || !CONTINUATION.matcher(ahead).matches()) {
                    return Optional.of(text.toString());
                }
            }
            line = takeLine();
        }
        return text.toString().isBlank() ? Optional.empty() : Optional.of(text.toString());
    }

    private String takeLine() throws IOException {
        String line = ahead != null ? ahead : reader.readLine();
        ahead = null;
        return line;
    }
}
