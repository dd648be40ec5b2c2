package org.bluescript.backend.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.tools.Program;
import org.bluescript.backend.tools.ProgramRun;
import org.bluescript.backend.tools.Toolchain;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.backend.tools.ToolchainProblem;

/** Starts {@code arm-none-eabi-gcc} anew for each source: slow, simple, and the reference for the other one. */
public final class PlainGcc implements CrossCompiler {
    static final Duration LIMIT = Duration.ofSeconds(60);

    private final CompilerOptions options;
    private final Workshop workshop;
    private final Path gcc;

    public PlainGcc(CompilerOptions options, RuntimeHeaders headers) {
        this.options = options;
        gcc = Program.GCC.require(Toolchain.searchPath());
        workshop = new Workshop(headers);
    }

    @Override
    public ObjectCode compile(CSource source) throws CompileFailure {
        Path object = workshop.newFile();
        try {
            run(source, options, "-c", object);
            return ObjectCode.parse(source.name(), Files.readAllBytes(object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Workshop.delete(object);
        }
    }

    @Override
    public String assembly(CSource source) throws CompileFailure {
        return assembly(source, options.withoutDebug());
    }

    /** The assembly text that is assembled, with the marks that say which C line it stands for. */
    String assemblyWithLines(CSource source) throws CompileFailure {
        return assembly(source, options);
    }

    private String assembly(CSource source, CompilerOptions wanted) throws CompileFailure {
        Path text = workshop.newFile();
        try {
            run(source, wanted, "-S", text);
            return Files.readString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Workshop.delete(text);
        }
    }

    @Override
    public void close() {
        workshop.close();
    }

    private void run(CSource source, CompilerOptions wanted, String step, Path result) throws CompileFailure {
        List<String> command = new ArrayList<>(List.of(gcc.toString(), step, "-pipe"));
        command.addAll(wanted.arguments());
        command.addAll(workshop.arguments());
        command.addAll(List.of(Workshop.UNIT, "-o", result.toString()));
        ProgramRun run = ProgramRun.of(command, workshop.folder(), source.marked(), LIMIT);
        if (run.status() == 0) {
            return;
        }
        List<CDiagnostic> found = DiagnosticParser.compiler(source, run.errors());
        if (step.equals("-c") && found.stream().allMatch(diagnostic -> diagnostic.line() == 0)) {
            found = AssemblyLines.diagnose(run.errors(), assemblyWithLines(source), source.name());
        }
        if (found.isEmpty()) {
            throw new ToolchainException(new ToolchainProblem.Crashed(gcc.toString(), run.status(), run.errors()));
        }
        throw new CompileFailure(source, found);
    }
}
