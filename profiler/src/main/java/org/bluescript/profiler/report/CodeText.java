package org.bluescript.profiler.report;

import java.util.Locale;

/** Writes code with its colours. */
final class CodeText {
    /** Longer code is not shown to its end: nobody would read it, and browsers take their time. */
    private static final int MOST_LINES = 1_500;

    private CodeText() {}

    /** A whole text in an element of its own. */
    static void write(Markup page, Notation notation, String code) {
        String text = code.strip().indent(0).stripTrailing();
        int end = 0;
        int lines = 0;
        while (end >= 0 && lines < MOST_LINES) {
            end = text.indexOf('\n', end + 1);
            lines++;
        }
        String shown = end < 0 ? text : text.substring(0, end);
        page.open("pre", "class", "code", "tabindex", "0").open("code");
        Notation.Colour[] colours = notation.colours(shown);
        write(page, shown, colours, 0, shown.length());
        page.close();
        if (end >= 0) {
            page.element("span", "\n… " + Figures.counted(text.substring(end).lines().count() - 1, "more line"), "class", "comment");
        }
        page.closeLine();
    }

    /** The part of a text from {@code start} to {@code end}. */
    static void write(Markup page, String text, Notation.Colour[] colours, int start, int end) {
        for (int i = start; i < end; ) {
            int run = i;
            while (run < end && colours[run] == colours[i]) {
                run++;
            }
            String part = text.substring(i, run);
            if (colours[i] == Notation.Colour.PLAIN) {
                page.text(part);
            } else {
                page.element("span", part, "class", cssClass(colours[i]));
            }
            i = run;
        }
    }

    private static String cssClass(Notation.Colour colour) {
        return colour.name().toLowerCase(Locale.ROOT);
    }
}
