package org.bluescript.backend.emit;

import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Variable;

/** How a variable is named in C, as something that can be read and assigned. */
final class VariableEmitter {
    /** The parameter through which a closure's code finds its captures. */
    static final String SELF = "self";

    private final Unit unit;
    private final Names names;

    VariableEmitter(Unit unit, Names names) {
        this.unit = unit;
        this.names = names;
    }

    /** The place of the variable's value. */
    String place(Variable variable) {
        return switch (variable) {
            case Local local -> local.shared() ? names.of(local) + "->value" : names.of(local);
            case Capture capture -> {
                String field = SELF + "->" + captureField(capture);
                yield capture.shared() ? field + "->value" : field;
            }
            case Global global ->
                unit.layout().isGrowing() || unit.privateGlobals().contains(global)
                        ? global(unit, global)
                        : ProgramLayout.GLOBALS + "." + global(unit, global);
        };
    }

    /** What a new closure stores for a captured variable: the value, or the cell if it is shared. */
    String captured(Variable variable) {
        return switch (variable) {
            case Local local -> names.of(local);
            case Capture capture -> SELF + "->" + captureField(capture);
            case Global global -> throw new IllegalArgumentException("globals are not captured: " + global);
        };
    }

    static String captureField(Capture capture) {
        return "capture" + capture.index();
    }

    /**
     * The C name of a global variable: a field of the struct of globals, a local, or, of a program that grows, a symbol. Its offset, or
     * address, makes it unique.
     */
    static String global(Unit unit, Global global) {
        return global(global, unit.layout().globals().get(global));
    }

    static String global(Global global, int offset) {
        return "g" + offset + "_" + global.name().replaceAll("[^A-Za-z0-9_]", "_");
    }
}
