package org.bluescript.backend.compile;

import java.util.List;
import java.util.stream.Collectors;

/** The C text is wrong. There is at least one diagnostic; warnings are not among them. */
public final class CompileFailure extends Exception {
    private final transient CSource source;
    private final transient List<CDiagnostic> diagnostics;

    public CompileFailure(CSource source, List<CDiagnostic> diagnostics) {
        super(describe(source, diagnostics));
        this.source = source;
        this.diagnostics = List.copyOf(diagnostics);
    }

    public CSource source() {
        return source;
    }

    public List<CDiagnostic> diagnostics() {
        return diagnostics;
    }

    private static String describe(CSource source, List<CDiagnostic> diagnostics) {
        return diagnostics.stream()
                .map(found -> "%s:%d:%d: %s".formatted(source.name(), found.line(), found.column(), found.message()))
                .collect(Collectors.joining("\n"));
    }
}
