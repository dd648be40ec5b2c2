package org.bluescript.cli;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** What Ctrl-C does: the first runs the action that is set; without one, or if it could do nothing, the process is to end. */
public final class Interrupts {
    private final AtomicReference<BooleanSupplier> action = new AtomicReference<>();

    /** Sets what the next Ctrl-C does, once; it says whether it did something. Null lets Ctrl-C end the process. */
    public void onInterrupt(BooleanSupplier newAction) {
        action.set(newAction);
    }

    /** Ctrl-C: whether it was taken care of; if not, the process is to end. */
    public boolean interrupt() {
        BooleanSupplier current = action.getAndSet(null);
        return current != null && current.getAsBoolean();
    }
}
