package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.source.Span;

/** Numbers the places of a unit that may raise a run-time error. */
final class Sites {
    private final List<Site> sites = new ArrayList<>();
    private final String macro;

    /** @param caught whether some error may be caught */
    Sites(boolean caught) {
        macro = caught ? "BS_RAISE" : "BS_TRAP";
    }

    /** A statement without semicolon that raises the error. */
    String trap(RunTimeErrorKind kind, Span span) {
        sites.add(new Site(kind, span));
        return macro + "(" + kind.code() + ", " + (sites.size() - 1) + ")";
    }

    List<Site> all() {
        return List.copyOf(sites);
    }
}
