package org.bluescript.language.interpreter;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Devices that an embedder offers to contexts. Options of the polyglot API are texts: the embedder adds a device, and gives the
 * key it gets to {@code Context.Builder.option("bluescript.Device", key)}.
 */
public final class Devices {
    private static final Map<String, ProgramPlacer> PLACERS = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Devices() {}

    /** Returns the key. */
    public static String add(ProgramPlacer placer) {
        String key = "device-" + NEXT.getAndIncrement();
        PLACERS.put(key, placer);
        return key;
    }

    public static void remove(String key) {
        PLACERS.remove(key);
    }

    static Optional<ProgramPlacer> find(String key) {
        return Optional.ofNullable(PLACERS.get(key));
    }
}
