package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.function.Supplier;

/** What the main module of a context's latest program declares; nothing before there was one. */
@ExportLibrary(InteropLibrary.class)
public final class GlobalScope implements TruffleObject {
    private final Class<? extends TruffleLanguage<?>> language;
    private Supplier<ModuleScope> latest;

    public GlobalScope(Class<? extends TruffleLanguage<?>> language) {
        this.language = language;
    }

    /** Shows the declarations of another program from now on. */
    public void show(Supplier<ModuleScope> program) {
        latest = program;
    }

    @ExportMessage
    boolean isScope() {
        return true;
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return language;
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return "global";
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(boolean includeInternal) {
        return latest == null ? Names.NONE : latest.get().getMembers(includeInternal);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return latest != null && latest.get().isMemberReadable(member);
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        return existing(member).readMember(member);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberModifiable(String member) {
        return latest != null && latest.get().isMemberModifiable(member);
    }

    @ExportMessage
    boolean isMemberInsertable(@SuppressWarnings("unused") String member) {
        return false;
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String member, Object value)
            throws UnknownIdentifierException, UnsupportedMessageException, UnsupportedTypeException {
        existing(member).writeMember(member, value);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberInvocable(String member) {
        return latest != null && latest.get().isMemberInvocable(member);
    }

    @ExportMessage
    @TruffleBoundary
    Object invokeMember(String member, Object[] arguments)
            throws UnknownIdentifierException, ArityException, UnsupportedMessageException, UnsupportedTypeException {
        return existing(member).invokeMember(member, arguments);
    }

    private ModuleScope existing(String member) throws UnknownIdentifierException {
        if (latest == null) {
            throw UnknownIdentifierException.create(member);
        }
        return latest.get();
    }
}
