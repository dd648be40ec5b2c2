package org.bluescript.backend.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluescript.backend.elf.Archive;
import org.bluescript.backend.tools.Program;
import org.bluescript.backend.tools.ProgramRun;
import org.bluescript.backend.tools.Toolchain;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.backend.tools.ToolchainProblem;

/** libgcc: the functions that the C compiler calls without being asked, such as the division of 64-bit integers. */
public final class CompilerLibrary {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private CompilerLibrary() {}

    /** The one that belongs to this core. Asks gcc where it is. */
    public static Archive find(CompilerOptions options) {
        Path gcc = Program.GCC.require(Toolchain.searchPath());
        List<String> question = new ArrayList<>(List.of(gcc.toString()));
        question.addAll(options.core());
        question.add("-print-libgcc-file-name");
        ProgramRun run = ProgramRun.of(question, Path.of("").toAbsolutePath(), "", LIMIT);
        if (run.status() != 0) {
            throw new ToolchainException(new ToolchainProblem.Crashed(gcc.toString(), run.status(), run.errors()));
        }
        Path library = Path.of(run.output().strip());
        try {
            return Archive.parse(library.getFileName().toString(), Files.readAllBytes(library));
        } catch (IOException _) {
            throw new ToolchainException(new ToolchainProblem.MissingFile(library.toString()));
        }
    }
}
