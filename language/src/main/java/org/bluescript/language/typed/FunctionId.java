package org.bluescript.language.typed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies a function across compilations: the path of its module and its qualified name, for example {@code shapes} and
 * {@code Circle.area}. Functions without a name are called after the function around them and numbered in source order
 * ({@code main.closure1}); the statements of a module are its function {@code (top level)}.
 */
public record FunctionId(String module, String name) implements Comparable<FunctionId> {
    /** The name under which a module's own statements run. */
    public static final String TOP_LEVEL = "(top level)";

    /** What is between the name of a function and that of a version of it, which the compiler has made. */
    private static final char VERSION = '~';

    private static final Pattern SPECIALISED = Pattern.compile(VERSION + "[1-9]");

    private static final String CONTINUATION = VERSION + "rest";

    /** The version for the types that were seen, the first if there are several. */
    public FunctionId specialised() {
        return specialised(1);
    }

    /** @param number of the version, from 1 to 9 */
    public FunctionId specialised(int number) {
        return new FunctionId(module, name + VERSION + number);
    }

    /** What calls this function if values are as expected, if it is a specialised version. */
    public Optional<FunctionId> entry() {
        Matcher version = SPECIALISED.matcher(name);
        return version.find() ? Optional.of(new FunctionId(module, version.replaceFirst(""))) : Optional.empty();
    }

    /** The version that can be entered where a specialised one is left. */
    public FunctionId continuation() {
        return new FunctionId(module, name + CONTINUATION);
    }

    /** Where the host enters the function at the test of its loop with this number. */
    public FunctionId loopEntry(int loop) {
        return new FunctionId(module, name + VERSION + "loop" + loop);
    }

    /** The specialised version with a number from the test of a loop on. */
    public FunctionId specialisedLoop(int version, int loop) {
        return specialised(version).loopEntry(loop);
    }

    public boolean isContinuation() {
        return name.endsWith(CONTINUATION);
    }

    /** The function as the program has it. */
    public FunctionId origin() {
        int mark = name.indexOf(VERSION);
        return mark < 0 ? this : new FunctionId(module, name.substring(0, mark));
    }

    @Override
    public int compareTo(FunctionId other) {
        int order = module.compareTo(other.module);
        return order != 0 ? order : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return module + ":" + name;
    }
}
