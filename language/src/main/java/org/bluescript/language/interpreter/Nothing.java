package org.bluescript.language.interpreter;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** What evaluating a program gives. */
@ExportLibrary(InteropLibrary.class)
final class Nothing implements TruffleObject {
    static final Nothing NOTHING = new Nothing();

    private Nothing() {}

    @ExportMessage
    boolean isNull() {
        return true;
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return "undefined";
    }
}
