package org.bluescript.backend.specialize;

import java.util.List;
import java.util.Map;

import org.bluescript.language.infer.Types;
import org.bluescript.backend.optimize.ClassHierarchy;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/**
 * What is known of the whole program while one of its functions is written anew.
 *
 * @param versions the specialised versions that there will be, those of one function in the order in which its entry looks at them
 */
record Environment(
        TypedProgram program,
        Types types,
        Effects effects,
        ClassHierarchy hierarchy,
        DynamicMembers members,
        Map<FunctionId, List<Version>> versions) {
    List<Version> versions(FunctionId function) {
        return versions.getOrDefault(function, List.of());
    }

    TypedFunction function(FunctionId id) {
        return program.functions().get(id);
    }
}
