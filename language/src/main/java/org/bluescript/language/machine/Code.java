package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import java.util.function.Supplier;

/** A function that can be called; it is translated when that happens first. */
public final class Code {
    private final boolean takesClosure;
    private final Supplier<RootCallTarget> translation;
    private RootCallTarget target;

    /** @param takesClosure whether its first argument is the closure, before the parameters */
    public Code(boolean takesClosure, Supplier<RootCallTarget> translation) {
        this.takesClosure = takesClosure;
        this.translation = translation;
    }

    public boolean takesClosure() {
        return takesClosure;
    }

    /** It is translated anew when it is called next; whoever has its target is out of date. */
    public void forget() {
        target = null;
    }

    /** The first time, this translates. */
    @TruffleBoundary
    public RootCallTarget target() {
        if (target == null) {
            target = translation.get();
        }
        return target;
    }
}
