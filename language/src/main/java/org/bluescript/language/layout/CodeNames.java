package org.bluescript.language.layout;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.LoggedValue;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/** The symbols under which the linker knows the code of a program's functions: unique, and valid as C identifiers. */
public final class CodeNames {
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_]+");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^_|_$");

    private final Map<FunctionId, String> names;
    /** Of those that were named one by one. */
    private final LoggedValue<Integer> added;

    private CodeNames(ChangeLog log) {
        names = log.map();
        added = log.value(0);
    }

    /** Of a program that grows, and has nothing yet. */
    static CodeNames growing(ChangeLog log) {
        return new CodeNames(log);
    }

    public static CodeNames of(TypedProgram program) {
        CodeNames result = new CodeNames(ChangeLog.NONE);
        for (FunctionId id : program.functions().keySet()) {
            result.names.put(id, "f" + result.names.size() + "_" + identifier(id.name()));
        }
        return result;
    }

    /** Names a function that has none. */
    void add(FunctionId id) {
        if (!names.containsKey(id)) {
            names.put(id, "f" + added.get() + "_" + identifier(id.name()));
            added.set(added.get() + 1);
        }
    }

    void remove(FunctionId id) {
        names.remove(id);
    }

    /** The names of these functions, and further ones for those that only another program, made from the same source, has. */
    CodeNames extended(TypedProgram program) {
        CodeNames result = new CodeNames(ChangeLog.NONE);
        result.names.putAll(names);
        for (FunctionId id : program.functions().keySet()) {
            result.names.putIfAbsent(id, "f" + result.names.size() + "_" + identifier(id.name()));
        }
        return result;
    }

    /** The direct entry of a function: parameters and result as their static types say. */
    public String direct(FunctionId function) {
        return names.get(function);
    }

    /** The entry of a function that is used as a value: takes the closure before the parameters. */
    public String value(FunctionId function) {
        return direct(function) + "_value";
    }

    /** The uniform entry of a function, {@code bs_uniform.h}. */
    public String uniform(FunctionId function) {
        return direct(function) + "_uniform";
    }

    /** The entry by which the host calls a function: takes and gives words. */
    public String remote(FunctionId function) {
        return direct(function) + "_remote";
    }

    /** All of them. */
    public List<String> entries(FunctionId function) {
        return List.of(direct(function), value(function), uniform(function), remote(function));
    }

    /** The name with nothing in it that a C identifier cannot have; different names may become the same. */
    public static String identifier(String name) {
        return AT_THE_ENDS.matcher(FOREIGN.matcher(name).replaceAll("_")).replaceAll("");
    }
}
