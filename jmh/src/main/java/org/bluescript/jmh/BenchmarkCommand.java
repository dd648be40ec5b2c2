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
        if (given.shouldList()) {
            new Runner(given).list();
            return;
        }
        new Runner(new OptionsBuilder()
                        .parent(given)
                        .forks(given.getForkCount().orElse(1))
                        .warmupIterations(given.getWarmupIterations().orElse(8))
                        .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
                        .measurementIterations(given.getMeasurementIterations().orElse(5))
                        .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)))
                        .build())
                .run();
    }
}
