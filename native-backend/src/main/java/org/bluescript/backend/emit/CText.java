package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.language.source.Span;

/**
 * Collects emitted C, and for each of its lines the place in the source that it stands for. Expressions are built as strings
 * before they are written; {@link #at} plants a mark in such a string, and when the string is written a mark for another place
 * than the current line's begins a new line.
 */
final class CText {
    private static final char MARK = '\u0001';
    private static final char MARK_END = '\u0002';

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> lines = new ArrayList<>();
    private final List<Span> places = new ArrayList<>();
    private final Map<Span, Integer> numbers = new HashMap<>();
    private int indentation;
    /** The place of the line being written; -1 for none. */
    private int current = -1;

    private boolean lineStarted;

    /** A mark: what follows in the string stands for this place. */
    String at(Span span) {
        int number = numbers.computeIfAbsent(span, s -> {
            places.add(s);
            return places.size() - 1;
        });
        return MARK + Integer.toString(number) + MARK_END;
    }

    /** Whether some of the code stands for a place on another line of the source than that where {@code span} begins. */
    boolean isOnOtherLine(String code, Span span) {
        for (int i = code.indexOf(MARK); i >= 0; i = code.indexOf(MARK, i + 1)) {
            Span place = places.get(Integer.parseInt(code.substring(i + 1, code.indexOf(MARK_END, i))));
            if (place.position().line() != span.position().line()) {
                return true;
            }
        }
        return false;
    }

    /** Writes whole lines that stand for no place, or for those of the marks in them. */
    void line(String line) {
        write(line);
        endLine();
    }

    /** Writes a line that stands for a place. */
    void line(Span span, String line) {
        line(at(span) + line);
    }

    void indent() {
        indentation++;
    }

    void outdent() {
        indentation--;
    }

    String text() {
        return text.toString();
    }

    /** For each line of the text, from 0, an index into {@link #places()}, or -1. */
    int[] lines() {
        return lines.stream().mapToInt(Integer::intValue).toArray();
    }

    List<Span> places() {
        return places;
    }

    private void write(String string) {
        int i = 0;
        while (i < string.length()) {
            char c = string.charAt(i);
            if (c == MARK) {
                int end = string.indexOf(MARK_END, i);
                place(Integer.parseInt(string.substring(i + 1, end)));
                i = end + 1;
            } else {
                if (c == '\n') {
                    int place = current;
                    endLine();
                    current = place;
                } else {
                    startLine();
                    text.append(c);
                }
                i++;
            }
        }
    }

    private void place(int number) {
        if (lineStarted && number != current) {
            endLine();
        }
        current = number;
    }

    private void startLine() {
        if (!lineStarted) {
            text.append("    ".repeat(indentation));
            lineStarted = true;
        }
    }

    private void endLine() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        text.append('\n');
        lines.add(current);
        lineStarted = false;
        current = -1;
    }
}
