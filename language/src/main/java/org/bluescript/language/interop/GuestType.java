package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.bluescript.language.types.Type;

/** A type that is no class, as a meta-object: it has a name and knows its values. */
@ExportLibrary(InteropLibrary.class)
final class GuestType implements TruffleObject {
    private final Type type;
    private final LoadedProgram program;

    GuestType(Type type, LoadedProgram program) {
        this.type = type;
        this.program = program;
    }

    @ExportMessage
    boolean isMetaObject() {
        return true;
    }

    @ExportMessage(name = "getMetaQualifiedName")
    @ExportMessage(name = "getMetaSimpleName")
    @TruffleBoundary
    Object name() {
        return type.toString();
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMetaInstance(Object value) {
        return value instanceof GuestArray array && array.program() == program && array.type().equals(type);
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return program.language();
    }

    @ExportMessage
    @TruffleBoundary
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return type.toString();
    }
}
