package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in memory where a device has addresses of code: an odd word for each function, in a range where the device
 * has no code. A function's direct entry and its entry as a value are one here.
 */
public final class CodeTable {
    private static final int BASE = 0x10000001;

    private final List<Code> functions = new ArrayList<>();
    private final Map<String, Integer> words = new HashMap<>();

    /** Adds a function under the symbols of its entries, and returns its word. */
    public int add(Code function, List<String> symbols) {
        int word = BASE + 2 * functions.size();
        functions.add(function);
        symbols.forEach(s -> words.put(s, word));
        return word;
    }

    /** The word for a symbol that was added. */
    int word(String symbol) {
        return words.get(symbol);
    }

    /** The function that a word stands for, which must be one of this table. */
    @TruffleBoundary
    public Code at(int word) {
        return functions.get((word - BASE) / 2);
    }
}
