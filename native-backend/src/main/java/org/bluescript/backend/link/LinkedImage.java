package org.bluescript.backend.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bluescript.backend.elf.DebugSections;

/**
 * A program that is ready to be written to memory.
 *
 * @param segments one of each kind at most, none of them empty
 * @param symbols  all names of the objects and of what was taken from libraries, in the order of the link
 * @param objects  those of which at least one section is part of the program
 */
public record LinkedImage(List<Segment> segments, List<LinkedSymbol> symbols, List<LinkedObject> objects) {
    public LinkedImage {
        segments = List.copyOf(segments);
        symbols = List.copyOf(symbols);
        objects = List.copyOf(objects);
    }

    /** The global names with their addresses, functions with bit 0 set: the definitions for a later link. */
    public Map<String, Integer> globals() {
        Map<String, Integer> globals = new LinkedHashMap<>();
        for (LinkedSymbol symbol : symbols) {
            if (symbol.global()) {
                globals.putIfAbsent(symbol.name(), symbol.value());
            }
        }
        return globals;
    }

    /** What a pointer to the global {@code name} holds. */
    public OptionalInt address(String name) {
        for (LinkedSymbol symbol : symbols) {
            if (symbol.global() && symbol.name().equals(name)) {
                return OptionalInt.of(symbol.value());
            }
        }
        return OptionalInt.empty();
    }

    /** The debugging information of every object. Works it out at each call. */
    public List<DebugSections> debugSections() {
        return objects.stream().map(LinkedObject::debugSections).toList();
    }
}
