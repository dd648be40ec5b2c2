package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.bluescript.language.typed.TypedFunction;

/** A method with its receiver, which other languages can pass around though the program itself cannot. */
@ExportLibrary(InteropLibrary.class)
final class GuestMethod extends HeapReference {
    private final TypedFunction function;

    GuestMethod(LoadedProgram program, int receiver, TypedFunction function) {
        super(program, receiver);
        this.function = function;
    }

    @ExportMessage
    boolean isExecutable() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object execute(Object[] arguments) throws ArityException, UnsupportedTypeException {
        return program().call(function, address(), arguments);
    }

    @ExportMessage
    boolean hasExecutableName() {
        return true;
    }

    @ExportMessage
    Object getExecutableName() {
        return function.displayName();
    }

    @ExportMessage
    @Override
    Object toDisplayString(boolean allowSideEffects) {
        return "[function " + function.displayName() + "]";
    }
}
