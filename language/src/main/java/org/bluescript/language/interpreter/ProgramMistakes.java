package org.bluescript.language.interpreter;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.source.SourceSection;
import org.bluescript.language.source.DiagnosticPrinter;
import org.bluescript.language.source.Diagnostics;

/** A text that is not a program: all mistakes in it, printed. */
@ExportLibrary(InteropLibrary.class)
final class ProgramMistakes extends AbstractTruffleException {
    private static final long serialVersionUID = 1;

    private final transient SourceSection first;

    ProgramMistakes(Diagnostics diagnostics, SourceSections sections) {
        super(DiagnosticPrinter.plain().print(diagnostics));
        this.first = sections.of(diagnostics.all().getFirst().span());
    }

    /** The mistake in a text that is not a whole program. */
    ProgramMistakes(String message, SourceSection place) {
        super(message);
        this.first = place;
    }

    @ExportMessage
    ExceptionType getExceptionType() {
        return ExceptionType.PARSE_ERROR;
    }

    @ExportMessage
    boolean hasSourceLocation() {
        return true;
    }

    @ExportMessage
    SourceSection getSourceLocation() {
        return first;
    }
}
