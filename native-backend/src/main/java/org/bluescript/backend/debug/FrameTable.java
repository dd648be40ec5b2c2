package org.bluescript.backend.debug;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bluescript.backend.elf.ByteCursor;
import org.bluescript.backend.elf.Bytes;
import org.bluescript.backend.elf.DebugSections;
import org.bluescript.backend.elf.ElfFormatException;

/**
 * Call frame information: for every instruction, how to find the caller's registers. Read from {@code .debug_frame},
 * versions 1, 3 and 4. Entries that cannot be read are left out.
 */
final class FrameTable {
    private static final int CIE_ID = -1;

    /** By start address, as an unsigned number. */
    private final TreeMap<Long, Entry> entries = new TreeMap<>();

    /** What several entries have in common. */
    private record Common(long codeAlignment, long dataAlignment, Bytes instructions) {
        UnwindRow initial() {
            return new FrameProgram(codeAlignment, dataAlignment, new UnwindRow(), 0).run(instructions, -1);
        }
    }

    private record Entry(AddressRange range, Common common, Bytes instructions) {}

    void add(DebugSections sections) {
        Bytes section = sections.section(".debug_frame");
        long offset = 0;
        while (offset + 8 <= section.length()) {
            long size = section.u32(offset);
            long next = offset + 4 + size;
            if (next > section.length()) {
                return;
            }
            try {
                if (size >= 4 && section.i32(offset + 4) != CIE_ID) {
                    addEntry(section, offset + 4, next);
                }
            } catch (ElfFormatException _) {
                // The entry is left out.
            }
            offset = next;
        }
    }

    private void addEntry(Bytes section, long offset, long end) {
        Common common = common(section, section.u32(offset));
        int start = section.i32(offset + 4);
        AddressRange range = new AddressRange(start, start + section.i32(offset + 8));
        if (!range.isEmpty()) {
            entries.put(Integer.toUnsignedLong(start),
                    new Entry(range, common, section.slice(section.name(), offset + 12, end - offset - 12)));
        }
    }

    private static Common common(Bytes section, long offset) {
        long end = offset + 4 + section.u32(offset);
        if (section.i32(offset + 4) != CIE_ID) {
            throw new ElfFormatException("%s: no common entry at 0x%x".formatted(section.name(), offset));
        }
        ByteCursor in = new ByteCursor(section, offset + 8);
        int version = in.u8();
        String augmentation = in.string();
        if (!augmentation.isEmpty()) {
            throw new ElfFormatException("%s: unknown augmentation %s".formatted(section.name(), augmentation));
        }
        if (version >= 4) {
            in.skip(2);
        }
        long codeAlignment = in.uleb();
        long dataAlignment = in.sleb();
        if (version == 1) {
            in.u8();
        } else {
            in.uleb();
        }
        return new Common(codeAlignment, dataAlignment,
                section.slice(section.name(), in.position(), end - in.position()));
    }

    /** How to leave the function at the instruction {@code pc}, before it is executed. */
    Optional<UnwindRow> at(int pc) {
        Map.Entry<Long, Entry> found = entries.floorEntry(Integer.toUnsignedLong(pc));
        if (found == null || !found.getValue().range.contains(pc)) {
            return Optional.empty();
        }
        Entry entry = found.getValue();
        try {
            Common common = entry.common;
            return Optional.of(new FrameProgram(common.codeAlignment, common.dataAlignment, common.initial(),
                    entry.range.start()).run(entry.instructions, pc));
        } catch (ElfFormatException _) {
            return Optional.empty();
        }
    }
}
