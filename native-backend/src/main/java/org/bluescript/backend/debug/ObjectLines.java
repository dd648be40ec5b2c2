package org.bluescript.backend.debug;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bluescript.backend.elf.ElfSection;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.link.LinkedObject;

/** The lines of an object that has not been linked, or could not be: for messages about its references. */
public final class ObjectLines {
    private static final int FIRST_ADDRESS = 0x10000;

    private final Map<String, Integer> addresses = new HashMap<>();
    private final LineTable lines = new LineTable();

    /** Reads the object's line table. */
    public ObjectLines(ObjectCode object) {
        Map<Integer, Integer> bySection = new HashMap<>();
        int address = FIRST_ADDRESS;
        for (ElfSection section : object.elf().sections()) {
            if (section.isAllocated()) {
                bySection.put(section.index(), address);
                addresses.putIfAbsent(section.name(), address);
                address += section.size() + 1 & ~1;
            }
        }
        lines.add(new LinkedObject(object.elf(), bySection).debugSections());
    }

    /** The line of the instruction at {@code offset} in a section; empty for data. */
    public Optional<SourceLine> at(String section, int offset) {
        Integer address = addresses.get(section);
        return address == null ? Optional.empty() : lines.at(address + offset);
    }
}
