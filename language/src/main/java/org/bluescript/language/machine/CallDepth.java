package org.bluescript.language.machine;

/**
 * Counts the calls that are in progress, so that an endless recursion ends at a certain depth and not wherever the host's stack
 * happens to end. A device's stack ends earlier, except for recursions that its compiler turns into loops.
 */
public final class CallDepth {
    /** Needs some 100 MB of stack; see {@code HostedProgram}. */
    private static final int LIMIT = 1 << 16;

    private int depth;

    /** Thrown in place of the host's own error, and handled like it. */
    public static final class Exceeded extends StackOverflowError {
        private static final long serialVersionUID = 1;
        static final Exceeded INSTANCE = new Exceeded();

        private Exceeded() {}

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** Begins a call, unless there are too many: then it returns false. */
    public boolean enter() {
        if (depth >= LIMIT) {
            return false;
        }
        depth++;
        return true;
    }

    public void leave() {
        depth--;
    }

    public static StackOverflowError exceeded() {
        return Exceeded.INSTANCE;
    }
}
