package org.bluescript.language.infer;

import java.util.BitSet;

import org.bluescript.language.types.Type;

/** What a variable, a property, a parameter, or the result of a function can hold. Those that must be of one type share a slot. */
final class Slot {
    private Slot representative;
    private final BitSet values = new BitSet();
    private Type declared;
    private boolean isFixed;

    /** @param declared the type that the program gives it */
    Slot(Type declared) {
        this.declared = declared;
    }

    /** The slot that stands for this one and all that are joined with it. */
    Slot found() {
        if (representative == null) {
            return this;
        }
        representative = representative.found();
        return representative;
    }

    /** Says that both must have one type. */
    void join(Slot other) {
        Slot a = found();
        Slot b = other.found();
        if (a != b) {
            b.representative = a;
            a.values.or(b.values);
            a.isFixed |= b.isFixed || !a.declared.equals(b.declared);
        }
    }

    /** Says that its type must stay as it was declared. */
    void fix() {
        found().isFixed = true;
    }

    boolean isFixed() {
        return found().isFixed;
    }

    Type declared() {
        return found().declared;
    }

    BitSet values() {
        return found().values;
    }

    /** Whether something is new in it then. */
    boolean add(BitSet added) {
        BitSet now = found().values;
        int before = now.cardinality();
        now.or(added);
        return now.cardinality() != before;
    }
}
