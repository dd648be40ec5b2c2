package org.bluescript.language.typed;

import java.util.List;

import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;

/**
 * The built-in classes of what is thrown. They are declared in a module of the language's own, which is part of a program that
 * uses them; their instances are like those of any class, except that each {@link #ERROR} ends with a word of its own.
 */
public final class ErrorClasses {
    /** The path of the module that declares them; no module of a program has such a one. */
    public static final String MODULE = "(errors)";

    public static final ClassType ERROR = of("Error");

    /**
     * Where the error was thrown first, and what raised it, in a form that only the host that runs the program understands; 0
     * as long as it was not thrown. No program can name it.
     */
    public static final Field ORIGIN = new Field(ERROR, "(origin)", PrimitiveType.INTEGER, false);

    /** All of them, {@link #ERROR} first. */
    public static final List<ClassType> ALL = List.of(ERROR, of("RangeError"), of("TypeError"));

    private ErrorClasses() {}

    /** The class of this name. */
    public static ClassType of(String name) {
        return new ClassType(MODULE, name);
    }

    /** Whether some function of the program catches errors. */
    public static boolean areCaught(TypedProgram program) {
        boolean[] found = {false};
        program.functions().values().forEach(f ->
                TreeWalk.statements(f.body(), s -> found[0] |= s instanceof TypedStatement.TryCatch));
        return found[0];
    }
}
