package org.bluescript.language.observation;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Which types the parameters of one function had together. As long as each has had one type only, there is nothing to look at. The program's
 * thread observes; any thread may ask.
 */
public final class ObservedShapes {
    /** Bits of a key for each parameter. */
    private static final int WIDTH = 8;

    /** So many parameters that are observed can be told apart. */
    public static final int MOST_PARAMETERS = Long.SIZE / WIDTH;

    @CompilationFinal(dimensions = 1) private final ObservedWords[] parameters;
    private final Counter calls;
    @CompilationFinal(dimensions = 1) private long[] keys = {};
    @CompilationFinal(dimensions = 1) private Counter[] counts = {};
    /** Of the first key, before there was another. */
    private long before;

    /** @param parameters those that are observed, at most {@link #MOST_PARAMETERS} */
    ObservedShapes(List<ObservedWords> parameters, Counter calls) {
        this.parameters = parameters.toArray(ObservedWords[]::new);
        this.calls = calls;
    }

    /** Whether a call tells anything that the parameters do not tell by themselves. */
    @ExplodeLoop
    public boolean areSeveral() {
        for (ObservedWords parameter : parameters) {
            if (parameter.areSeveral()) {
                return true;
            }
        }
        return false;
    }

    /** The key of a call, after the parameters before this one, given the word that was passed and observed. */
    public long key(long before, int parameter, int word) {
        return before << WIDTH | parameters[parameter].index(word);
    }

    @ExplodeLoop
    public void observe(long key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                counts[i].add();
                return;
            }
        }
        if (keys.length < FunctionProfile.MOST_SHAPES) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            learn(key);
        }
    }

    private synchronized void learn(long key) {
        if (keys.length == 0) {
            before = calls.count() - 1;
            long first = 0;
            for (ObservedWords parameter : parameters) {
                first = first << WIDTH | parameter.first();
            }
            add(first);
        }
        if (keys[0] != key) {
            add(key);
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                counts[i].add();
            }
        }
    }

    private void add(long key) {
        counts = Arrays.copyOf(counts, counts.length + 1);
        counts[counts.length - 1] = new Counter();
        keys = Arrays.copyOf(keys, keys.length + 1);
        keys[keys.length - 1] = key;
    }

    /** What was seen until now: the types of those parameters that are observed. */
    synchronized Map<List<Type>, Long> seen() {
        Map<List<Type>, Long> result = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            long count = counts[i].count() + (i == 0 ? before : 0);
            if (count > 0) {
                types(keys[i]).ifPresent(types -> result.merge(types, count, Long::sum));
            }
        }
        return result;
    }

    private Optional<List<Type>> types(long key) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            int index = (int) (key >>> WIDTH * (parameters.length - 1 - i)) & (1 << WIDTH) - 1;
            types.add(parameters[i].type(index).orElse(PrimitiveType.ANY));
        }
        return types.contains(PrimitiveType.ANY) ? Optional.empty() : Optional.of(types);
    }
}
