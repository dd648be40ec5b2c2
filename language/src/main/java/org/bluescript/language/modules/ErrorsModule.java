package org.bluescript.language.modules;

import java.util.List;
import java.util.regex.Pattern;

/** The module of the built-in classes of errors. It is the first of a program that mentions errors, and of no other. */
public final class ErrorsModule {
    /** Its path, which no module of a program has. */
    public static final String PATH = "(errors)";

    private static final MentionedModule MODULE = new MentionedModule(
            PATH, "errors.bs", Pattern.compile("\\b(throw|try|Error|RangeError|TypeError)\\b"));

    private ErrorsModule() {}

    /** This module alone. */
    public static List<ParsedModule> always() {
        return List.of(MODULE.parsed());
    }

    /** The modules, and this one before them if one of their texts mentions what it is for. */
    public static List<ParsedModule> addedTo(List<ParsedModule> modules) {
        return MODULE.addedTo(modules);
    }
}
