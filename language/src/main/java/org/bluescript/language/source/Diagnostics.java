package org.bluescript.language.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes of one compilation. */
public final class Diagnostics {
    private final List<Diagnostic> found = new ArrayList<>();

    public void report(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public void error(Span span, String message) {
        report(Diagnostic.of(span, message));
    }

    public void error(Span span, String message, String help) {
        report(Diagnostic.of(span, message, help));
    }

    /** How many mistakes there are so far. */
    public int count() {
        return found.size();
    }

    public boolean hasErrors() {
        return !found.isEmpty();
    }

    /** All mistakes: files in the order in which they were first reported, positions ascending within a file. */
    public List<Diagnostic> all() {
        List<SourceFile> files = found.stream().map(d -> d.span().file()).distinct().toList();
        return found.stream()
                .sorted(Comparator.<Diagnostic>comparingInt(d -> files.indexOf(d.span().file()))
                        .thenComparingInt(d -> d.span().start()))
                .toList();
    }
}
