package org.bluescript.backend.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Collects frames, innermost first, and keeps only the first and the last ones. */
final class TraceBuilder {
    private final int innermostLimit;
    private final int outermostLimit;
    private final List<Frame> innermost = new ArrayList<>();
    private final Deque<Frame> outermost = new ArrayDeque<>();
    private long omitted;

    TraceBuilder(int innermostLimit, int outermostLimit) {
        this.innermostLimit = innermostLimit;
        this.outermostLimit = outermostLimit;
    }

    void add(Frame frame) {
        if (innermost.size() < innermostLimit) {
            innermost.add(frame);
            return;
        }
        outermost.add(frame);
        if (outermost.size() > outermostLimit) {
            outermost.remove();
            omitted++;
        }
    }

    StackTrace build(boolean complete) {
        List<Frame> first = new ArrayList<>(innermost);
        if (omitted == 0) {
            first.addAll(outermost);
            return new StackTrace(first, 0, List.of(), complete);
        }
        return new StackTrace(first, omitted, List.copyOf(outermost), complete);
    }
}
