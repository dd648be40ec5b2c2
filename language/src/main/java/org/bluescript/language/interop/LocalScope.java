package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The variables of a function that can be named at a place, over those of its module. */
@ExportLibrary(InteropLibrary.class)
public final class LocalScope implements TruffleObject {
    /** A variable in a running function, or of one that does not run. */
    public interface Place {
        /** The value for other languages; null for nothing if the function does not run. */
        Object read();

        boolean isWritable();

        void write(Object value) throws UnsupportedTypeException;
    }

    private final String function;
    private final Map<String, Place> variables;
    private final ModuleScope module;

    public LocalScope(String function, Map<String, Place> variables, ModuleScope module) {
        this.function = function;
        this.variables = variables;
        this.module = module;
    }

    @ExportMessage
    boolean isScope() {
        return true;
    }

    @ExportMessage
    boolean hasScopeParent() {
        return true;
    }

    @ExportMessage
    Object getScopeParent() {
        return module;
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return module.getLanguage();
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return function;
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        List<String> names = new ArrayList<>(variables.keySet());
        module.names().stream().filter(n -> !variables.containsKey(n)).forEach(names::add);
        return new Names(names);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return variables.containsKey(member) || module.isMemberReadable(member);
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        Place place = variables.get(member);
        return place == null ? module.readMember(member) : place.read();
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberModifiable(String member) {
        Place place = variables.get(member);
        return place == null ? module.isMemberModifiable(member) : place.isWritable();
    }

    @ExportMessage
    boolean isMemberInsertable(@SuppressWarnings("unused") String member) {
        return false;
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String member, Object value)
            throws UnknownIdentifierException, UnsupportedMessageException, UnsupportedTypeException {
        Place place = variables.get(member);
        if (place == null) {
            module.writeMember(member, value);
        } else if (place.isWritable()) {
            place.write(value);
        } else {
            throw UnsupportedMessageException.create();
        }
    }
}
