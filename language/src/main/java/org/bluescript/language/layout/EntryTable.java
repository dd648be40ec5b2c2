package org.bluescript.language.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.bluescript.language.shadow.Address;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.PrimitiveType;

/**
 * Instructions in static data, one for each function whose address data or objects may hold, and for each of which there may be better
 * code some time: a jump to where the function's code is at the time. So that code can be replaced by writing one aligned word, and every
 * table, function value, closure and call reaches the new code, even while the device runs.
 */
public final class EntryTable {
    /** The symbol of the table. */
    public static final String SYMBOL = "bs_entries";

    /** Bytes of an entry: {@code b.w}. */
    public static final int ENTRY_SIZE = 4;

    private static final String SUFFIX = "_entry";

    private final Map<String, Address> entries;
    private final Set<String> called;

    private EntryTable(Map<String, Address> entries, Set<String> called) {
        this.entries = entries;
        this.called = called;
    }

    /** The entries of a program that grows, wherever they are: all of its functions are called by them. */
    public static EntryTable growing(Map<String, Address> entries) {
        return new EntryTable(entries, entries.keySet());
    }

    /**
     * Lays the table out; its instructions are still 0.
     *
     * @param held symbols of code whose address data or objects may hold
     * @param called symbols of functions that are called through the table
     */
    static EntryTable place(StaticMemory memory, Set<String> held, Set<String> called) {
        EntryTable table = new EntryTable(new LinkedHashMap<>(), called);
        Set<String> symbols = new LinkedHashSet<>(held);
        symbols.addAll(called);
        int size = 0;
        for (String symbol : symbols) {
            table.entries.put(symbol, Address.of(ENTRY_SIZE * size++));
        }
        Address start = memory.reserve(SYMBOL, Math.max(ENTRY_SIZE * size, ENTRY_SIZE));
        table.entries.replaceAll((symbol, offset) -> start.plus(offset.bits()));
        return table;
    }

    /**
     * Whether there may be better code for a function than what its source says: it handles values of which the checker does not know the
     * type. It is called through the table wherever it may be other code's; all others are called where they are.
     */
    public static boolean mayImprove(TypedFunction function) {
        boolean[] found = {function.parameters().stream().anyMatch(p -> p.type() == PrimitiveType.ANY)};
        TreeWalk.expressions(function.body(), e -> found[0] |= e.type() == PrimitiveType.ANY);
        return found[0] && !function.deviceBound() && function.kind() != TypedFunction.Kind.TOP_LEVEL;
    }

    /** Whether the function with this symbol is called through the table. */
    public boolean isCalled(String symbol) {
        return called.contains(symbol);
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
