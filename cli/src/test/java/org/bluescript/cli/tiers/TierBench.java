package org.bluescript.cli.tiers;

import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.patch.Write;
import org.bluescript.backend.tiers.Base;
import org.bluescript.cli.Installation;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.source.DiagnosticPrinter;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** One emulated board that is booted once, for programs whose code is replaced. */
final class TierBench implements AutoCloseable {
    static final int CODE_MEMORY = 24 << 10;

    private final Workbench workbench;
    private final DeviceSession device;

    private TierBench(Workbench workbench, DeviceSession device) {
        this.workbench = workbench;
        this.device = device;
    }

    static TierBench open() {
        DeviceChoice choice = DeviceChoice.of(Installation.home(), "stm32f405", Optional.empty());
        DeviceSession device = choice.connect();
        Workbench workbench = Workbench.open(Installation.home(), choice.board().firmware(), Phases.silent());
        choice.verify(device.description(), workbench.firmwareBuild());
        return new TierBench(workbench, device);
    }

    static TypedProgram check(String text) {
        MemoryModules modules = MemoryModules.of(Map.of("main", text));
        Diagnostics diagnostics = new Diagnostics();
        return ProgramChecker.check(modules.module("main"), modules, diagnostics)
                .orElseThrow(() -> new AssertionError(DiagnosticPrinter.plain().print(diagnostics)));
    }

    /** What the interpreter sees when it runs the program. */
    static Profile profile(TypedProgram program) {
        Observations observations = new Observations();
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (HostedProgram hosted = HostedProgram.of(
                program, nowhere, nowhere, Map.of("engine.WarnInterpreterOnly", "false"), Optional.of(observations))) {
            hosted.run();
        }
        return observations.profile();
    }

    /** Loads a program's base. */
    TieredDevice load(TypedProgram program) {
        return load(program, CODE_MEMORY);
    }

    TieredDevice load(TypedProgram program, int codeMemory) {
        try {
            Diagnostics diagnostics = new Diagnostics();
            Base base = workbench.compileBase(program, codeMemory, diagnostics)
                    .orElseThrow(() -> new AssertionError(DiagnosticPrinter.plain().print(diagnostics)));
            base.code().patch().writes().forEach(this::write);
            HeapPlan heap = base.code().patch().heap();
            device.device().heap(
                    heap.heap().base().bits(), heap.heap().end().bits(), heap.starts().bits(), heap.roots().bits());
            return new TieredDevice(workbench, device, base);
        } catch (OutOfProgramMemory e) {
            throw new AssertionError(e);
        }
    }

    private void write(Write write) {
        device.device().write(write.address().bits(), write.bytes());
    }

    @Override
    public void close() {
        device.close();
        workbench.close();
    }
}
