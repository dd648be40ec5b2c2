package org.bluescript.backend.compile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One error that the C compiler or the assembler found.
 *
 * @param line    in the {@link CSource}, from 1; 0 if the error is elsewhere, in a header for example
 * @param column  in bytes from 1; 0 if unknown
 * @param message without position
 * @param notes   what the compiler says about it besides; positions as above
 */
public record CDiagnostic(int line, int column, Severity severity, String message, List<CDiagnostic> notes) {
    /** How bad it is. */
    public enum Severity {
        /** The text is wrong. */
        ERROR,
        /** The compiler cannot go on: a file is missing, for example. */
        FATAL,
        /** Explains an error. */
        NOTE;

        static Optional<Severity> of(String word) {
            return switch (word) {
                case "error", "Error" -> Optional.of(ERROR);
                case "fatal error", "Fatal error", "internal compiler error" -> Optional.of(FATAL);
                case "note", "Info" -> Optional.of(NOTE);
                default -> Optional.empty();
            };
        }
    }

    public CDiagnostic {
        notes = List.copyOf(notes);
    }

    CDiagnostic withNote(CDiagnostic note) {
        return new CDiagnostic(line, column, severity, message,
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }
}
