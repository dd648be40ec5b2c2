package org.bluescript.backend.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what gcc and as write when they are asked for plain lines: {@code file:line:column: error: message}. Warnings,
 * and the lines that say in which function or file all this is, are left out.
 */
final class DiagnosticParser {
    private static final Pattern LINE = Pattern.compile(
            "(?<file>.*?):(?:(?<line>\\d+):)?(?:(?<column>\\d+):)? (?<severity>(?i:fatal error|error|note|info)|warning"
            + "|Warning|internal compiler error): (?<message>.*)");

    private DiagnosticParser() {}

    /** Of cc1's messages, those that are errors, each with the notes that follow it. */
    static List<CDiagnostic> compiler(CSource source, String output) {
        List<CDiagnostic> found = new ArrayList<>();
        boolean notesCount = false;
        for (String text : output.lines().toList()) {
            Optional<CDiagnostic> parsed = parse(text, source.name(), IntUnaryOperator.identity());
            if (parsed.isEmpty()) {
                notesCount = notesCount && !text.contains(" warning: ");
            } else if (parsed.get().severity() != CDiagnostic.Severity.NOTE) {
                found.add(parsed.get());
                notesCount = true;
            } else if (notesCount) {
                found.add(found.removeLast().withNote(parsed.get()));
            }
        }
        return found;
    }

    /** Of the assembler's messages, those that are errors. {@code lines} gives the C line for a line of assembly. */
    static List<CDiagnostic> assembler(String output, IntUnaryOperator lines) {
        List<CDiagnostic> found = new ArrayList<>();
        for (String text : output.lines().toList()) {
            parse(text, "{standard input}", lines)
                    .filter(parsed -> parsed.severity() != CDiagnostic.Severity.NOTE)
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<CDiagnostic> parse(String text, String file, IntUnaryOperator lines) {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean here = matcher.group("file").equals(file);
        return CDiagnostic.Severity.of(matcher.group("severity")).map(severity -> new CDiagnostic(
                here ? lines.applyAsInt(number(matcher.group("line"))) : 0,
                here ? number(matcher.group("column")) : 0,
                severity,
                here ? matcher.group("message") : elsewhere(matcher),
                List.of()));
    }

    /** The position of an error in a header or the like is part of its message. */
    private static String elsewhere(Matcher matcher) {
        String file = matcher.group("file");
        String line = matcher.group("line");
        return matcher.group("message") + (line == null ? "" : " (in " + file + ", line " + line + ")");
    }

    private static int number(String digits) {
        try {
            return digits == null ? 0 : Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
