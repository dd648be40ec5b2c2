package org.bluescript.cli;

import org.bluescript.language.source.DiagnosticPrinter;
import org.bluescript.language.source.Diagnostics;

/** Writes the mistakes of a program to standard error. */
final class DiagnosticReport {
    private final Console console;

    DiagnosticReport(Console console) {
        this.console = console;
    }

    void print(Diagnostics diagnostics) {
        if (diagnostics.hasErrors()) {
            console.writeError(printer(console).print(diagnostics));
        }
    }

    static DiagnosticPrinter printer(Console console) {
        return console.coloredError() ? DiagnosticPrinter.coloured() : DiagnosticPrinter.plain();
    }
}
