package org.bluescript.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.backend.elf.ElfFile;
import org.bluescript.backend.elf.ElfSection;
import org.bluescript.backend.elf.ElfSymbol;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.MemoryMap;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Region;

/** A build of the firmware for a board: what programs link against, and what a stack trace through it needs. */
public record Firmware(ElfFile elf) {
    /** Reads {@code firmware.elf}. */
    public static Firmware read(Path file) throws IOException {
        return new Firmware(ElfFile.parse(file.getFileName().toString(), Files.readAllBytes(file)));
    }

    /** Its global names: functions with bit 0 set, as calls want them. */
    public Map<String, Integer> definitions() {
        Map<String, Integer> result = new LinkedHashMap<>();
        for (ElfSymbol symbol : elf.symbols()) {
            if (symbol.isGlobalDefinition()) {
                result.put(symbol.name(), symbol.value());
            }
        }
        return result;
    }

    /** The same names as addresses of the shadow machine. */
    public Map<String, Address> symbols() {
        Map<String, Address> result = new LinkedHashMap<>();
        definitions().forEach((name, value) -> result.put(name, Address.of(value)));
        return result;
    }

    /** The memory that programs may use on a device with this firmware, as its linker script divides it. */
    public MemoryMap memoryMap() {
        Map<String, Address> symbols = symbols();
        return new MemoryMap(
                Region.between(symbols.get("bs_program_base"), symbols.get("bs_program_end")),
                Region.between(symbols.get("bs_program_stack_base"), symbols.get("bs_program_stack_top")));
    }

    /** What is in flash: code and constants, the built-in class records among them. */
    public List<ReadOnlyMemory> flash() {
        return elf.sections().stream()
                .filter(section -> section.isAllocated() && !section.isWritable() && !section.isZero())
                .map(section -> new ReadOnlyMemory(Address.of(section.address()), section.contents().toArray()))
                .toList();
    }

    /** Identifies this build; a device tells the same number of its own. */
    public int buildId() {
        ElfSection section = elf.section(".build_id").orElseThrow(() -> new IllegalStateException("no .build_id"));
        return section.contents().i32(0);
    }

    /** Where a program's outermost function returns to. */
    public int returnAddress() {
        return definitions().get("bs_program_return");
    }
}
