package org.bluescript.cli.bench;

import java.util.List;

/** Lines of columns: the first stands at the left, the others at the right. */
final class TextTable {
    private TextTable() {}

    /** @param lines of as many columns each, the titles first */
    static String of(List<List<String>> lines) {
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder written = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String space = " ".repeat(widths[i] - line.get(i).length());
                written.append(i == 0 ? line.get(i) + space : "  " + space + line.get(i));
            }
            text.append(written.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
