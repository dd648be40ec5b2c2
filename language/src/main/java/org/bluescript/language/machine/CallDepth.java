package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;

/**
 * Reckons what the calls in progress take of the host's stack, so that an endless recursion ends at a certain depth or, if the
 * host's stack is small, earlier, but always at a call: never inside what a function does, least of all inside an operation on the
 * heap, which would leave half of itself in memory. A device's stack ends earlier, except for recursions that its compiler turns
 * into loops.
 *
 * <p>Nobody can ask Java how much stack is left. So calls reckon with more than they take, and before they go deeper than ever,
 * a recursion into nothing shows that there is room for some of them and for all that one of them may do.
 */
public final class CallDepth {
    /** In bytes as reckoned here: some 65,000 calls, which take a quarter of that, if they are not compiled; see {@code HostedProgram}. */
    private static final int LIMIT = 448 << 20;

    /** What a call and a level of its function's tree take at most, in bytes: while neither is compiled. */
    private static final int CALL = 3072;

    private static final int LEVEL = 256;
    /** Levels that may be put into a tree while it runs, by tools or to remember what was seen. */
    private static final int MORE_LEVELS = 8;

    /**
     * For what a function does without calling another: allocation, collection, text, printing, loading of their Java classes. And for
     * calls that were compiled as part of their caller, which reckons for itself only, when they must go on uncompiled.
     */
    private static final int RESERVE = 96 << 10;
    /** So much more is tried than is needed, in order not to try at every call: more each time that it was there. */
    private static final int LEAST_STRIDE = 16 << 10;

    private static final int GREATEST_STRIDE = 4 << 20;
    /** Java compiled or not takes no less for a call. */
    private static final int SMALLEST_FRAME = 32;

    private int used;
    /** What may be used without trying again; calls take less than they reckon with, so it holds only for calls from where it was shown. */
    private int proven;
    /** What was free where it was tried last, and so in all calls around. */
    private int free;

    private int stride = LEAST_STRIDE;

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

    /** What a call of the function with this body reckons with. */
    public static int bytes(Node body) {
        return CALL + (height(body) + MORE_LEVELS) * LEVEL;
    }

    private static int height(Node node) {
        int highest = 0;
        for (Node child : node.getChildren()) {
            highest = Math.max(highest, height(child));
        }
        return highest + 1;
    }

    /** Begins a call, unless there are too many or it has no room: then it returns false. */
    public boolean enter(int bytes) {
        int after = used + bytes;
        if (after > proven && !hasRoom(bytes)) {
            return false;
        }
        used = after;
        return true;
    }

    public void leave(int bytes) {
        int before = used - bytes;
        used = before;
        if (proven > before + free) {
            proven = before + free;
        }
    }

    /** No call is in progress any more. */
    void abandon() {
        used = 0;
        forgetRoom();
    }

    /** The next call may come from anywhere on any stack. */
    void forgetRoom() {
        proven = used;
        stride = LEAST_STRIDE;
    }

    @TruffleBoundary
    private boolean hasRoom(int bytes) {
        if (used > LIMIT) {
            return false;
        }
        while (!isFree(bytes + stride + RESERVE)) {
            if (stride == LEAST_STRIDE) {
                return false;
            }
            stride /= 2;
        }
        free = bytes + stride;
        proven = used + free;
        stride = Math.min(2 * stride, GREATEST_STRIDE);
        return true;
    }

    private static boolean isFree(int bytes) {
        try {
            return descend(bytes / SMALLEST_FRAME) >= 0;
        } catch (StackOverflowError e) {
            return false;
        }
    }

    private static int descend(int levels) {
        return levels == 0 ? 0 : 1 + descend(levels - 1);
    }

    public static StackOverflowError exceeded() {
        return Exceeded.INSTANCE;
    }
}
