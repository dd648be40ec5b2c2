package org.bluescript.cli.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bluescript.cli.fuzz.run.Contest;
import org.bluescript.cli.fuzz.run.HostRunner;
import org.bluescript.cli.fuzz.run.Verdict;
import org.bluescript.cli.fuzz.text.Node;
import org.bluescript.language.shadow.heap.Stress;
import picocli.CommandLine;

/**
 * Runs random programs on both sides. One thread makes, interprets and compiles them while another runs those before on the
 * board.
 */
@CommandLine.Command(name = "fuzz", description = "Compares interpreter and device on random programs.",
        mixinStandardHelpOptions = true)
public final class Fuzzer {
    private static final int AHEAD = 4;

    /** A program on its way, or the end of all. */
    private record Task(long seed, Candidate candidate, Contest.Entry entry, Throwable problem) {
        static final Task END = new Task(0, null, null, null);
    }

    /** Where interpreter and device did not agree. */
    record Difference(long seed, String what, String text) {}

    @CommandLine.Mixin
    private final FuzzOptions options;

    private final PrintStream report;
    private final Map<String, Integer> endings = new HashMap<>();

    Fuzzer(FuzzOptions options, PrintStream report) {
        this.options = options;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        Fuzzer fuzzer = new Fuzzer(new FuzzOptions(), System.out);
        new CommandLine(fuzzer).parseArgs(arguments);
        fuzzer.run();
    }

    /** All differences, made small; they have been reported and saved. */
    List<Difference> run() throws InterruptedException, IOException {
        List<Difference> differences = new ArrayList<>();
        long start = System.nanoTime();
        int programs = 0;
        try (Contest contest = Contest.open("stm32f405", !options.stress().equals(Stress.NONE))) {
            BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(AHEAD);
            Thread.ofPlatform().daemon().name("makes programs").start(() -> makeAll(contest, tasks));
            for (Task task = tasks.take(); task != Task.END; task = tasks.take()) {
                programs++;
                Optional<String> found = decide(contest, task);
                if (found.isPresent()) {
                    differences.add(reduce(contest, task, found.get()));
                }
            }
            if (options.statistics) {
                report.print(contest.stopwatch());
                report.printf("%d bytes sent for a program%n", contest.bytes() / Math.max(programs, 1));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.printf("fuzz: %d programs from seed %d in %.0f s, %.1f a second: %d differences%n", programs, options.seed,
                seconds, programs / seconds, differences.size());
        if (options.statistics) {
            print(Candidate.REFUSED);
            print(endings);
        }
        return differences;
    }

    private void makeAll(Contest contest, BlockingQueue<Task> tasks) {
        try {
            for (long seed = options.seed; seed < options.seed + options.count; seed++) {
                Task task = make(contest, seed);
                if (task != null) {
                    tasks.put(task);
                }
            }
            tasks.put(Task.END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null if there is no program of this seed. */
    private Task make(Contest contest, long seed) {
        try {
            Candidate candidate =
                    contest.stopwatch().time("made and checked", () -> Candidate.of(seed)).orElse(null);
            if (candidate != null && options.show) {
                report.println("// seed " + seed + "\n" + candidate.text());
            }
            Task task = candidate == null ? null : prepared(contest, seed, candidate);
            return task == null || task.problem() instanceof HostRunner.TooLong ? null : task;
        } catch (Exception | Error e) {
            return new Task(seed, null, null, e);
        }
    }

    private Task prepared(Contest contest, long seed, Candidate candidate) {
        try {
            return new Task(seed, candidate, contest.prepare(candidate.typed(), options.stress()), null);
        } catch (Exception | Error e) {
            return new Task(seed, candidate, null, e);
        }
    }

    private Optional<String> decide(Contest contest, Task task) {
        if (task.problem() != null) {
            return Optional.of("problem " + firstLine(task.problem()));
        }
        try {
            Verdict verdict = contest.decide(task.entry());
            endings.merge(verdict.compiled().failure().map(f -> f.kind().message()).orElse("(no error)"), 1, Integer::sum);
            return verdict.difference();
        } catch (Exception e) {
            return Optional.of("problem " + firstLine(e));
        }
    }

    static String firstLine(Throwable problem) {
        return problem.toString().lines().findFirst().orElse("");
    }

    /** Makes the program smaller as long as it shows a difference of the same kind. */
    private Difference reduce(Contest contest, Task task, String what) throws IOException {
        report.printf("seed %d: %s%n", task.seed(), what);
        if (task.candidate() == null) {
            return new Difference(task.seed(), what, "");
        }
        Shrinker shrinker = new Shrinker(
                tree -> difference(contest, tree).filter(d -> kind(d).equals(kind(what))).isPresent(), options.attempts);
        Node smallest = shrinker.shrink(task.candidate().tree());
        String difference = difference(contest, smallest).orElse(what);
        String text = expected(contest, smallest, difference);
        report.printf("%s%n%s%n", difference, text);
        if (options.save.isPresent()) {
            report.println("saved as " + FoundProgram.save(options.save.get(), task.seed(), text));
        }
        return new Difference(task.seed(), difference, text);
    }

    private Optional<String> difference(Contest contest, Node tree) {
        return Candidate.of(tree).flatMap(candidate -> decide(contest, prepared(contest, 0, candidate)));
    }

    private String expected(Contest contest, Node tree, String difference) {
        try {
            return FoundProgram.text(tree.toString(), contest.interpret(
                    Candidate.of(tree).orElseThrow().typed(), options.stress()), difference);
        } catch (RuntimeException e) {
            return "// " + difference + "\n" + tree;
        }
    }

    /** What stands before the values. */
    private static String kind(String difference) {
        return difference.split("[,:]", 2)[0];
    }

    private void print(Map<String, Integer> counts) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(25)
                .forEach(e -> report.printf("%6d  %s%n", e.getValue(), e.getKey()));
    }
}
