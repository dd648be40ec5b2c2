package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.List;
import java.util.Map;
import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.LoggedValue;
import org.bluescript.language.layout.CodeSlot;

/**
 * What stands in memory for a function: the address of its code on the device that shares the memory, or, where it has none, an
 * odd word in a range where a device has no code. A function's direct entry and its entry as a value are one here.
 */
public final class CodeTable {
    private static final int BASE = 0x10000001;

    private final Map<String, Integer> addresses;
    private final Map<Integer, Code> functions;
    private final Map<String, Integer> words;
    private final Map<Integer, String> slots;
    private final LoggedValue<Integer> added;

    /**
     * @param addresses what a device has, by symbol
     * @param log is told of what changes here
     */
    public CodeTable(Map<String, Integer> addresses, ChangeLog log) {
        this.addresses = addresses;
        this.functions = log.map();
        this.words = log.map();
        this.slots = log.map();
        this.added = log.value(0);
    }

    /** Adds a function under the symbols of its entries, and returns the word for the first. */
    public int add(Code function, List<String> symbols) {
        return add(function, symbols, addresses);
    }

    /** The same, where a device has other addresses than those that were known in the beginning. */
    public int add(Code function, List<String> symbols, Map<String, Integer> addresses) {
        int standIn = BASE + 2 * added.get();
        added.set(added.get() + 1);
        for (String symbol : symbols) {
            int word = addresses.getOrDefault(symbol, standIn);
            words.put(symbol, word);
            functions.put(word, function);
        }
        return words.get(symbols.getFirst());
    }

    /** Nothing refers any more to the function with these entries. */
    public void remove(List<String> symbols) {
        for (String symbol : symbols) {
            functions.remove(words.remove(symbol));
        }
    }

    /** The word for a symbol that was added. */
    public int word(String symbol) {
        return words.get(symbol);
    }

    /** A word of static data for the address of code, whether it has been given one or not. */
    public void slot(CodeSlot slot) {
        slots.put(slot.address().bits(), slot.symbol());
    }

    /**
     * The function whose address belongs into a word of static data, for instance of a method table. The word itself may be 0: a
     * device leaves out what its code never calls that way.
     */
    @TruffleBoundary
    public Code inSlot(int address) {
        return at(words.get(slots.get(address)));
    }

    /** The function that a word stands for, which must be one of this table. */
    @TruffleBoundary
    public Code at(int word) {
        Code function = functions.get(word);
        if (function == null) {
            throw new IllegalArgumentException("no function at 0x%08x".formatted(word));
        }
        return function;
    }
}
