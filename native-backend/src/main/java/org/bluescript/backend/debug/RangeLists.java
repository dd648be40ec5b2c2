package org.bluescript.backend.debug;

import java.util.List;
import org.bluescript.backend.elf.ByteCursor;
import org.bluescript.backend.elf.Bytes;
import org.bluescript.backend.elf.DebugSections;
import org.bluescript.backend.elf.ElfFormatException;

/**
 * Lists of address ranges: {@code .debug_rnglists} (DWARF 5, 7.25), {@code .debug_ranges} (DWARF 4, 7.24).
 */
final class RangeLists {
    /** The address of code that was left out of the program. */
    private static final int NOWHERE = -1;

    private final InfoUnit unit;
    private final DebugSections sections;
    private final int version;
    private int base;

    RangeLists(InfoUnit unit, DebugSections sections, int version, int base) {
        this.unit = unit;
        this.sections = sections;
        this.version = version;
        this.base = base;
    }

    /** Adds the ranges of the list that an attribute names. */
    void read(InfoEntry.Value list, long listsBase, List<AddressRange> found) {
        if (version < 5) {
            readOld(list.value(), found);
        } else {
            Bytes section = sections.section(".debug_rnglists");
            long offset = list.form() == Form.RNGLISTX
                    ? listsBase + section.u32(listsBase + list.value() * 4) : list.value();
            readNew(new ByteCursor(section, offset), found);
        }
    }

    private void readOld(long offset, List<AddressRange> found) {
        ByteCursor in = new ByteCursor(sections.section(".debug_ranges"), offset);
        while (true) {
            int start = in.i32();
            int end = in.i32();
            if (start == 0 && end == 0) {
                return;
            }
            if (start == -1) {
                base = end;
            } else {
                addOffsets(start, end, found);
            }
        }
    }

    private void readNew(ByteCursor in, List<AddressRange> found) {
        while (true) {
            int kind = in.u8();
            switch (kind) {
                case 0 -> {
                    return;
                }
                case 1 -> base = unit.indexedAddress(in.uleb());
                case 2 -> found.add(new AddressRange(unit.indexedAddress(in.uleb()),
                        unit.indexedAddress(in.uleb())));
                case 3 -> addLength(unit.indexedAddress(in.uleb()), in.uleb(), found);
                case 4 -> addOffsets(in.uleb(), in.uleb(), found);
                case 5 -> base = in.i32();
                case 6 -> found.add(new AddressRange(in.i32(), in.i32()));
                case 7 -> addLength(in.i32(), in.uleb(), found);
                default -> throw new ElfFormatException("unknown range list entry " + kind);
            }
        }
    }

    private void addOffsets(long start, long end, List<AddressRange> found) {
        if (base != NOWHERE) {
            found.add(new AddressRange(base + (int) start, base + (int) end));
        }
    }

    private static void addLength(int start, long length, List<AddressRange> found) {
        found.add(new AddressRange(start, start + (int) length));
    }
}
