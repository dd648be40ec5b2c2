package org.bluescript.backend.elf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A 32-bit little-endian ELF file for Arm: sections, symbols, relocations. Objects, linked programs and firmware alike.
 *
 * <p>What it reads is an allegation: anything that does not fit gives an {@link ElfFormatException}, never another
 * exception. It does not check that sections or symbols do not overlap. Source: System V ABI, chapter 4; ELF for the Arm
 * Architecture.
 */
public final class ElfFile {
    /** {@link #type()} of objects. */
    public static final int RELOCATABLE = 1;
    /** {@link #type()} of linked programs. */
    public static final int EXECUTABLE = 2;

    private static final int HEADER_SIZE = 52;
    private static final int SECTION_HEADER_SIZE = 40;
    private static final int SYMBOL_SIZE = 16;
    private static final int RELOCATION_SIZE = 8;
    private static final int MACHINE_ARM = 40;

    private final Bytes bytes;
    private final int type;
    private final List<ElfSection> sections;
    private final List<ElfSymbol> symbols;
    private final List<List<ElfRelocation>> relocations;

    private ElfFile(Bytes bytes) {
        this.bytes = bytes;
        checkHeader();
        type = bytes.u16(16);
        sections = readSections();
        symbols = readSymbols();
        relocations = readRelocations();
    }

    /** Reads a whole file. {@code name} is what messages and maps call it. */
    public static ElfFile parse(String name, byte[] bytes) {
        return new ElfFile(Bytes.of(name, bytes));
    }

    static ElfFile parse(Bytes bytes) {
        return new ElfFile(bytes);
    }

    public String name() {
        return bytes.name();
    }

    public Bytes bytes() {
        return bytes;
    }

    public int type() {
        return type;
    }

    /** All, by number; the first is the empty one. */
    public List<ElfSection> sections() {
        return sections;
    }

    /** The first section of this name. */
    public Optional<ElfSection> section(String name) {
        return sections.stream().filter(section -> section.name().equals(name)).findFirst();
    }

    /** All, by number; the first is the empty one. Empty when the file has been stripped. */
    public List<ElfSymbol> symbols() {
        return symbols;
    }

    /** What must be changed in the section of this number when its address is known. */
    public List<ElfRelocation> relocations(int section) {
        return relocations.get(section);
    }

    /**
     * The addresses of all global definitions of a linked file, functions with bit 0 set: what a program that is linked
     * against it needs to know.
     */
    public Map<String, Integer> globalAddresses() {
        Map<String, Integer> addresses = new LinkedHashMap<>();
        for (ElfSymbol symbol : symbols) {
            if (symbol.isGlobalDefinition() && !symbol.isCommon()) {
                addresses.put(symbol.name(), symbol.value());
            }
        }
        return addresses;
    }

    private void checkHeader() {
        if (bytes.length() < HEADER_SIZE || bytes.i32(0) != 0x464c457f) {
            throw new ElfFormatException(name() + ": not an ELF file");
        }
        if (bytes.u8(4) != 1 || bytes.u8(5) != 1 || bytes.u16(18) != MACHINE_ARM) {
            throw new ElfFormatException(name() + ": not a 32-bit little-endian ELF file for Arm");
        }
    }

    private List<ElfSection> readSections() {
        long table = bytes.u32(32);
        int count = bytes.u16(48);
        int nameSection = bytes.u16(50);
        if (count == 0) {
            return List.of();
        }
        if (bytes.u16(46) != SECTION_HEADER_SIZE) {
            throw new ElfFormatException("%s: section headers of %d bytes".formatted(name(), bytes.u16(46)));
        }
        Bytes headers = bytes.slice(name() + ": section headers", table, (long) count * SECTION_HEADER_SIZE);
        if (nameSection >= count) {
            throw new ElfFormatException("%s: no section %d to hold names".formatted(name(), nameSection));
        }
        Bytes names = contents(headers, nameSection, name() + ": section names");
        List<ElfSection> result = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            result.add(readSection(headers, i, names));
        }
        return List.copyOf(result);
    }

    private ElfSection readSection(Bytes headers, int index, Bytes names) {
        int at = index * SECTION_HEADER_SIZE;
        int nameOffset = headers.i32(at);
        String name = index == 0 && nameOffset == 0 ? "" : names.string(Integer.toUnsignedLong(nameOffset));
        int size = headers.i32(at + 20);
        int alignment = Math.max(1, headers.i32(at + 32));
        if (size < 0 || Integer.bitCount(alignment) != 1) {
            throw new ElfFormatException("%s: section %s has size 0x%x and alignment 0x%x"
                    .formatted(name(), name, size, headers.i32(at + 32)));
        }
        return new ElfSection(index, name, headers.i32(at + 4), headers.i32(at + 8), headers.i32(at + 12), size,
                headers.i32(at + 24), headers.i32(at + 28), alignment,
                contents(headers, index, name() + ": " + name));
    }

    private Bytes contents(Bytes headers, int index, String what) {
        int at = index * SECTION_HEADER_SIZE;
        int sectionType = headers.i32(at + 4);
        if (sectionType == ElfSection.NOBITS || sectionType == 0) {
            return bytes.slice(what, 0, 0);
        }
        return bytes.slice(what, headers.u32(at + 16), headers.u32(at + 20));
    }

    private List<ElfSymbol> readSymbols() {
        ElfSection table = null;
        for (ElfSection section : sections) {
            if (section.type() == ElfSection.SYMTAB) {
                table = section;
            }
        }
        if (table == null) {
            return List.of();
        }
        Bytes strings = sectionAt(table.link(), table.name()).contents();
        Bytes entries = table.contents();
        int count = entries.length() / SYMBOL_SIZE;
        List<ElfSymbol> result = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            result.add(readSymbol(entries, i, strings));
        }
        return List.copyOf(result);
    }

    private ElfSymbol readSymbol(Bytes entries, int index, Bytes strings) {
        int at = index * SYMBOL_SIZE;
        int nameOffset = entries.i32(at);
        String name = nameOffset == 0 ? "" : strings.string(Integer.toUnsignedLong(nameOffset));
        int info = entries.u8(at + 12);
        ElfSymbol symbol = new ElfSymbol(index, name, entries.i32(at + 4), entries.i32(at + 8), info & 15, info >> 4,
                entries.u16(at + 14));
        if (symbol.section() >= sections.size() && !symbol.isAbsolute() && !symbol.isCommon()) {
            throw new ElfFormatException("%s: symbol %s lies in section %d of %d"
                    .formatted(name(), name, symbol.section(), sections.size()));
        }
        return symbol;
    }

    private List<List<ElfRelocation>> readRelocations() {
        List<List<ElfRelocation>> result = new ArrayList<>(sections.size());
        for (int i = 0; i < sections.size(); i++) {
            result.add(List.of());
        }
        if (type != RELOCATABLE) {
            return result;
        }
        for (ElfSection section : sections) {
            if (section.type() == ElfSection.RELA) {
                throw new ElfFormatException("%s: section %s has explicit addends, which Arm objects do not use"
                        .formatted(name(), section.name()));
            }
            if (section.type() == ElfSection.REL) {
                int target = sectionAt(section.info(), section.name()).index();
                result.set(target, readRelocations(section, sections.get(target)));
            }
        }
        return result;
    }

    private List<ElfRelocation> readRelocations(ElfSection table, ElfSection target) {
        Bytes entries = table.contents();
        int count = entries.length() / RELOCATION_SIZE;
        List<ElfRelocation> result = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int offset = entries.i32(i * RELOCATION_SIZE);
            int info = entries.i32(i * RELOCATION_SIZE + 4);
            if (info >>> 8 >= symbols.size() || Integer.compareUnsigned(offset, target.size()) >= 0) {
                throw new ElfFormatException("%s: %s changes offset 0x%x of %d bytes with symbol %d of %d".formatted(
                        name(), table.name(), offset, target.size(), info >>> 8, symbols.size()));
            }
            result.add(new ElfRelocation(offset, info & 0xff, info >>> 8));
        }
        return List.copyOf(result);
    }

    private ElfSection sectionAt(int index, String from) {
        if (index < 0 || index >= sections.size()) {
            throw new ElfFormatException("%s: %s refers to section %d of %d"
                    .formatted(name(), from, index, sections.size()));
        }
        return sections.get(index);
    }
}
