package org.bluescript.cli.fuzz;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.bluescript.cli.fuzz.run.Contest;
import org.bluescript.cli.fuzz.run.Stopwatch;
import picocli.CommandLine;

/**
 * Runs random programs on both sides. Several threads, each with a board of its own, take one seed after the other: while one
 * waits for its C compiler or its board, the others have the processors.
 *
 * <p>Nearly all of a program's time is the C compiler's. So one program in four is compiled with the flags of production, and
 * the others at {@code -O1}, which says less about what the compiler makes of the emitted C and more, for the same time, about
 * everything else: layout, emitter, linker, patch, runtime and library are those of production for all. The flags depend on
 * the seed alone, and {@code --production-every 1} gives production's to all.
 */
@CommandLine.Command(name = "fuzz", description = "Compares interpreter and device on random programs.",
        mixinStandardHelpOptions = true)
public final class Fuzzer {
    /** Programs between two lines of the report. */
    private static final int STRETCH = 500;

    /** Where interpreter and device did not agree. */
    record Difference(long seed, String what, String text) {}

    @CommandLine.Mixin
    private final FuzzOptions options;

    private final PrintStream report;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Map<String, Integer> endings = new ConcurrentHashMap<>();
    private final Queue<Difference> differences = new ConcurrentLinkedQueue<>();
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final long start = System.nanoTime();

    Fuzzer(FuzzOptions options, PrintStream report) {
        this.options = options;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        Fuzzer fuzzer = new Fuzzer(new FuzzOptions(), System.out);
        CommandLine command = new CommandLine(fuzzer);
        command.parseArgs(arguments);
        if (command.isUsageHelpRequested()) {
            command.usage(System.out);
        } else {
            System.exit(fuzzer.run().isEmpty() ? 0 : 1);
        }
    }

    /** All differences, made small; they have been reported and saved. */
    List<Difference> run() throws InterruptedException, ExecutionException {
        List<Future<?>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(options.lanes, Thread.ofPlatform().daemon().factory())) {
            for (int i = 0; i < options.lanes; i++) {
                lanes.add(threads.submit(this::lane));
            }
        }
        for (Future<?> lane : lanes) {
            lane.get();
        }
        if (options.statistics) {
            report.print(stopwatch);
        }
        progress("fuzz: ");
        if (options.statistics) {
            print(Candidate.REFUSED);
            print(endings);
        }
        return List.copyOf(differences);
    }

    /** Takes seeds as long as there are any. */
    private Void lane() throws Exception {
        try (Contest contest = Contest.open("stm32f405", options.stressed(), stopwatch)) {
            Round round = new Round(contest, options, report, stopwatch, endings);
            for (long i = next.getAndIncrement(); i < options.count; i = next.getAndIncrement()) {
                round.play(options.seed + i).ifPresent(differences::add);
                if (done.incrementAndGet() % STRETCH == 0 && done.get() < options.count) {
                    progress("");
                }
            }
        }
        return null;
    }

    private void progress(String what) {
        double seconds = (System.nanoTime() - start) / 1e9;
        report.printf("%s%d programs from seed %d in %.0f s, %.1f a second: %d differences%n", what, done.get(), options.seed,
                seconds, done.get() / seconds, differences.size());
    }

    private void print(Map<String, Integer> counts) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(25)
                .forEach(e -> report.printf("%6d  %s%n", e.getValue(), e.getKey()));
    }
}
