package org.bluescript.cli.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.cli.fuzz.Fuzzer.Difference;
import org.bluescript.cli.fuzz.run.Contest;
import org.bluescript.cli.fuzz.run.HostRunner;
import org.bluescript.cli.fuzz.run.Stopwatch;
import org.bluescript.cli.fuzz.run.Verdict;
import org.bluescript.cli.fuzz.text.Node;
import org.bluescript.language.shadow.heap.Stress;

/** What one thread does with a seed: makes the program, runs it on both sides, and makes it smaller if they disagree. */
final class Round {
    private final Contest contest;
    private final FuzzOptions options;
    private final PrintStream report;
    private final Stopwatch stopwatch;
    private final Map<String, Integer> endings;

    /** @param endings how many programs ended how, for whoever wants to know */
    Round(Contest contest, FuzzOptions options, PrintStream report, Stopwatch stopwatch, Map<String, Integer> endings) {
        this.contest = contest;
        this.options = options;
        this.report = report;
        this.stopwatch = stopwatch;
        this.endings = endings;
    }

    /** The difference that the program of a seed shows; it has been reported and saved. */
    Optional<Difference> play(long seed) throws IOException {
        Candidate candidate;
        try {
            candidate = stopwatch.time("made and checked", () -> Candidate.of(seed)).orElse(null);
        } catch (Exception | Error e) {
            String what = problem(e);
            report.printf("seed %d: %s%n", seed, what);
            return Optional.of(new Difference(seed, what, ""));
        }
        if (candidate == null) {
            return Optional.empty();
        }
        if (options.show) {
            report.println("// seed " + seed + "\n" + candidate.text());
        }
        Optional<String> found = decide(candidate, options.setup(seed));
        return found.isEmpty() ? Optional.empty() : Optional.of(reduce(seed, candidate, found.get()));
    }

    private Optional<String> decide(Candidate candidate, Setup setup) {
        try {
            Contest.Entry entry = compiled(candidate, setup);
            for (Stress stress : options.stresses()) {
                Verdict verdict = contest.decide(entry, stress);
                endings.merge(verdict.compiled().failure().map(f -> f.kind().message()).orElse("(no error)"), 1, Integer::sum);
                if (verdict.difference().isPresent()) {
                    return verdict.difference();
                }
            }
            return Optional.empty();
        } catch (HostRunner.TooLong | OutOfProgramMemory e) {
            endings.merge(e.getMessage().split(",", 2)[0].replaceAll("[0-9]+", "N"), 1, Integer::sum);
            return Optional.empty();
        } catch (Exception | Error e) {
            return Optional.of(problem(e));
        }
    }

    private Contest.Entry compiled(Candidate candidate, Setup setup) throws Exception {
        return contest.compile(setup.program().apply(candidate.typed()), setup.variant(), setup.effort());
    }

    private static String problem(Throwable problem) {
        return "problem " + problem.toString().lines().findFirst().orElse("");
    }

    /** Makes the program smaller as long as it shows a difference of the same kind. */
    private Difference reduce(long seed, Candidate candidate, String what) throws IOException {
        report.printf("seed %d: %s%n", seed, what);
        Setup setup = options.setup(seed);
        Shrinker shrinker = new Shrinker(
                tree -> difference(tree, setup).filter(d -> kind(d).equals(kind(what))).isPresent(), options.attempts);
        Node smallest = shrinker.shrink(candidate.tree());
        String difference = difference(smallest, setup).orElse(what);
        String text = expected(smallest, setup, difference);
        report.printf("seed %d: %s%n%s%n", seed, difference, text);
        if (options.save.isPresent()) {
            report.println("saved as " + FoundProgram.save(options.save.get(), seed, text));
        }
        return new Difference(seed, difference, text);
    }

    private Optional<String> difference(Node tree, Setup setup) {
        return Candidate.of(tree).flatMap(candidate -> decide(candidate, setup));
    }

    private String expected(Node tree, Setup setup, String difference) {
        try {
            Contest.Entry entry = compiled(Candidate.of(tree).orElseThrow(), setup);
            return FoundProgram.text(tree.toString(), contest.decide(entry, options.stresses().getFirst()).interpreted(), difference);
        } catch (Exception e) {
            return "// " + difference + "\n" + tree;
        }
    }

    /** What stands before the values. */
    private static String kind(String difference) {
        return difference.split("[,:]", 2)[0];
    }
}
