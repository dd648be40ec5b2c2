package org.bluescript.language.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bluescript.language.shadow.Address;

/**
 * Instructions in static data, one for each function whose address data or objects may hold: a jump to where the function's code is
 * at the time. So that code can be replaced by writing one aligned word, and every table, function value and closure reaches the
 * new code, even while the device runs.
 */
public final class EntryTable {
    /** The symbol of the table. */
    public static final String SYMBOL = "bs_entries";

    /** Bytes of an entry: {@code b.w}. */
    public static final int ENTRY_SIZE = 4;

    private static final String SUFFIX = "_entry";

    private final Map<String, Address> entries = new LinkedHashMap<>();

    /** Lays the table out for these symbols; its instructions are still 0. */
    static EntryTable place(StaticMemory memory, Iterable<String> symbols) {
        EntryTable table = new EntryTable();
        int size = 0;
        for (String symbol : symbols) {
            table.entries.put(symbol, Address.of(ENTRY_SIZE * size++));
        }
        Address start = memory.reserve(SYMBOL, Math.max(ENTRY_SIZE * size, ENTRY_SIZE));
        table.entries.replaceAll((symbol, offset) -> start.plus(offset.bits()));
        return table;
    }

    /** By symbol of the code, where its entry lies. */
    public Map<String, Address> addresses() {
        return Collections.unmodifiableMap(entries);
    }

    /** What stands in memory for code that has an entry: the entry's address, with bit 0 set. */
    public int word(String symbol) {
        return entries.get(symbol).bits() | 1;
    }

    /** By symbol of the code, what stands in memory for it. */
    public Map<String, Integer> words() {
        Map<String, Integer> result = new LinkedHashMap<>();
        entries.keySet().forEach(symbol -> result.put(symbol, word(symbol)));
        return result;
    }

    /** The name under which C knows the entry of code with a symbol. */
    public static String name(String symbol) {
        return symbol + SUFFIX;
    }
}
