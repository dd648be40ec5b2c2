package org.bluescript.backend.debug;

import java.util.HashMap;
import java.util.Map;

/** One entry of {@code .debug_info}: a function, or the body of one that was inlined, or something that holds such. */
final class InfoEntry {
    static final int LEXICAL_BLOCK = 0x0b;
    static final int COMPILE_UNIT = 0x11;
    static final int INLINED_SUBROUTINE = 0x1d;
    static final int SUBPROGRAM = 0x2e;

    static final int NAME = 0x03;
    static final int STMT_LIST = 0x10;
    static final int LOW_PC = 0x11;
    static final int HIGH_PC = 0x12;
    static final int ABSTRACT_ORIGIN = 0x31;
    static final int SPECIFICATION = 0x47;
    static final int RANGES = 0x55;
    static final int CALL_FILE = 0x58;
    static final int CALL_LINE = 0x59;
    static final int LINKAGE_NAME = 0x6e;
    static final int STR_OFFSETS_BASE = 0x72;
    static final int ADDR_BASE = 0x73;
    static final int RNGLISTS_BASE = 0x74;

    /** A value and how it was encoded, which decides what it means. */
    record Value(int form, long value) {
        /** An offset from the beginning of the unit, rather than of the section. */
        boolean isUnitReference() {
            return form >= Form.REF1 && form <= Form.REF_UDATA;
        }

        boolean isReference() {
            return isUnitReference() || form == Form.REF_ADDR;
        }
    }

    /** From the beginning of the section. */
    final long offset;
    final int tag;
    private final Map<Integer, Value> values = new HashMap<>();

    InfoEntry(long offset, int tag) {
        this.offset = offset;
        this.tag = tag;
    }

    void put(int attribute, Value value) {
        values.put(attribute, value);
    }

    boolean has(int attribute) {
        return values.containsKey(attribute);
    }

    /** The value, or null. */
    Value get(int attribute) {
        return values.get(attribute);
    }

    long number(int attribute) {
        Value found = values.get(attribute);
        return found == null ? 0 : found.value;
    }

    /** It is code of one function, as opposed to a declaration, a type, a block. */
    boolean isFunction() {
        return tag == SUBPROGRAM || tag == INLINED_SUBROUTINE;
    }
}
