package org.bluescript.jmh;

import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The benchmark programs on the interpreter. Each checks its own result, so a wrong one fails the benchmark. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InterpreterBenchmark {
    @Param({"bounce", "cd", "crc", "fft", "fir", "iir", "list", "mandelbrot", "nbody", "permute", "queens", "richards",
        "sha", "sieve", "storage", "towers"})
    public String program;

    /** Whether hot code is compiled; without, every node is interpreted by the JVM's compiled code for it. */
    @Param("true")
    public boolean compiled;

    private Context context;
    private Value round;

    /** Loads the program, and sees to it that the runtime is the one that was asked for. */
    @Setup(Level.Trial)
    public void load() {
        context = Context.newBuilder("bluescript")
                .allowExperimentalOptions(true)
                .option("engine.Compilation", Boolean.toString(compiled))
                .option("engine.CompilationFailureAction", "Throw")
                // Peak comes after a certain amount of work and not, on a busy machine, at some time or never.
                .option("engine.BackgroundCompilation", "false")
                .out(OutputStream.nullOutputStream())
                .build();
        round = context.eval("bluescript", RepeatableProgram.of(program));
    }

    @TearDown(Level.Trial)
    public void close() {
        context.close();
    }

    @Benchmark
    public Value interpreted() {
        return round.execute();
    }
}
