package org.bluescript.backend.specialize;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.bluescript.language.profile.LoopId;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/**
 * A program with versions of its functions, and what is to be known of them.
 *
 * @param program has all functions of the source under their names, beside them versions and entries of loops
 * @param loops the entries of the loops that were asked for
 * @param closed why the others of them have no entry
 * @param guards what is tested where, by number; empty if nothing counts them
 * @param notes of every function of the source, whether there is a version of it
 */
public record SpecializedProgram(
        TypedProgram program,
        Map<LoopId, LoopEntry> loops,
        Map<LoopId, String> closed,
        List<Guard> guards,
        Map<FunctionId, VersionNote> notes) {
    /** A program as it is. */
    public static SpecializedProgram of(TypedProgram program) {
        return new SpecializedProgram(program, Map.of(), Map.of(), List.of(), Map.of());
    }

    public SpecializedProgram {
        loops = Collections.unmodifiableMap(new TreeMap<>(loops));
        closed = Collections.unmodifiableMap(new TreeMap<>(closed));
        guards = List.copyOf(guards);
        notes = Collections.unmodifiableMap(new TreeMap<>(notes));
    }
}
