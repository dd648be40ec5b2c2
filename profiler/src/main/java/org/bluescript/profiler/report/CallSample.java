package org.bluescript.profiler.report;

import java.util.List;
import org.bluescript.language.source.Span;

/**
 * What ran from one moment on, until the next sample.
 *
 * @param at microseconds since the run began
 * @param stack the calls in progress, the outermost first; empty if the program did not run: it waited, or had not begun
 */
public record CallSample(long at, List<Frame> stack) {
    public CallSample {
        stack = List.copyOf(stack);
    }

    /** Who executes a call. */
    public enum Side {
        HOST,
        DEVICE
    }

    /**
     * A call in progress.
     *
     * @param name the function's display name
     * @param function the function's text
     * @param place where in it the call is; of a call on the device that nobody looks into, the whole function or loop
     */
    public record Frame(String name, Span function, Span place, Side side) {}
}
