package org.bluescript.language.interop;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** Null, and the result of what has none. */
@ExportLibrary(InteropLibrary.class)
public final class Nothing implements TruffleObject {
    public static final Nothing NOTHING = new Nothing();

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
