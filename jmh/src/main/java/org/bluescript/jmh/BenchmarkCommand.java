package org.bluescript.jmh;

import com.oracle.truffle.api.Truffle;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs benchmarks with JMH's own options, in few and short iterations unless told otherwise. */
public final class BenchmarkCommand {
    private BenchmarkCommand() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        if (!Truffle.getRuntime().getName().equals("GraalVM CE")) {
            throw new IllegalStateException("this JVM has no compiler for programs: " + Truffle.getRuntime().getName());
        }
        CommandLineOptions given = new CommandLineOptions(arguments);
        new Runner(new OptionsBuilder()
                        .forks(1)
                        .warmupIterations(8)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .parent(given)
                        .build())
                .run();
    }
}
