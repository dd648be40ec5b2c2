package org.bluescript.cli.bench;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.patch.Write;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.backend.tiers.Base;
import org.bluescript.backend.tiers.CodeMemory;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.backend.tiers.OutOfCodeMemory;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.source.DiagnosticPrinter;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;

/**
 * The program's code as a profiled run installs it, guards that count included; all of it has been hot. Its bytes are those of the code
 * that was there before, too, which stays.
 */
final class TieredContender implements Contender {
    /** Bytes of code memory to begin with, whatever the code will take. */
    private static final int CODE_MEMORY = 8 << 10;

    /** Bytes by which the same code may be larger at another place. */
    private static final int SLACK = 64;

    private final Workbench workbench;
    private final DeviceSession device;

    TieredContender(Workbench workbench, DeviceSession device) {
        this.workbench = workbench;
        this.device = device;
    }

    @Override
    public String key() {
        return Variant.TIERS.key();
    }

    @Override
    public String title() {
        return Variant.TIERS.key();
    }

    @Override
    public Cell run(Benchmark benchmark) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<TypedProgram> program = Workbench.read(benchmark.program(Variant.TIERS).toString(), diagnostics);
        try {
            return program.isPresent()
                    ? run(benchmark, program.get())
                    : new Cell.Failed(DiagnosticPrinter.plain().print(diagnostics));
        } catch (OutOfProgramMemory | OutOfCodeMemory e) {
            return new Cell.Failed(e.getMessage());
        }
    }

    private Cell run(Benchmark benchmark, TypedProgram program) throws OutOfProgramMemory, OutOfCodeMemory {
        SpecializedProgram specialised = Specializer.specialize(
                program, ProgramContender.profile(program), new Request(f -> true, l -> false, true));
        Base base = workbench.compileBase(program, CODE_MEMORY, new Diagnostics()).orElseThrow();
        CompiledGeneration compiled = compiled(specialised, base);
        // Again with neither too little room for the code nor any that the heap may need.
        base = workbench.compileBase(program, compiled.size() + SLACK, new Diagnostics()).orElseThrow();
        StopWatch watch = new StopWatch();
        compiled = compiled(specialised, base);
        Generation generation = compiled.place(1, new CodeMemory(base.codeMemory()));
        long compiling = watch.lap();
        device.load(base.code());
        generation.writes().forEach(this::write);
        write(generation.entries());
        long loading = watch.lap();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ProgramOutput output = ProgramContender.output(printed);
        long instructions = 0;
        for (TypedModule module : program.modules()) {
            Ending ending = device.run(Address.of(generation.called().get(module.topLevel())), output);
            if (ending instanceof Ending.Stopped) {
                return new Cell.Failed("stopped");
            }
            instructions += ending.instructions();
        }
        return ProgramContender.verified(benchmark, printed,
                Measurement.of(instructions, base.code().codeSize() + generation.region().size(), device.peakHeap())
                        .with(Figure.COMPILE_TIME, compiling)
                        .with(Figure.TRANSFER_TIME, loading));
    }

    /** All that was seen is called often; the host calls the modules' top levels. */
    private CompiledGeneration compiled(SpecializedProgram program, Base base) {
        Set<FunctionId> called =
                base.program().modules().stream().map(TypedModule::topLevel).collect(Collectors.toSet());
        return workbench.compileGeneration(program, base, called, base.improved(program, f -> true));
    }

    private void write(Write write) {
        device.device().write(write.address().bits(), write.bytes());
    }
}
