package org.bluescript.backend.emit;

import java.util.Set;

import org.bluescript.backend.optimize.ClassHierarchy;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.Variable;

/**
 * What all emitters of one C unit share.
 *
 * @param share which functions are in this unit
 * @param text where the C goes
 * @param hierarchy which methods a call can reach
 * @param accessors how members of words are used
 * @param privateGlobals globals that only their module's top level uses: locals of that function in C
 */
record Unit(
        TypedProgram program,
        ProgramLayout layout,
        Share share,
        CTypes types,
        CText text,
        Sites sites,
        ClassHierarchy hierarchy,
        Accessors accessors,
        Set<Global> privateGlobals) {
    /** The C name of a function's direct entry. */
    String name(FunctionId function) {
        return layout.code().direct(function);
    }

    /** The C name by which a function is called: of its code in this unit or in the first one, or of its entry in the table. */
    String called(FunctionId function) {
        return isCalledThroughTable(function) ? EntryTable.name(name(function)) : name(function);
    }

    /** Whether calls of a function lead to whatever code is the newest: the first unit's own is only a beginning. */
    boolean isCalledThroughTable(FunctionId function) {
        boolean isNewest = !share.isFirst() && share.defined().contains(function);
        return !isNewest && layout.entries().filter(t -> t.isCalled(name(function))).isPresent();
    }

    /** The C name of what objects hold as a function's code. */
    String held(FunctionId function) {
        return layout.isTiered() ? EntryTable.name(name(function)) : name(function);
    }

    TypedFunction function(FunctionId id) {
        return program.functions().get(id);
    }

    /** Whether nothing but the statements of one function can read or write the variable. */
    boolean isPrivate(Variable variable) {
        return switch (variable) {
            case Local local -> !local.shared();
            case Global global -> privateGlobals.contains(global);
            case Capture capture -> false;
        };
    }

    /** Whether the program catches errors. */
    boolean catches() {
        return layout.errors().isPresent();
    }

    /** A trap with the mark of its place. */
    String trap(RunTimeErrorKind kind, Span span) {
        return text.at(span) + sites.trap(kind, span);
    }
}
