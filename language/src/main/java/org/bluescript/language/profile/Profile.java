package org.bluescript.language.profile;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.bluescript.language.typed.FunctionId;

/** What runs of one program have shown of its functions; those that never ran are not in it. */
public record Profile(Map<FunctionId, FunctionProfile> functions) {
    public static final Profile EMPTY = new Profile(Map.of());

    public Profile {
        functions = Map.copyOf(functions);
    }

    public Optional<FunctionProfile> of(FunctionId function) {
        return Optional.ofNullable(functions.get(function));
    }

    /** The same, with something else known of one function. */
    public Profile with(FunctionId function, FunctionProfile known) {
        Map<FunctionId, FunctionProfile> all = new TreeMap<>(functions);
        all.put(function, known);
        return new Profile(all);
    }

    /** What both have shown; they must be of the same program. */
    public Profile and(Profile other) {
        Map<FunctionId, FunctionProfile> all = new TreeMap<>(functions);
        other.functions.forEach((id, f) -> all.merge(id, f, FunctionProfile::and));
        return new Profile(all);
    }
}
