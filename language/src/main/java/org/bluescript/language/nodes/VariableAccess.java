package org.bluescript.language.nodes;

import com.oracle.truffle.api.instrumentation.StandardTags.ReadVariableTag;
import com.oracle.truffle.api.instrumentation.StandardTags.WriteVariableTag;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** Says of a node that it reads or writes a variable; the object that tools ask for the variable's name. */
@ExportLibrary(InteropLibrary.class)
public final class VariableAccess implements TruffleObject {
    private final String variable;
    private final boolean writes;

    private VariableAccess(String variable, boolean writes) {
        this.variable = variable;
        this.writes = writes;
    }

    public static VariableAccess read(String variable) {
        return new VariableAccess(variable, false);
    }

    public static VariableAccess write(String variable) {
        return new VariableAccess(variable, true);
    }

    boolean hasTag(Class<? extends Tag> tag) {
        return tag == (writes ? WriteVariableTag.class : ReadVariableTag.class);
    }

    private String member() {
        return writes ? WriteVariableTag.NAME : ReadVariableTag.NAME;
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        return new Members(member());
    }

    @ExportMessage
    boolean isMemberReadable(String name) {
        return name.equals(member());
    }

    @ExportMessage
    Object readMember(String name) throws UnknownIdentifierException {
        if (!isMemberReadable(name)) {
            throw UnknownIdentifierException.create(name);
        }
        return variable;
    }

    /** The one name there is. */
    @ExportLibrary(InteropLibrary.class)
    static final class Members implements TruffleObject {
        private final String name;

        Members(String name) {
            this.name = name;
        }

        @ExportMessage
        boolean hasArrayElements() {
            return true;
        }

        @ExportMessage
        long getArraySize() {
            return 1;
        }

        @ExportMessage
        boolean isArrayElementReadable(long index) {
            return index == 0;
        }

        @ExportMessage
        Object readArrayElement(@SuppressWarnings("unused") long index) {
            return name;
        }
    }
}
