package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.utilities.TriState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bluescript.language.machine.HostMachine;

/** A wrapper of an object in a program's memory. Two wrappers of one object are identical. */
@ExportLibrary(InteropLibrary.class)
abstract class HeapReference implements TruffleObject {
    private final LoadedProgram program;
    private final int address;

    HeapReference(LoadedProgram program, int address) {
        this.program = program;
        this.address = address;
        program.machine().handles().hold(this, address);
    }

    final LoadedProgram program() {
        return program;
    }

    final int address() {
        return address;
    }

    final HostMachine machine() {
        return program.machine();
    }

    @ExportMessage
    final boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    final Class<? extends TruffleLanguage<?>> getLanguage() {
        return program.language();
    }

    @ExportMessage
    final TriState isIdenticalOrUndefined(Object other) {
        return other instanceof HeapReference that
                ? TriState.valueOf(that.program == program && that.address == address)
                : TriState.UNDEFINED;
    }

    @ExportMessage
    @TruffleBoundary
    final int identityHashCode() {
        return address;
    }

    @ExportMessage
    @TruffleBoundary
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        machine().texts().append(text, address);
        return text.toString(StandardCharsets.UTF_8);
    }
}
