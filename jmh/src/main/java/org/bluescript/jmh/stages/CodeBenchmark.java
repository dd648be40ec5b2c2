package org.bluescript.jmh.stages;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bluescript.backend.emit.EmittedUnit;
import org.bluescript.backend.emit.ProgramEmitter;
import org.bluescript.backend.link.CodeRegion;
import org.bluescript.backend.link.LinkFailure;
import org.bluescript.backend.link.LinkPlan;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.Linker;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.patch.Patch;
import org.bluescript.backend.patch.PatchPlanner;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.MemoryMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** From typed trees to what a device is to be sent, but for the C compiler, which is a process of its own. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CodeBenchmark {
    /** The text of a C unit, and where its data lie. Lines are the source's, bytes those of the C. */
    @Benchmark
    public void emission(Programs sources, CompiledPrograms inputs, Lines lines, Bytes bytes, Blackhole hole) {
        PatchPlanner planner = new PatchPlanner(inputs.board().memory());
        sources.countIn(lines);
        for (CompiledPrograms.Compiled program : inputs.programs()) {
            ProgramLayout layout = ProgramLayout.of(program.typed(), planner.dataBase(), inputs.board().firmware().symbols());
            EmittedUnit unit = ProgramEmitter.emit(program.typed(), layout);
            bytes.bytes += unit.text().length();
            hole.consume(unit);
        }
    }

    /** From object code that has been read to a patch. Lines are the source's, bytes those of the patch. */
    @Benchmark
    public void linking(Programs sources, CompiledPrograms inputs, Lines lines, Bytes bytes, Blackhole hole)
            throws LinkFailure, OutOfProgramMemory {
        MemoryMap memory = inputs.board().memory();
        CodeRegion region = new CodeRegion(memory.program().base().bits(), memory.program().size());
        sources.countIn(lines);
        for (CompiledPrograms.Compiled program : inputs.programs()) {
            PatchPlanner planner = new PatchPlanner(memory);
            LinkPlan plan = new Linker(inputs.board().libraries(), region)
                    .plan(List.of(program.code().object()), program.definitions(), program.roots());
            LinkedImage image = planner.place(program.code().layout(), plan);
            Patch patch = planner.plan(program.code().layout(), image);
            bytes.bytes += patch.size();
            hole.consume(patch);
        }
    }
}
