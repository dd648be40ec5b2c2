package org.bluescript.language.shadow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the host knows about the device: where things are, what they are called, which code is there, and the bytes of program
 * memory. Change a {@link #copy()}, and put it in the place of the original when the device has acknowledged.
 */
public final class ShadowMachine {
    private final MemoryMap map;
    private final RegionAllocator free;
    private final DataMemory memory;
    private final Map<String, Address> symbols = new LinkedHashMap<>();
    private final Map<String, FunctionVersion> versions = new LinkedHashMap<>();
    private Optional<HeapPlan> heap = Optional.empty();

    private ShadowMachine(MemoryMap map, RegionAllocator free, DataMemory memory) {
        this.map = map;
        this.free = free;
        this.memory = memory;
    }

    /** A device that has just started: nothing in program memory is in use, and nothing about it is known. */
    public static ShadowMachine blank(MemoryMap map) {
        return new ShadowMachine(map, new RegionAllocator(map.program()), new DataMemory(map.program()));
    }

    /** An independent copy. */
    public ShadowMachine copy() {
        ShadowMachine result = new ShadowMachine(map, free.copy(), memory.copy());
        result.symbols.putAll(symbols);
        result.versions.putAll(versions);
        result.heap = heap;
        return result;
    }

    public MemoryMap map() {
        return map;
    }

    /** Which program memory is free. */
    public RegionAllocator free() {
        return free;
    }

    public DataMemory memory() {
        return memory;
    }

    /** Names of data and code with their addresses; code has bit 0 set. */
    public Map<String, Address> symbols() {
        return Collections.unmodifiableMap(symbols);
    }

    public void define(String symbol, Address address) {
        symbols.put(symbol, address);
    }

    /** The newest version of each function on the device. */
    public Map<String, FunctionVersion> versions() {
        return Collections.unmodifiableMap(versions);
    }

    /** A function has been compiled, perhaps again. */
    public FunctionVersion addVersion(String function, Address entry, int size) {
        FunctionVersion old = versions.get(function);
        FunctionVersion added = new FunctionVersion(function, old == null ? 1 : old.number() + 1, entry, size);
        versions.put(function, added);
        return added;
    }

    /** Empty until a program has been loaded. */
    public Optional<HeapPlan> heap() {
        return heap;
    }

    public void heap(HeapPlan plan) {
        heap = Optional.of(plan);
    }
}
