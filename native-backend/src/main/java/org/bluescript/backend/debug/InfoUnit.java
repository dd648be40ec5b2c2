package org.bluescript.backend.debug;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.backend.elf.ByteCursor;
import org.bluescript.backend.elf.Bytes;
import org.bluescript.backend.elf.DebugSections;
import org.bluescript.backend.elf.ElfFormatException;

/**
 * One unit of {@code .debug_info}, versions 2 to 5: reads its entries one after the other, and what their attributes refer
 * to in other sections. Source: DWARF 5, 7.5; DWARF 4, 7.5.
 */
final class InfoUnit {
    private static final int COMPILE = 1;
    private static final int PARTIAL = 3;

    private final DebugSections sections;
    private final long start;
    private final int end;
    private final ByteCursor in;
    private int version;
    private boolean hasCode = true;
    private Abbreviations abbreviations;
    private InfoEntry root;
    private int depth;
    private int nextDepth;

    /** The unit at {@code offset}; nothing but its length is read yet. */
    InfoUnit(DebugSections sections, long offset) {
        this.sections = sections;
        start = offset;
        Bytes section = sections.section(".debug_info");
        long size = section.u32(offset);
        end = (int) Math.min(section.length(), offset + 4 + size);
        in = new ByteCursor(section.slice(section.name(), 0, end), offset + 4);
        if (size >= 0xfffffff0L) {
            throw new ElfFormatException(section.name() + ": 64-bit units are not supported");
        }
    }

    /** Where the next unit begins. */
    int end() {
        return end;
    }

    /** Reads the header and the entry of the unit itself. Must be called first. */
    void readHeader() {
        version = in.u16();
        long abbreviationOffset;
        if (version >= 5) {
            int type = in.u8();
            hasCode = type == COMPILE || type == PARTIAL;
            in.skip(1);
            abbreviationOffset = in.u32();
        } else {
            abbreviationOffset = in.u32();
            in.skip(1);
        }
        if (version < 2 || version > 5 || !hasCode) {
            throw new ElfFormatException("unit of version " + version);
        }
        abbreviations = new Abbreviations(sections.section(".debug_abbrev"), abbreviationOffset);
        root = next();
    }

    /** The next entry; null at the end of the unit. */
    InfoEntry next() {
        while (in.hasMore()) {
            long offset = in.position();
            long code = in.uleb();
            if (code != 0) {
                Abbreviations.Shape shape = abbreviations.shape(code);
                InfoEntry entry = new InfoEntry(offset, shape.tag());
                for (Abbreviations.Attribute attribute : shape.attributes()) {
                    long value = Form.read(in, attribute.form(), attribute.implicit());
                    entry.put(attribute.name(), new InfoEntry.Value(attribute.form(), value));
                }
                depth = nextDepth;
                nextDepth += shape.hasChildren() ? 1 : 0;
                return entry;
            }
            nextDepth--;
        }
        return null;
    }

    /** How many entries the one that was read last lies in. */
    int depth() {
        return depth;
    }

    /** Where the unit's line table begins; -1 if it has none. */
    long lineOffset() {
        return root != null && root.has(InfoEntry.STMT_LIST) ? root.number(InfoEntry.STMT_LIST) : -1;
    }

    /** Offset in the section of the entry that an attribute refers to; -1 if it refers to none. */
    long reference(InfoEntry.Value value) {
        if (value == null || !value.isReference()) {
            return -1;
        }
        return value.isUnitReference() ? start + value.value() : value.value();
    }

    /** The text of an attribute; null if it has none. */
    String string(InfoEntry.Value value) {
        if (value == null) {
            return null;
        }
        return switch (value.form()) {
            case Form.STRING -> sections.section(".debug_info").string(value.value());
            case Form.STRP -> sections.section(".debug_str").string(value.value());
            case Form.LINE_STRP -> sections.section(".debug_line_str").string(value.value());
            case Form.STRX, Form.STRX1, Form.STRX2, Form.STRX3, Form.STRX4 -> {
                long base = root.has(InfoEntry.STR_OFFSETS_BASE) ? root.number(InfoEntry.STR_OFFSETS_BASE) : 8;
                long at = sections.section(".debug_str_offsets").u32(base + value.value() * 4);
                yield sections.section(".debug_str").string(at);
            }
            default -> null;
        };
    }

    /** The addresses that an entry covers; none for declarations and code that was left out. */
    List<AddressRange> ranges(InfoEntry entry) {
        List<AddressRange> found = new ArrayList<>();
        InfoEntry.Value ranges = entry.get(InfoEntry.RANGES);
        if (ranges != null) {
            RangeLists lists = new RangeLists(this, sections, version, rootAddress());
            lists.read(ranges, root.number(InfoEntry.RNGLISTS_BASE), found);
        } else if (entry.has(InfoEntry.LOW_PC)) {
            int low = address(entry.get(InfoEntry.LOW_PC));
            InfoEntry.Value high = entry.get(InfoEntry.HIGH_PC);
            int end = high == null ? low + 1
                    : high.form() == Form.ADDR ? (int) high.value() : low + (int) high.value();
            found.add(new AddressRange(low, end));
        }
        found.removeIf(AddressRange::isEmpty);
        return found;
    }

    private int rootAddress() {
        return root.has(InfoEntry.LOW_PC) ? address(root.get(InfoEntry.LOW_PC)) : 0;
    }

    private int address(InfoEntry.Value value) {
        return value.form() == Form.ADDR ? (int) value.value() : indexedAddress(value.value());
    }

    /** Entry {@code index} of the unit's part of {@code .debug_addr}. */
    int indexedAddress(long index) {
        long base = root.has(InfoEntry.ADDR_BASE) ? root.number(InfoEntry.ADDR_BASE) : 8;
        return sections.section(".debug_addr").i32(base + index * 4);
    }
}
