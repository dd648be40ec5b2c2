package org.bluescript.jmh;

import java.util.concurrent.TimeUnit;
import org.bluescript.jmh.twins.Twin;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same work in plain Java. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TwinBenchmark {
    @Param({"crc", "list", "mandelbrot", "nbody", "permute", "sieve"})
    public String program;

    @Benchmark
    public Object java() {
        return Twin.run(program);
    }
}
