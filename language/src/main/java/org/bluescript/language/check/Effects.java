package org.bluescript.language.check;

import java.util.HashSet;
import java.util.Set;

import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Variable;

/**
 * What evaluating an expression may do and depend on.
 *
 * @param reads locals and globals that it reads itself, those in cells excepted
 * @param writes locals and globals that it writes itself, those in cells excepted
 * @param readsMemory whether it reads objects or cells
 * @param writesMemory whether it changes objects or cells, or prints
 * @param calls whether it runs other functions, which may use memory and all globals
 * @param failure whether it can end in a run-time error
 */
record Effects(
        Set<Variable> reads,
        Set<Variable> writes,
        boolean readsMemory,
        boolean writesMemory,
        boolean calls,
        Failure failure) {
    /** How an evaluation may fail. */
    enum Failure {
        NEVER,
        /** Only by reading through a reference that should not be null; two of these need not keep their order. */
        ON_NULL,
        POSSIBLE
    }

    static final Effects NONE = new Effects(Set.of(), Set.of(), false, false, false, Failure.NEVER);
    static final Effects READ = new Effects(Set.of(), Set.of(), true, false, false, Failure.NEVER);
    static final Effects WRITE = new Effects(Set.of(), Set.of(), false, true, false, Failure.NEVER);
    static final Effects FAIL = new Effects(Set.of(), Set.of(), false, false, false, Failure.POSSIBLE);
    /** Changes objects, but runs no other function. */
    static final Effects CHANGE = new Effects(Set.of(), Set.of(), true, true, false, Failure.POSSIBLE);
    static final Effects EVERYTHING = new Effects(Set.of(), Set.of(), true, true, true, Failure.POSSIBLE);

    static Effects ofRead(Variable variable) {
        return switch (variable) {
            case Local v -> v.shared() ? READ : new Effects(Set.of(v), Set.of(), false, false, false, Failure.NEVER);
            case Global v -> new Effects(Set.of(v), Set.of(), false, false, false, Failure.NEVER);
            case Capture v -> v.shared() ? READ : NONE;
        };
    }

    static Effects ofWrite(Variable variable) {
        return switch (variable) {
            case Local v -> v.shared() ? WRITE : new Effects(Set.of(), Set.of(v), false, false, false, Failure.NEVER);
            case Global v -> new Effects(Set.of(), Set.of(v), false, false, false, Failure.NEVER);
            case Capture v -> WRITE;
        };
    }

    Effects withFailure(Failure other) {
        return new Effects(reads, writes, readsMemory, writesMemory, calls, greater(failure, other));
    }

    Effects and(Effects other) {
        if (this == NONE) {
            return other;
        }
        if (other == NONE) {
            return this;
        }
        return new Effects(
                union(reads, other.reads),
                union(writes, other.writes),
                readsMemory || other.readsMemory,
                writesMemory || other.writesMemory,
                calls || other.calls,
                greater(failure, other.failure));
    }

    boolean changesMemoryOrFails() {
        return writesMemory || mayFail();
    }

    /** Whether it matters which of the two is evaluated first. */
    boolean interferesWith(Effects later) {
        return meets(reads, later.writes)
                || meets(writes, later.reads)
                || meets(writes, later.writes)
                || calls && later.usesGlobals()
                || usesGlobals() && later.calls
                || readsMemory && later.writesMemory
                || writesMemory && (later.readsMemory || later.writesMemory)
                || mayFail() && (later.changesAnything() || later.mayFail() && !bothOnNull(later))
                || changesAnything() && later.mayFail();
    }

    private boolean mayFail() {
        return failure != Failure.NEVER;
    }

    private boolean bothOnNull(Effects later) {
        return failure == Failure.ON_NULL && later.failure == Failure.ON_NULL;
    }

    private boolean changesAnything() {
        return writesMemory || !writes.isEmpty();
    }

    private boolean usesGlobals() {
        return reads.stream().anyMatch(Global.class::isInstance) || writes.stream().anyMatch(Global.class::isInstance);
    }

    private static Failure greater(Failure a, Failure b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static boolean meets(Set<Variable> a, Set<Variable> b) {
        return a.stream().anyMatch(b::contains);
    }

    private static Set<Variable> union(Set<Variable> a, Set<Variable> b) {
        if (a.isEmpty() || b.containsAll(a)) {
            return b;
        }
        if (b.isEmpty() || a.containsAll(b)) {
            return a;
        }
        Set<Variable> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }
}
