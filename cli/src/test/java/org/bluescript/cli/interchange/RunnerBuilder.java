package org.bluescript.cli.interchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluescript.backend.Firmware;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.elf.ElfFile;
import org.bluescript.backend.elf.ElfSection;
import org.bluescript.backend.tools.Program;
import org.bluescript.backend.tools.ProgramRun;
import org.bluescript.backend.tools.Toolchain;

/** Builds {@code heap_runner.c} with the runtime's own sources into an image for program memory. */
final class RunnerBuilder {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private RunnerBuilder() {}

    /**
     * @param address where the image is to lie
     * @param stressed with a collection at every allocation
     */
    static Runner build(Path home, Firmware firmware, int address, boolean stressed) throws IOException {
        Path linked = Files.createTempFile("heap_runner", ".elf");
        try {
            List<String> command = command(home, firmware, address, stressed);
            command.addAll(List.of("-o", linked.toString()));
            ProgramRun run = ProgramRun.of(command, home.resolve("mcu-runtime"), "", LIMIT);
            if (run.status() != 0) {
                throw new IllegalStateException(run.errors());
            }
            ElfFile elf = ElfFile.parse("heap_runner", Files.readAllBytes(linked));
            ElfSection image = elf.section(".image").orElseThrow();
            return new Runner(image.address(), image.contents().toArray(), elf.globalAddresses(), stressed);
        } finally {
            Files.delete(linked);
        }
    }

    private static List<String> command(Path home, Firmware firmware, int address, boolean stressed) {
        Path own = home.resolve("cli/src/test/runtime");
        List<String> command = new ArrayList<>(List.of(Program.GCC.require(Toolchain.searchPath()).toString()));
        command.addAll(CompilerOptions.CORTEX_M4F);
        command.addAll(List.of("-std=c11", "-Os", "-ffreestanding", "-fno-common", "-ffunction-sections", "-fdata-sections",
                "-fwrapv", "-fno-strict-aliasing", "-fno-tree-loop-distribute-patterns",
                "-Wall", "-Wextra", "-Werror", "-Wno-unused-function", "-Iinclude", "-Icore", "-Iruntime"));
        if (stressed) {
            command.add("-DBS_STRESS");
        }
        command.addAll(List.of("-include", own.resolve("heap_runner.h").toString(), own.resolve("heap_runner.c").toString(),
                "runtime/heap.c", "runtime/array.c", "runtime/string.c", "runtime/memory.c",
                "-nostdlib", "-T", own.resolve("heap_runner.ld").toString(), "-Wl,--gc-sections,--no-warn-rwx-segments",
                "-Wl,--wrap=bs_heap_allocate", "-Wl,--defsym=__image_start=0x%08x".formatted(address), "-lgcc"));
        for (Map.Entry<String, Integer> symbol : firmware.definitions().entrySet()) {
            if (symbol.getKey().matches("bs_class_.*|bs_svc_.*|bs_string_(empty|true|false)")) {
                command.add("-Wl,--defsym=%s=0x%08x".formatted(symbol.getKey(), symbol.getValue()));
            }
        }
        return command;
    }

    /**
     * A runner in memory.
     *
     * @param symbols functions without bit 0
     */
    record Runner(int address, byte[] image, Map<String, Integer> symbols, boolean stressed) {
        int end() {
            return address + image.length + 7 & -8;
        }

        int function(String name) {
            return symbols.get(name) | 1;
        }

        int state() {
            return symbols.get("bs_heap");
        }
    }
}
