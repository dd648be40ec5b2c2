package org.bluescript.language.source;

import java.util.Optional;

/** One mistake in the user's program: where, what, and where it helps, what to do. */
public record Diagnostic(Span span, String message, Optional<String> help) {
    public static Diagnostic of(Span span, String message) {
        return new Diagnostic(span, message, Optional.empty());
    }

    public static Diagnostic of(Span span, String message, String help) {
        return new Diagnostic(span, message, Optional.of(help));
    }
}
