package org.bluescript.cli.session;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** How long each phase of a command takes, told as each ends. Phases may run at the same time on several threads. */
public final class Phases {
    private static final Phases SILENT = new Phases(0, null);

    private final long start;
    private final Consumer<String> listener;

    private Phases(long start, Consumer<String> listener) {
        this.start = start;
        this.listener = listener;
    }

    /** Tells nobody. */
    public static Phases silent() {
        return SILENT;
    }

    /** @param listener gets one line for each phase */
    public static Phases telling(Consumer<String> listener) {
        return new Phases(System.nanoTime(), listener);
    }

    /** Runs a phase. It counts also if it throws. */
    public <T> T time(String name, Callable<T> phase) throws Exception {
        long began = System.nanoTime();
        try {
            return phase.call();
        } finally {
            tell(name, began, System.nanoTime());
        }
    }

    /** Tells of a moment rather than a stretch of time. */
    public void mark(String name) {
        long now = System.nanoTime();
        tell(name, now, now);
    }

    private void tell(String name, long began, long ended) {
        if (listener != null) {
            listener.accept(String.format(Locale.ROOT, "%7.1f ms  +%6.1f  %s",
                    (ended - start) / 1e6, (ended - began) / 1e6, name));
        }
    }
}
