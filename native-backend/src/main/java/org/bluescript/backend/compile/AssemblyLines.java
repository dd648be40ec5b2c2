package org.bluescript.backend.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which C line each line of assembly stands for, from the {@code .loc} directives that the compiler puts before
 * instructions: so that a mistake in inline assembly, which only the assembler notices, is reported where it was written.
 */
final class AssemblyLines {
    private static final Pattern FILE = Pattern.compile("\\s*\\.file (\\d+) \"(.*)\"");
    private static final Pattern LOCATION = Pattern.compile("\\s*\\.loc (\\d+) (\\d+) .*");

    private final int[] lines;

    /** @param assembly text that was compiled with debugging information */
    AssemblyLines(String assembly, String sourceName) {
        List<String> text = assembly.lines().toList();
        Map<String, String> files = new HashMap<>();
        lines = new int[text.size() + 1];
        int current = 0;
        for (int i = 0; i < text.size(); i++) {
            Matcher file = FILE.matcher(text.get(i));
            Matcher location = LOCATION.matcher(text.get(i));
            if (file.matches()) {
                files.put(file.group(1), file.group(2));
            } else if (location.matches()) {
                current = sourceName.equals(files.get(location.group(1))) ? Integer.parseInt(location.group(2)) : 0;
            }
            lines[i + 1] = current;
        }
    }

    /** The C line for a line of assembly, both from 1; 0 if there is none. */
    int source(int line) {
        return line >= 1 && line < lines.length ? lines[line] : 0;
    }

    /** The assembler's errors, at C lines. */
    static List<CDiagnostic> diagnose(String messages, String assembly, String sourceName) {
        return DiagnosticParser.assembler(messages, new AssemblyLines(assembly, sourceName)::source);
    }
}
