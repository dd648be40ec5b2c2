package org.bluescript.cli.bench.peer;

import java.util.ArrayList;
import java.util.List;

/** A program cut into what stands at its top level, to be sent piece by piece: a peer seldom has memory for all of the text. */
final class ProgramText {
    private static final String INDENTATION = "    ";

    private ProgramText() {}

    /**
     * The pieces in order, each one or more whole lines: without comments and empty lines, a space for every four at the beginning of a line.
     *
     * @param comment what a line of comment begins with
     */
    static List<String> pieces(String program, String comment) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String line : program.lines().toList()) {
            if (line.isBlank() || line.strip().startsWith(comment)) {
                continue;
            }
            boolean begins = !Character.isWhitespace(line.charAt(0)) && ")]}".indexOf(line.charAt(0)) < 0;
            if (begins && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(compressed(line)).append('\n');
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static String compressed(String line) {
        String text = line.stripLeading();
        int spaces = line.length() - text.length();
        return " ".repeat(spaces / INDENTATION.length() + spaces % INDENTATION.length()) + text.stripTrailing();
    }
}
