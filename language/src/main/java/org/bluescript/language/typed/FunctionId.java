package org.bluescript.language.typed;

/**
 * Identifies a function across compilations: the path of its module and its qualified name, for example {@code shapes} and
 * {@code Circle.area}. Functions without a name are called after the function around them and numbered in source order
 * ({@code main.closure1}); the statements of a module are its function {@code (top level)}.
 */
public record FunctionId(String module, String name) implements Comparable<FunctionId> {
    /** The name under which a module's own statements run. */
    public static final String TOP_LEVEL = "(top level)";

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
