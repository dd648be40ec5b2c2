package org.bluescript.cli.fuzz.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bluescript.language.interpreter.HostProgram;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.machine.ProgramOutput;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.typed.TypedProgram;

/** Runs programs on the interpreter. */
public final class HostRunner {
    /** Enough for calls nested as deeply as a device can. */
    private static final long STACK = 16L << 20;

    /** More than this many bytes of output nobody waits for. */
    private static final int MOST_OUTPUT = 20_000;

    /** A program that is not worth its time on a device. */
    public static final class TooLong extends RuntimeException {
        private TooLong() {
            super("prints more than " + MOST_OUTPUT + " bytes");
        }
    }

    /** @param placed how the program lies on the device, if it is to lie so here */
    Outcome run(TypedProgram program, Optional<PlacedProgram> placed, Stress stress) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> {
            try {
                outcome.complete(runHere(program, placed, stress));
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        }, "program", STACK);
        thread.start();
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TooLong tooLong) {
                throw tooLong;
            }
            throw new IllegalStateException("the interpreter failed: " + e.getCause(), e.getCause());
        }
    }

    private Outcome runHere(TypedProgram typed, Optional<PlacedProgram> placed, Stress stress) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ProgramOutput lines = (toError, text) -> {
            ByteArrayOutputStream stream = toError ? errors : output;
            stream.writeBytes(text);
            stream.write('\n');
            if (output.size() + errors.size() > MOST_OUTPUT) {
                throw new TooLong();
            }
        };
        HostMachine machine = placed.map(p -> HostMachine.sharing(p, lines, stress))
                .orElseGet(() -> HostMachine.under(stress, lines));
        HostProgram program = HostProgram.load(typed, machine);
        Optional<Outcome.Failure> failure = Optional.empty();
        try {
            program.run();
        } catch (ProgramFailure e) {
            failure = Optional.of(failure(e));
        }
        return new Outcome(output.toString(StandardCharsets.ISO_8859_1), errors.toString(StandardCharsets.ISO_8859_1),
                failure, machine.heapState(),
                Memory.of(machine::word, program.layout(), machine.firmware()));
    }

    private static Outcome.Failure failure(ProgramFailure e) {
        var place = e.getLocation() == null ? null : e.getLocation().getEncapsulatingSourceSection();
        return new Outcome.Failure(e.kind(), e.getMessage(), place == null ? 0 : place.getStartLine());
    }
}
