package org.bluescript.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.elf.ElfFile;
import org.bluescript.backend.elf.ElfSection;
import org.bluescript.backend.tools.Program;
import org.bluescript.backend.tools.ProgramRun;
import org.bluescript.backend.tools.Toolchain;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.backend.tools.ToolchainProblem;
import org.bluescript.language.shadow.Region;

/** Builds C twins as jmh/programs/README.md says: gcc, newlib's malloc, one image linked by {@code ld}. */
final class TwinBuilder {
    /** newlib's code and data come with the image; the heap begins behind the largest twin. */
    private static final int LARGEST_IMAGE = 0x4000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Region program;
    private final String compiler;

    /** @param program the memory in which twins may run */
    TwinBuilder(Region program) {
        this.program = program;
        this.compiler = Program.GCC.require(Toolchain.searchPath()).toString();
    }

    /** @param level of optimisation: {@code -O2} */
    Twin build(Benchmark benchmark, String level) throws IOException {
        Path workshop = Files.createTempDirectory("bluescript-twin");
        try {
            Path object = workshop.resolve("twin.o");
            Path linked = workshop.resolve("twin.elf");
            run(compile(benchmark, level, object));
            run(link(benchmark, level, object, linked));
            return twin(codeBytes(object), ElfFile.parse(benchmark.name(), Files.readAllBytes(linked)));
        } finally {
            for (String file : List.of("twin.o", "twin.elf")) {
                Files.deleteIfExists(workshop.resolve(file));
            }
            Files.delete(workshop);
        }
    }

    private List<String> compile(Benchmark benchmark, String level, Path object) {
        List<String> command = command(level);
        command.addAll(List.of("-c", benchmark.twin().toString(), "-o", object.toString()));
        return command;
    }

    private List<String> link(Benchmark benchmark, String level, Path object, Path linked) {
        int start = program.base().aligned(8).bits();
        int end = program.end().bits() & -8;
        List<String> command = command(level);
        command.addAll(List.of(object.toString(), benchmark.common("twin_support.c").toString(), "-nostartfiles",
                "-T", benchmark.common("twin.ld").toString(), "-Wl,--gc-sections", "-Wl,--no-warn-rwx-segments",
                "-Wl,--defsym=__image_start=0x%08x,--defsym=__heap_start=0x%08x,--defsym=__heap_end=0x%08x"
                        .formatted(start, start + LARGEST_IMAGE, end),
                "-o", linked.toString()));
        return command;
    }

    private List<String> command(String level) {
        List<String> command = new ArrayList<>(List.of(compiler));
        command.addAll(CompilerOptions.CORTEX_M4F);
        command.addAll(List.of("-std=c11", level, "-ffp-contract=off", "-fno-math-errno", "-ffunction-sections",
                "-fdata-sections"));
        return command;
    }

    /** What the compiler says of itself. */
    static String compilerVersion() {
        List<String> command = List.of(Program.GCC.require(Toolchain.searchPath()).toString(), "-dumpfullversion");
        return Program.GCC.command() + " " + ProgramRun.of(command, Path.of("").toAbsolutePath(), "", LIMIT).output().strip();
    }

    private static void run(List<String> command) {
        ProgramRun run = ProgramRun.of(command, Path.of("").toAbsolutePath(), "", LIMIT);
        if (run.status() != 0) {
            throw new ToolchainException(new ToolchainProblem.Crashed(command.getFirst(), run.status(), run.errors()));
        }
    }

    /** As {@code size} counts text: everything that is allocated and not written. */
    private static int codeBytes(Path object) throws IOException {
        return ElfFile.parse("twin.o", Files.readAllBytes(object)).sections().stream()
                .filter(section -> section.isAllocated() && !section.isWritable() && !section.isZero())
                .filter(section -> section.type() != ElfSection.ARM_EXIDX)
                .mapToInt(ElfSection::size)
                .sum();
    }

    private static Twin twin(int codeBytes, ElfFile elf) {
        ElfSection image = elf.section(".image").orElseThrow(() -> new IllegalStateException("no .image"));
        if (image.size() > LARGEST_IMAGE) {
            throw new IllegalStateException("a twin of " + image.size() + " bytes");
        }
        Map<String, Integer> symbols = elf.globalAddresses();
        byte[] bytes = image.contents().toArray();
        return new Twin(image.address(), bytes, symbols.get("bench_main"), symbols.get("bench_peak"), codeBytes);
    }
}
