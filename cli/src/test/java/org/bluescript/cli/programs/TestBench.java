package org.bluescript.cli.programs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.tiers.Base;
import org.bluescript.backend.tiers.CodeMemory;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.cli.Console;
import org.bluescript.cli.Installation;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;

/** One emulated board that is booted once and runs one program after the other. */
final class TestBench implements AutoCloseable {
    /** What came of a program. */
    record Result(Diagnostics diagnostics, String output, Optional<Ending> ending, Optional<RunTimeError> error) {}

    /** Enough for any of the programs. */
    private static final int CODE_MEMORY = 32 << 10;

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

    /**
     * Runs a program module by module as one whose code is replaced: in generation 0, or, if there is another typed tree of the same meaning, in a
     * generation made from that.
     */
    Result runTiered(Path file, Function<TypedProgram, Optional<TypedProgram>> other) throws Exception {
        Diagnostics diagnostics = new Diagnostics();
        Optional<TypedProgram> typed = Workbench.read(file.toString(), diagnostics);
        Optional<Base> base = Optional.empty();
        if (typed.isPresent()) {
            base = workbench.compileBase(typed.get(), CODE_MEMORY, diagnostics);
        }
        if (base.isEmpty()) {
            return new Result(diagnostics, "", Optional.empty(), Optional.empty());
        }
        device.load(base.get().code());
        Map<FunctionId, Integer> called = base.get().called();
        List<Generation> generations = new ArrayList<>();
        Optional<TypedProgram> specialised = other.apply(typed.get());
        if (specialised.isPresent()) {
            Set<FunctionId> all = typed.get().functions().keySet();
            Generation generation = workbench
                    .compileGeneration(SpecializedProgram.of(specialised.get()), base.get(), all, all)
                    .place(1, new CodeMemory(base.get().codeMemory()));
            generation.writes().forEach(w -> device.device().write(w.address().bits(), w.bytes()));
            device.device().write(generation.entries().address().bits(), generation.entries().bytes());
            generations.add(generation);
            called = generation.called();
        }
        return runModules(base.get(), generations, called, diagnostics);
    }

    private Result runModules(
            Base base, List<Generation> generations, Map<FunctionId, Integer> called, Diagnostics diagnostics) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Optional<Ending> ending = Optional.empty();
        for (TypedModule module : base.program().modules()) {
            NativeProgram code = base.code();
            NativeProgram entered = code.at(Address.of(called.get(module.topLevel())));
            ending = Optional.of(device.run(
                    entered, new ProgramOutput(Console.of(printed, OutputStream.nullOutputStream()), Phases.silent())));
            if (ending.get() instanceof Ending.Stopped stopped) {
                RunTimeError error = workbench.locate(base, generations, stopped, device);
                return new Result(diagnostics, printed.toString(StandardCharsets.UTF_8), ending, Optional.of(error));
            }
        }
        return new Result(diagnostics, printed.toString(StandardCharsets.UTF_8), ending, Optional.empty());
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
