package org.bluescript.jmh.stages;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.typed.TypedProgram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** From syntax trees to typed ones. Lines and bytes are those of the programs' text, also where a program is checked together with library text. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CheckingBenchmark {
    @Benchmark
    public void checker(Programs programs, CheckedPrograms inputs, Lines lines, Bytes bytes, Blackhole hole) {
        for (List<ParsedModule> modules : inputs.parsed()) {
            hole.consume(CheckedPrograms.checked(modules));
        }
        programs.countIn(lines, bytes);
    }

    /** Types of the whole program, as often as the command infers them, and the operations that become typed by that. */
    @Benchmark
    public void inference(Programs programs, CheckedPrograms inputs, Lines lines, Bytes bytes, Blackhole hole) {
        for (TypedProgram program : inputs.checked()) {
            hole.consume(CheckedPrograms.inferred(program));
        }
        programs.countIn(lines, bytes);
    }
}
