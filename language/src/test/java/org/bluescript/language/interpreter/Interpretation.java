package org.bluescript.language.interpreter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/**
 * What came of a program on the interpreter.
 *
 * @param output what it printed on standard output
 */
record Interpretation(String output, Optional<Failure> failure) {
    /** Calls nest several times as deeply as on a device, but overflow before a device's heap is full. */
    private static final long STACK = 2L << 20;

    /** Short programs cost less without the compiler, which has its own test. */
    private static final Engine ENGINE = Engine.newBuilder("bluescript")
            .allowExperimentalOptions(true)
            .option("engine.Compilation", "false")
            .build();

    /**
     * An error as the embedder sees it.
     *
     * @param calls the names of the functions that were running, the innermost first
     */
    record Failure(String message, boolean isSyntaxError, String file, int line, List<String> calls) {
        static Failure of(PolyglotException e) {
            if (!e.isGuestException() || e.getSourceLocation() == null) {
                throw new AssertionError("not an error of the program", e);
            }
            List<String> calls = StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
                    .filter(PolyglotException.StackFrame::isGuestFrame)
                    .map(PolyglotException.StackFrame::getRootName)
                    .toList();
            String file = Path.of(e.getSourceLocation().getSource().getName()).getFileName().toString();
            return new Failure(e.getMessage(), e.isSyntaxError(), file, e.getSourceLocation().getStartLine(), calls);
        }
    }

    /** Of a file, with the modules beside it. */
    static Interpretation of(Path file) {
        return of(file, false);
    }

    /** The same with a collection at every allocation. */
    static Interpretation stressed(Path file) {
        return of(file, true);
    }

    private static Interpretation of(Path file, boolean stressed) {
        try {
            return of(Source.newBuilder(BlueScriptLanguage.ID, file.toFile()).build(), stressed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Interpretation of(String text) {
        return of(Source.newBuilder(BlueScriptLanguage.ID, text, "test.bs").buildLiteral(), false);
    }

    private static Interpretation of(Source source, boolean stressed) {
        CompletableFuture<Interpretation> result = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> complete(result, source, stressed), "program", STACK);
        thread.start();
        return result.join();
    }

    private static void complete(CompletableFuture<Interpretation> result, Source source, boolean stressed) {
        try {
            result.complete(run(source, stressed));
        } catch (Throwable t) {
            result.completeExceptionally(t);
        }
    }

    private static Interpretation run(Source source, boolean stressed) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Optional<Failure> failure = Optional.empty();
        try (Context context = Context.newBuilder(BlueScriptLanguage.ID)
                .engine(ENGINE)
                .allowExperimentalOptions(true)
                .option("bluescript.StressHeap", Boolean.toString(stressed))
                .allowIO(IOAccess.ALL)
                .out(output)
                .err(new ByteArrayOutputStream())
                .build()) {
            context.eval(source);
        } catch (PolyglotException e) {
            failure = Optional.of(Failure.of(e));
        }
        return new Interpretation(output.toString(StandardCharsets.UTF_8), failure);
    }
}
