package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.IndirectCallNode;
import com.oracle.truffle.api.nodes.Node;
import java.util.Arrays;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import org.bluescript.language.machine.Code;

/**
 * Calls the function that a key stands for: a class record for methods, a word for closures. Remembers the functions of a few
 * keys and compares before it looks further.
 */
abstract class DispatchNode extends Node {
    private static final int MOST_KEYS = 4;

    @CompilationFinal(dimensions = 1) private int[] keys = {};
    @CompilationFinal(dimensions = 1) private boolean[] keepsFirst = {};
    @Children private DirectCallNode[] calls = {};
    @Child private IndirectCallNode other;

    /** The function that a key stands for, always the same. */
    protected abstract Code resolve(int key);

    /** Whether a function takes the first argument, the closure or receiver. */
    protected abstract boolean keepsFirst(Code code);

    /** {@code arguments} begin with the closure or receiver. */
    @ExplodeLoop
    final Object call(int key, Object[] arguments) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                return calls[i].call(keepsFirst[i] ? arguments : withoutFirst(arguments));
            }
        }
        if (other != null) {
            Code code = resolve(key);
            return other.call(code.target(), keepsFirst(code) ? arguments : withoutFirst(arguments));
        }
        CompilerDirectives.transferToInterpreterAndInvalidate();
        remember(key);
        return call(key, arguments);
    }

    private void remember(int key) {
        if (keys.length == MOST_KEYS) {
            other = insert(IndirectCallNode.create());
            return;
        }
        Code code = resolve(key);
        int n = keys.length;
        DirectCallNode[] more = Arrays.copyOf(calls, n + 1);
        more[n] = insert(DirectCallNode.create(code.target()));
        boolean[] keeps = Arrays.copyOf(keepsFirst, n + 1);
        keeps[n] = keepsFirst(code);
        int[] all = Arrays.copyOf(keys, n + 1);
        all[n] = key;
        calls = more;
        keepsFirst = keeps;
        keys = all;
    }

    private static Object[] withoutFirst(Object[] arguments) {
        Object[] rest = new Object[arguments.length - 1];
        System.arraycopy(arguments, 1, rest, 0, rest.length);
        return rest;
    }
}
