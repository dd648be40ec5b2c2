package org.bluescript.backend.compile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bluescript.backend.tools.ProgramRun;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.backend.tools.ToolchainProblem;

/**
 * A compiler that has read the headers and waits for the rest of its source on standard input, and an assembler that
 * waits for the compiler's output. For one source. Both end when the JVM does, because their pipes break.
 */
final class WaitingGcc implements AutoCloseable {
    /** What became of the source: the object file, or the messages of the two programs. */
    sealed interface Outcome {
        record Object(byte[] bytes) implements Outcome {}

        record Rejected(int compilerStatus, String compilerMessages, int assemblerStatus, String assemblerMessages)
                implements Outcome {}
    }

    private final Process compiler;
    private final Process assembler;
    private final WorkFiles files;

    /** Messages go to files, so that nobody has to read two pipes at once. */
    private record WorkFiles(Path object, Path compilerMessages, Path assemblerMessages) {
        static WorkFiles in(Workshop workshop) {
            return new WorkFiles(workshop.newFile(), workshop.newFile(), workshop.newFile());
        }

        void delete() {
            Workshop.delete(object);
            Workshop.delete(compilerMessages);
            Workshop.delete(assemblerMessages);
        }
    }

    private WaitingGcc(List<Process> pipeline, WorkFiles files) {
        compiler = pipeline.get(0);
        assembler = pipeline.get(1);
        this.files = files;
    }

    static WaitingGcc start(GccCommands commands, Workshop workshop) {
        WorkFiles files = WorkFiles.in(workshop);
        ProcessBuilder compiler = builder(commands.compiler(), workshop, files.compilerMessages);
        ProcessBuilder assembler = builder(commands.assemblerTo(files.object), workshop, files.assemblerMessages);
        try {
            return new WaitingGcc(ProcessBuilder.startPipeline(List.of(compiler, assembler)), files);
        } catch (IOException e) {
            throw new ToolchainException(new ToolchainProblem.Unusable(commands.compiler().getFirst(),
                    e.getMessage()));
        }
    }

    private static ProcessBuilder builder(List<String> command, Workshop workshop, Path messages) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(workshop.folder().toFile())
                .redirectError(messages.toFile());
        ProgramRun.speakEnglish(builder);
        return builder;
    }

    /** It has not been killed by somebody. */
    boolean isAlive() {
        return compiler.isAlive() && assembler.isAlive();
    }

    /** Gives it the source and waits for the object. Call it once. */
    Outcome compile(CSource source) {
        try (OutputStream stdin = compiler.getOutputStream()) {
            stdin.write(source.marked().getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // The compiler gave up before it had read everything; its messages say why.
        }
        try {
            ProgramRun.awaitEnd(compiler, "the C compiler", PlainGcc.LIMIT);
            ProgramRun.awaitEnd(assembler, "the assembler", PlainGcc.LIMIT);
            if (compiler.exitValue() == 0 && assembler.exitValue() == 0) {
                return new Outcome.Object(Files.readAllBytes(files.object));
            }
            return new Outcome.Rejected(compiler.exitValue(), Files.readString(files.compilerMessages),
                    assembler.exitValue(), Files.readString(files.assemblerMessages));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        compiler.destroyForcibly();
        assembler.destroyForcibly();
        files.delete();
    }
}
