package org.bluescript.language.source;

import java.util.ArrayList;
import java.util.List;

/** The text of one source file and the name under which the user knows it. Knows where its lines begin. */
public final class SourceFile {
    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final boolean builtIn;

    private SourceFile(String name, String text, boolean builtIn) {
        this.name = name;
        this.text = text;
        this.builtIn = builtIn;
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                starts.add(i + 1);
            }
        }
        this.lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether a line ends with the unit at {@code index}: LF, CR that is not followed by LF, and Unicode's two line ends. */
    private static boolean endsLine(String text, int index) {
        return switch (text.charAt(index)) {
            case '\n', 0x2028, 0x2029 -> true;
            case '\r' -> index + 1 == text.length() || text.charAt(index + 1) != '\n';
            default -> false;
        };
    }

    /** A file of this {@code text}; {@code name} is the path as messages show it. */
    public static SourceFile of(String name, String text) {
        return new SourceFile(name, text, false);
    }

    /** A file of the language's own library, which users do not see: what goes wrong in it is reported where it was called. */
    public static SourceFile builtIn(String name, String text) {
        return new SourceFile(name, text, true);
    }

    /** Whether the file belongs to the language and not to the program. */
    public boolean isBuiltIn() {
        return builtIn;
    }

    /** The path as messages show it. */
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The 1-based line and column (both in UTF-16 units) of an offset into the text. */
    public Position position(int offset) {
        int low = 0;
        int high = lineStarts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts[middle] <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Position(low + 1, offset - lineStarts[low] + 1);
    }

    /** The text of a 1-based line, without its line end. */
    public String line(int number) {
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] - 1 : text.length();
        String line = text.substring(start, end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    @Override
    public String toString() {
        return name;
    }
}
