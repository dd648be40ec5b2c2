package org.bluescript.language.check;

import java.util.HashSet;
import java.util.Set;

import org.bluescript.language.typed.Local;

/**
 * What evaluating an expression may do and depend on.
 *
 * @param reads locals that it reads, cells excepted
 * @param writes locals that it writes, cells excepted
 * @param readsMemory whether it reads anything else that can change
 * @param writesMemory whether it changes anything else, the output included
 * @param failure whether it can end in a run-time error
 */
record Effects(Set<Local> reads, Set<Local> writes, boolean readsMemory, boolean writesMemory, Failure failure) {
    /** How an evaluation may fail. */
    enum Failure {
        NEVER,
        /** Only by reading through a reference that should not be null; two of these need not keep their order. */
        ON_NULL,
        POSSIBLE
    }

    static final Effects NONE = new Effects(Set.of(), Set.of(), false, false, Failure.NEVER);
    static final Effects READ = NONE.withMemoryRead();
    static final Effects FAIL = NONE.withFailure(Failure.POSSIBLE);
    static final Effects EVERYTHING = new Effects(Set.of(), Set.of(), true, true, Failure.POSSIBLE);

    static Effects ofRead(Local local) {
        return local.shared() ? READ : new Effects(Set.of(local), Set.of(), false, false, Failure.NEVER);
    }

    static Effects ofWrite(Local local) {
        return local.shared()
                ? new Effects(Set.of(), Set.of(), false, true, Failure.NEVER)
                : new Effects(Set.of(), Set.of(local), false, false, Failure.NEVER);
    }

    Effects withMemoryRead() {
        return new Effects(reads, writes, true, writesMemory, failure);
    }

    Effects withMemoryWrite() {
        return new Effects(reads, writes, readsMemory, true, failure);
    }

    Effects withFailure(Failure other) {
        return new Effects(reads, writes, readsMemory, writesMemory, failure.compareTo(other) >= 0 ? failure : other);
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
                failure.compareTo(other.failure) >= 0 ? failure : other.failure);
    }

    /** Whether it matters which of the two is evaluated first. */
    boolean interferesWith(Effects later) {
        return meets(reads, later.writes)
                || meets(writes, later.reads)
                || meets(writes, later.writes)
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

    private static boolean meets(Set<Local> a, Set<Local> b) {
        return a.stream().anyMatch(b::contains);
    }

    private static Set<Local> union(Set<Local> a, Set<Local> b) {
        if (a.isEmpty() || b.containsAll(a)) {
            return b;
        }
        if (b.isEmpty() || a.containsAll(b)) {
            return a;
        }
        Set<Local> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }
}
