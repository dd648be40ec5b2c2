package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import org.bluescript.language.shadow.heap.HostRoots;

/**
 * The references that running functions hold, exactly: each function that may allocate has a stretch of it with one word for
 * every local and every temporary of a reference type. Functions write through to it and never read from it.
 */
public final class RootStack implements HostRoots {
    private final CallDepth depth = new CallDepth();
    private int[] words = new int[1024];
    private int top;

    /** How many functions are running. */
    public CallDepth depth() {
        return depth;
    }

    /** Takes a stretch of null references and returns where it begins. */
    public int push(int count) {
        int base = top;
        top = base + count;
        if (top > words.length) {
            grow();
        }
        for (int i = base; i < base + count; i++) {
            words[i] = 0;
        }
        return base;
    }

    /** Gives back the stretch that begins at {@code base}, and all behind it. */
    public void pop(int base) {
        top = base;
    }

    public void set(int index, int reference) {
        words[index] = reference;
    }

    @TruffleBoundary
    private void grow() {
        words = Arrays.copyOf(words, Math.max(top, 2 * words.length));
    }

    @Override
    public void visit(Visitor visitor) {
        for (int i = 0; i < top; i++) {
            visitor.reference(words[i]);
        }
    }
}
