package org.bluescript.language.modules;

import java.util.List;
import java.util.regex.Pattern;

/** The module of {@code setTimeout} and its like. It comes before those of a program that mentions one of them. */
public final class TimersModule {
    /** Its path, which no module of a program has. */
    public static final String PATH = "(timers)";

    private static final MentionedModule MODULE = new MentionedModule(
            PATH, "timers.bs", Pattern.compile("\\b(setTimeout|setInterval|clearTimeout|clearInterval)\\b"));

    private TimersModule() {}

    /** The modules, and this one before them if one of their texts mentions what it is for. */
    public static List<ParsedModule> addedTo(List<ParsedModule> modules) {
        return MODULE.addedTo(modules);
    }
}
