package org.bluescript.language.infer;

import java.util.BitSet;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/** Values of the running program that the analysis does not tell apart. */
sealed interface Value {
    /** All values of one of the types without structure: integers, floats, booleans, strings, null. */
    record Plain(Type type) implements Value {}

    /** One integer. */
    record Whole(int value) implements Value {}

    /** All instances of exactly this class. */
    record Instance(ClassType type) implements Value {}

    /** All closures of a function. */
    record Function(FunctionId function) implements Value {}

    /** All arrays that one expression makes. Each is itself only. */
    final class Array implements Value {
        private final Type type;
        private final Slot elements;
        private final BitSet lengths = new BitSet();
        private Array representative;
        private boolean isFixed;
        private boolean isResized;

        /** @param type that the program gives it */
        Array(Type type, Slot elements) {
            this.type = type;
            this.elements = elements;
        }

        Type type() {
            return type;
        }

        Slot elements() {
            return elements;
        }

        /** The array that stands for this one and all that must be of its type. */
        Array found() {
            if (representative == null) {
                return this;
            }
            representative = representative.found();
            return representative;
        }

        /** Says that both must have one type; whether that is new. */
        boolean join(Array other) {
            Array a = found();
            Array b = other.found();
            if (a == b) {
                return false;
            }
            b.representative = a;
            a.isFixed |= b.isFixed || !a.type.equals(b.type);
            a.isResized |= b.isResized;
            a.elements.join(b.elements);
            return true;
        }

        /** Says that something can tell of which type it is, so that this must stay. */
        void fix() {
            found().isFixed = true;
        }

        boolean isFixed() {
            return found().isFixed;
        }

        /** The integers that its length can be when it is made. */
        BitSet lengths() {
            return lengths;
        }

        /** Says that its length changes; whether that is new. */
        boolean resize() {
            boolean isNew = !isResized();
            found().isResized = true;
            return isNew;
        }

        boolean isResized() {
            return found().isResized;
        }
    }
}
