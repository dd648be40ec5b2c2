package org.bluescript.backend.emit;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/**
 * What one C unit has of a program of which there may be several.
 *
 * @param defined functions whose code is in this unit
 * @param called functions with an entry for the host
 * @param held functions of which data and objects may hold the address of this unit's code
 * @param isFirst whether this unit is there before any other, and for ever: it holds inline C, and others call what they do not define in it
 */
public record Share(Set<FunctionId> defined, Set<FunctionId> called, Set<FunctionId> held, boolean isFirst) {
    public Share {
        defined = Set.copyOf(defined);
        called = Set.copyOf(called);
        held = Set.copyOf(held);
    }

    /** All, for a device that runs the program alone. */
    public static Share ofDevice(TypedProgram program) {
        Set<FunctionId> all = program.functions().keySet();
        return new Share(all, Set.of(), all, true);
    }

    /** All, for a host that calls what it cannot run itself. */
    public static Share ofDeviceBound(TypedProgram program) {
        Set<FunctionId> called = program.functions().values().stream()
                .filter(TypedFunction::deviceBound)
                .map(TypedFunction::id)
                .collect(Collectors.toSet());
        Set<FunctionId> all = program.functions().keySet();
        return new Share(all, called, all, true);
    }

    /** All, for a host whose program's code is replaced while it runs. */
    public static Share ofBase(TypedProgram program, Set<FunctionId> called) {
        Set<FunctionId> all = program.functions().keySet();
        return new Share(all, called, all, true);
    }

    /** Some functions of a program that grows, each of which other units call by its entry. */
    public static Share ofGrowing(Set<FunctionId> defined, Set<FunctionId> called) {
        return new Share(defined, called, defined, false);
    }

    /** Some functions in the place of those that another unit has. */
    public static Share ofGeneration(Set<FunctionId> defined, Set<FunctionId> called, Set<FunctionId> replaced) {
        Set<FunctionId> held = new HashSet<>(replaced);
        held.retainAll(defined);
        return new Share(defined, called, held, false);
    }
}
