package org.bluescript.language.source;

import java.util.stream.Collectors;

/** Writes mistakes for people, with the line they are in; the layout is shown in the package's description. */
public final class DiagnosticPrinter {
    /** Columns of a source line that are shown; of a longer one, those around the mistake. */
    private static final int WIDTH = 100;

    private static final String CUT = "…";

    private final boolean coloured;

    private DiagnosticPrinter(boolean coloured) {
        this.coloured = coloured;
    }

    /** A printer of text without escape sequences. */
    public static DiagnosticPrinter plain() {
        return new DiagnosticPrinter(false);
    }

    /** A printer of text with the escape sequences of ANSI terminals for colours. */
    public static DiagnosticPrinter coloured() {
        return new DiagnosticPrinter(true);
    }

    /** All mistakes, one after the other; empty if there are none. */
    public String print(Diagnostics diagnostics) {
        return diagnostics.all().stream().map(this::print).collect(Collectors.joining());
    }

    /** One mistake: three lines, or four with its help; each ends with a line end. Nothing from the program gets out as control. */
    public String print(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        int line = span.position().line();
        String number = Integer.toString(line);
        String gutter = " ".repeat(number.length() + 2);
        Excerpt excerpt = excerpt(span);
        StringBuilder text = new StringBuilder();
        text.append(paint(Style.BOLD, DisplayLine.visible(span.toString()) + ":"))
                .append(' ')
                .append(paint(Style.ERROR, "error:"))
                .append(' ')
                .append(paint(Style.BOLD, DisplayLine.visible(diagnostic.message())))
                .append('\n');
        text.append(paint(Style.GUTTER, " " + number + " |")).append(prefixed(excerpt.shown())).append('\n');
        text.append(paint(Style.GUTTER, gutter + "|"))
                .append(' ')
                .append(" ".repeat(excerpt.column()))
                .append(paint(Style.ERROR, "^" + "~".repeat(excerpt.length() - 1)))
                .append('\n');
        diagnostic.help().ifPresent(help -> text.append(paint(Style.GUTTER, gutter + "="))
                .append(' ')
                .append(paint(Style.HELP, "help:"))
                .append(' ')
                .append(DisplayLine.visible(help))
                .append('\n'));
        return text.toString();
    }

    private static String prefixed(String shown) {
        return shown.isEmpty() ? "" : " " + shown;
    }

    /** A line, perhaps shortened, and the columns of it that are meant. */
    private record Excerpt(String shown, int column, int length) {}

    private static Excerpt excerpt(Span span) {
        Position position = span.position();
        DisplayLine line = DisplayLine.of(span.file().line(position.line()));
        int start = position.column() - 1;
        int from = line.column(start);
        int to = Math.max(from + 1, line.column(start + span.end() - span.start()));
        int left = line.width() <= WIDTH ? 0 : Math.max(0, Math.min(from - WIDTH / 3, line.width() - WIDTH));
        int right = Math.min(line.width(), left + WIDTH);
        boolean cutLeft = left > 0;
        boolean cutRight = right < line.width();
        String shown = (cutLeft ? CUT : "") + line.text(left, right).stripTrailing() + (cutRight ? CUT : "");
        int shift = (cutLeft ? 1 : 0) - left;
        int end = Math.max(from + 1, Math.min(to, right));
        return new Excerpt(shown, from + shift, end - from);
    }

    private enum Style {
        BOLD("1"),
        ERROR("1;31"),
        GUTTER("34"),
        HELP("1;36");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private String paint(Style style, String text) {
        return coloured ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
    }
}
