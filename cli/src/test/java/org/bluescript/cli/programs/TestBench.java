package org.bluescript.cli.programs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.cli.Console;
import org.bluescript.cli.Installation;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** One emulated board that is booted once and runs one program after the other. */
final class TestBench implements AutoCloseable {
    /** What came of a program. */
    record Result(Diagnostics diagnostics, String output, Optional<Ending> ending, Optional<RunTimeError> error) {}

    private final Workbench workbench;
    private final DeviceSession device;

    private TestBench(Workbench workbench, DeviceSession device) {
        this.workbench = workbench;
        this.device = device;
    }

    static TestBench open(String board) {
        DeviceChoice choice = DeviceChoice.of(Installation.home(), board, Optional.empty());
        DeviceSession device = choice.connect();
        Workbench workbench = Workbench.open(Installation.home(), choice.board().firmware(), Phases.silent());
        choice.verify(device.description(), workbench.firmwareBuild());
        return new TestBench(workbench, device);
    }

    Result run(Path file) throws Exception {
        return run(file, Integer.MAX_VALUE);
    }

    /** Runs another program in the place of the one in the file. */
    Result run(Path file, UnaryOperator<TypedProgram> other) throws Exception {
        return run(file, Integer.MAX_VALUE, other);
    }

    /** Interrupts the program when it has printed so many lines. */
    Result run(Path file, int linesBeforeInterrupt) throws Exception {
        return run(file, linesBeforeInterrupt, p -> p);
    }

    private Result run(Path file, int linesBeforeInterrupt, UnaryOperator<TypedProgram> other) throws Exception {
        Diagnostics diagnostics = new Diagnostics();
        Optional<TypedProgram> typed = Workbench.check(file.toString(), diagnostics).map(other);
        Optional<NativeProgram> program = Optional.empty();
        if (typed.isPresent()) {
            program = workbench.compile(typed.get(), diagnostics);
        }
        if (program.isEmpty()) {
            return new Result(diagnostics, "", Optional.empty(), Optional.empty());
        }
        InterruptingStream printed = new InterruptingStream(device, linesBeforeInterrupt);
        device.load(program.get());
        Ending ending = device.run(program.get(),
                new ProgramOutput(Console.of(printed, OutputStream.nullOutputStream()), Phases.silent()));
        Optional<RunTimeError> error = Optional.empty();
        if (ending instanceof Ending.Stopped stopped) {
            error = Optional.of(workbench.locate(typed.get(), program.get(), stopped, device));
        }
        return new Result(diagnostics, printed.toString(StandardCharsets.UTF_8), Optional.of(ending), error);
    }

    @Override
    public void close() {
        device.close();
        workbench.close();
    }

    /** Asks the device to stop as soon as enough lines have been written; a program that prints nothing needs none. */
    private static final class InterruptingStream extends ByteArrayOutputStream {
        private final DeviceSession device;
        private int linesLeft;

        InterruptingStream(DeviceSession device, int lines) {
            this.device = device;
            this.linesLeft = lines;
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            for (int i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n' && --linesLeft == 0) {
                    device.interrupt();
                }
            }
        }
    }
}
