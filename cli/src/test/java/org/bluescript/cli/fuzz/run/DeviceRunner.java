package org.bluescript.cli.fuzz.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.patch.Write;
import org.bluescript.cli.Console;
import org.bluescript.cli.Installation;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.SharedDevice;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.heap.HeapState;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.source.DiagnosticPrinter;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/**
 * Compiles programs, and runs one after the other on one emulated board. Programs get into its memory, and memory is read, by
 * the emulator's {@link BackDoor}; all else goes over the link.
 */
final class DeviceRunner implements AutoCloseable {
    private final Workbench workbench;

    /** Where programs are compiled that want it fast. */
    private final Workbench quick;

    private final BackDoor memory = BackDoor.make();
    private final DeviceSession device;
    private final boolean stressed;

    /** Behind it program memory holds nothing but zeros. */
    private Address used;

    /** Where the firmware of a stress build is, for the STM32F405. */
    private static final String STRESS_BUILD = "mcu-runtime/target/stress/firmware.elf";

    private static final String LIBRARY = "mcu-runtime/target/library.o";
    private static final String STRESS_LIBRARY = "mcu-runtime/target/stress/library.o";
    private static final String STRESS_FLAG = "-DBS_STRESS";

    /** Neither does it find out where variables are, which no stack trace needs; lines then need their option. */
    private static final CompilerOptions QUICK =
            CompilerOptions.of(CompilerOptions.Level.O1).with("-fno-var-tracking", "-gstatement-frontiers");

    /** @param stressed whether programs can be put under stress */
    DeviceRunner(String name, boolean stressed) {
        this.stressed = stressed;
        Path home = Installation.home();
        DeviceChoice choice = DeviceChoice.of(home, name, Optional.empty());
        if (stressed) {
            choice = new DeviceChoice(choice.board().with(home.resolve(STRESS_BUILD)), Optional.empty());
        }
        device = new DeviceChoice(memory.in(choice.board()), Optional.empty()).connect(wire -> {
            memory.open();
            return wire;
        });
        workbench = workbench(home, choice.board().firmware(), CompilerOptions.standard());
        quick = workbench(home, choice.board().firmware(), QUICK);
        used = workbench.memory().program().end();
        choice.verify(device.description(), workbench.firmwareBuild());
    }

    private Workbench workbench(Path home, Path firmware, CompilerOptions options) {
        return stressed
                ? Workbench.open(home, firmware, home.resolve(STRESS_LIBRARY), options.with(STRESS_FLAG), Phases.silent())
                : Workbench.open(home, firmware, home.resolve(LIBRARY), options, Phases.silent());
    }

    NativeProgram compile(TypedProgram typed, Effort effort) throws OutOfProgramMemory {
        Diagnostics diagnostics = new Diagnostics();
        Workbench chosen = switch (effort) {
            case PRODUCTION -> workbench;
            case QUICK -> quick;
        };
        return chosen.compile(typed, diagnostics).orElseThrow(() -> new IllegalStateException(
                "the C compiler refuses: " + DiagnosticPrinter.plain().print(diagnostics)));
    }

    /** What the interpreter must know to run the program in the same place. */
    PlacedProgram place(NativeProgram program) {
        return SharedDevice.place(program, workbench.firmware(), Optional.empty());
    }

    void load(NativeProgram program, Stress stress) {
        for (Write write : program.patch().writes()) {
            memory.write(write.address().bits(), write.bytes());
        }
        HeapPlan heap = program.patch().heap();
        memory.write(heap.starts().bits(), new byte[Math.max(used.minus(heap.starts()), 0)]);
        used = workbench.memory().program().end();
        device.device().heap(heap.heap().base().bits(), heap.heap().end().bits(), heap.starts().bits(), heap.roots().bits());
        if (stressed) {
            int calm = stress.collects() ? 0 : 1;
            memory.write(workbench.firmware().symbols().get("bs_stress").bits(),
                    new byte[] {(byte) calm, 0, 0, 0, (byte) stress.failing(), (byte) (stress.failing() >> 8), 0, 0});
        }
    }

    Outcome run(TypedProgram typed, NativeProgram program) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Ending ending = device.run(program, new ProgramOutput(Console.of(output, errors), Phases.silent()));
        Optional<Outcome.Failure> failure = ending instanceof Ending.Stopped stopped
                ? Optional.of(failure(workbench.locate(typed, program, stopped, device)))
                : Optional.empty();
        DeviceMemory image = DeviceMemory.of(memory, workbench.firmware());
        used = image.used();
        return new Outcome(output.toString(StandardCharsets.ISO_8859_1), errors.toString(StandardCharsets.ISO_8859_1), failure,
                heapState(), Memory.of(image, program.layout(), workbench.firmware().symbols()));
    }

    private HeapState heapState() {
        Address address = Address.of(device.device().description().heap());
        DataMemory state = new DataMemory(new Region(address, HeapLayout.STATE_SIZE));
        state.write(address, memory.read(address.bits(), HeapLayout.STATE_SIZE));
        return new HeapState(state, address);
    }

    private static Outcome.Failure failure(RunTimeError error) {
        return new Outcome.Failure(error.kind(), error.message(), error.place().map(p -> p.position().line()).orElse(0));
    }

    @Override
    public void close() {
        device.close();
        memory.close();
        workbench.close();
        quick.close();
    }
}
