package org.bluescript.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.cli.session.Ending;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.DiagnosticPrinter;

/** Compares what a program did with what it says it does. */
final class ProgramCheck {
    private ProgramCheck() {}

    /** @param program named in every complaint */
    static void verify(Path program, Expectation expected, TestBench.Result result) {
        try {
            verify(expected, result);
        } catch (AssertionError e) {
            throw new AssertionError(program + ": " + e.getMessage(), e);
        }
    }

    private static void verify(Expectation expected, TestBench.Result result) {
        if (!expected.compileErrors().isEmpty()) {
            verifyCompileErrors(expected, result);
            return;
        }
        assertThat(DiagnosticPrinter.plain().print(result.diagnostics())).as("compile errors").isEmpty();
        verifyOutput(expected, result);
        verifyEnding(expected, result);
    }

    /** Each expected error is found once, and no others. */
    private static void verifyCompileErrors(Expectation expected, TestBench.Result result) {
        List<Diagnostic> unexpected = new ArrayList<>(result.diagnostics().all());
        List<Expectation.ExpectedError> missing = new ArrayList<>(expected.compileErrors());
        missing.removeIf(error -> {
            Optional<Diagnostic> found = unexpected.stream()
                    .filter(d -> error.matches(d.span().file().name(), d.span().position().line(), d.message()))
                    .findFirst();
            found.ifPresent(unexpected::remove);
            return found.isPresent();
        });
        assertThat(unexpected.stream().map(DiagnosticPrinter.plain()::print).toList()).as("unexpected errors").isEmpty();
        assertThat(missing).as("missing errors").isEmpty();
    }

    private static void verifyOutput(Expectation expected, TestBench.Result result) {
        if (expected.repeated().isPresent()) {
            assertThat(result.output().lines()).isNotEmpty().allMatch(expected.repeated().get()::equals);
        } else {
            assertThat(result.output().lines().toList()).isEqualTo(expected.output());
        }
    }

    private static void verifyEnding(Expectation expected, TestBench.Result result) {
        Optional<RunTimeError> error = result.error();
        if (expected.anyError()) {
            assertThat(error).isPresent();
        } else if (expected.interruptLine().isPresent()) {
            assertThat(result.ending().orElseThrow()).isInstanceOfSatisfying(Ending.Stopped.class,
                    stopped -> assertThat(stopped.isInterrupted()).isTrue());
            assertThat(error.orElseThrow().place()).isPresent();
        } else if (expected.runTimeError().isPresent()) {
            verifyError(expected.runTimeError().get(), error);
        } else {
            assertThat(error).isEmpty();
        }
    }

    private static void verifyError(Expectation.ExpectedError expected, Optional<RunTimeError> error) {
        assertThat(error).as("expected " + expected).isPresent();
        assertThat(error.get().place()).as("place of " + error.get().message()).isPresent();
        var place = error.get().place().get();
        assertThat(expected.matches(place.file().name(), place.position().line(), error.get().message()))
                .as("%s: %s instead of %s", place, error.get().message(), expected)
                .isTrue();
    }
}
