package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.FunctionType;

/** A function value. */
@ExportLibrary(InteropLibrary.class)
final class GuestFunction extends HeapReference {
    private final TypedFunction function;

    GuestFunction(LoadedProgram program, int closure) {
        super(program, closure);
        this.function = program.functionOf(closure);
    }

    FunctionType type() {
        return new FunctionType(
                LoadedProgram.parameters(function).stream().map(Local::type).toList(), function.result());
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
}
