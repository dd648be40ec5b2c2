package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.language.source.DisplayLine;

/** Text in the columns of a terminal. Nothing that a terminal would obey gets through. */
final class Columns {
    private static final String CUT = "…";

    private Columns() {}

    static int width(String text) {
        return DisplayLine.of(text).width();
    }

    /** Cut to the width, with a sign that it was. */
    static String cut(String text, int width) {
        DisplayLine line = DisplayLine.of(text);
        return line.width() <= width ? line.text(0, line.width()) : line.text(0, width - 1) + CUT;
    }

    static String left(String text, int width) {
        String shown = cut(text, width);
        return shown + " ".repeat(width - width(shown));
    }

    static String right(String text, int width) {
        String shown = cut(text, width);
        return " ".repeat(width - width(shown)) + shown;
    }

    /** In lines of at most the width, broken at blanks; a word that is longer is cut where a line ends. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : DisplayLine.visible(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            DisplayLine rest = DisplayLine.of(word);
            int from = 0;
            while (rest.width() - from > width) {
                lines.add(rest.text(from, from + width));
                from += width;
            }
            line = rest.text(from, rest.width());
        }
        lines.add(line);
        return lines;
    }
}
