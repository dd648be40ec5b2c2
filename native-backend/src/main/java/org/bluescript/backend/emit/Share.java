package org.bluescript.backend.emit;

import java.util.Set;
import java.util.stream.Collectors;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/**
 * What one C unit has of a program of which there may be several.
 *
 * @param called functions with an entry for the host
 * @param held functions of which data and objects may hold the address of this unit's code
 * @param inlineCode whether inline C is in this unit; if it is not, the functions that hold some are another unit's
 */
public record Share(Set<FunctionId> called, Set<FunctionId> held, boolean inlineCode) {
    public Share {
        called = Set.copyOf(called);
        held = Set.copyOf(held);
    }

    /** All, for a device that runs the program alone. */
    public static Share ofDevice(TypedProgram program) {
        return new Share(Set.of(), program.functions().keySet(), true);
    }

    /** All, for a host that calls what it cannot run itself. */
    public static Share ofDeviceBound(TypedProgram program) {
        Set<FunctionId> called = program.functions().values().stream()
                .filter(TypedFunction::deviceBound)
                .map(TypedFunction::id)
                .collect(Collectors.toSet());
        return new Share(called, program.functions().keySet(), true);
    }
}
