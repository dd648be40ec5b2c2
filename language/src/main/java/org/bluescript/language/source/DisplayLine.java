package org.bluescript.language.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text as a terminal shows it: tabs as blanks up to the next multiple of four, control characters and others that a
 * terminal would obey rather than show as visible signs, wide characters as two columns. Columns are counted from 0.
 */
public final class DisplayLine {
    private static final int TAB = 4;

    /** Something visible that begins at a column; what combines with it is part of it. */
    private record Cell(String shown, int column, int width) {}

    private final List<Cell> cells = new ArrayList<>();
    /** The column of every offset into the line, its length included. */
    private final int[] columns;

    private DisplayLine(String line) {
        columns = new int[line.length() + 1];
        int column = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int length = Character.charCount(character);
            Cell cell = cell(character, column);
            cells.add(cell);
            for (int k = 0; k < length; k++) {
                columns[i + k] = column;
            }
            column += cell.width();
            i += length;
        }
        columns[line.length()] = column;
    }

    public static DisplayLine of(String line) {
        return new DisplayLine(line);
    }

    /** Text for a terminal that has no line of its own: as in a line, in one row. */
    public static String visible(String text) {
        DisplayLine line = of(text);
        return line.text(0, line.width());
    }

    /** Columns in all. */
    public int width() {
        return columns[columns.length - 1];
    }

    /** The column of an offset into the text; the end for one behind it. */
    public int column(int offset) {
        return columns[Math.min(offset, columns.length - 1)];
    }

    /** What stands in the columns from {@code from} to {@code to}, {@code to} excluded; wide characters cut by a border are dots. */
    public String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (Cell cell : cells) {
            int end = cell.column() + cell.width();
            if (cell.column() >= from && end <= to) {
                text.append(cell.shown());
            } else if (cell.column() < to && end > from) {
                text.append(".".repeat(Math.min(end, to) - Math.max(cell.column(), from)));
            }
        }
        return text.toString();
    }

    private static Cell cell(int character, int column) {
        if (character == '\t') {
            int width = TAB - column % TAB;
            return new Cell(" ".repeat(width), column, width);
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL -> new Cell(Character.toString(picture(character)), column, 1);
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> new Cell("\ufffd", column, 1);
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                new Cell(Character.toString(character), column, 0);
            default -> new Cell(Character.toString(character), column, isWide(character) ? 2 : 1);
        };
    }

    /** Unicode has pictures of the ASCII control characters. */
    private static int picture(int control) {
        return control < 0x20 ? 0x2400 + control : control == 0x7f ? 0x2421 : 0xfffd;
    }

    /** The blocks that terminals show in two columns (Unicode, Annex 11, the large blocks only). */
    private static boolean isWide(int character) {
        return character >= 0x1100
                && (character <= 0x115f
                        || character >= 0x2e80 && character <= 0xa4cf
                        || character >= 0xac00 && character <= 0xd7a3
                        || character >= 0xf900 && character <= 0xfaff
                        || character >= 0xfe30 && character <= 0xfe6f
                        || character >= 0xff00 && character <= 0xff60
                        || character >= 0xffe0 && character <= 0xffe6
                        || character >= 0x1f300 && character <= 0x1faff
                        || character >= 0x20000 && character <= 0x3fffd);
    }
}
