package org.bluescript.backend.elf;

import java.util.HashMap;
import java.util.Map;

/**
 * The debugging information of one linked file, or of one object whose addresses have been filled in: the sections by
 * name, {@code .debug_line} and the like. A missing section is empty.
 *
 * @param name what messages call it
 */
public record DebugSections(String name, Map<String, Bytes> sections) {
    public DebugSections {
        sections = Map.copyOf(sections);
    }

    /** Of a linked file, where nothing is left to fill in. */
    public static DebugSections of(ElfFile linked) {
        Map<String, Bytes> sections = new HashMap<>();
        for (ElfSection section : linked.sections()) {
            if (section.name().startsWith(".debug_")) {
                sections.put(section.name(), section.contents());
            }
        }
        return new DebugSections(linked.name(), sections);
    }

    public Bytes section(String section) {
        Bytes found = sections.get(section);
        return found == null ? Bytes.of(name + ": " + section, new byte[0]) : found;
    }
}
