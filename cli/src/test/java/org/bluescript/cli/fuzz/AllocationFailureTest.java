package org.bluescript.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bluescript.cli.fuzz.run.Contest;
import org.bluescript.cli.fuzz.run.Effort;
import org.bluescript.cli.fuzz.run.Stopwatch;
import org.bluescript.cli.fuzz.run.Verdict;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.heap.Stress;
import org.junit.jupiter.api.Test;

/**
 * Memory may end at any allocation: on both sides that is the same error at the same place, the heap is as its format says
 * afterwards, and the next program, which is the next one here, runs as if nothing had been.
 */
class AllocationFailureTest {
    private static final int PROGRAMS = Integer.getInteger("failures.programs", 50);
    private static final int ALLOCATIONS = Integer.getInteger("failures.allocations", 6);

    @Test
    void anyAllocationMayFail() throws Exception {
        int failures = 0;
        try (Contest contest = Contest.open("stm32f405", true, new Stopwatch())) {
            for (int seed = 1; seed <= PROGRAMS; seed++) {
                Candidate candidate = Candidate.of(seed).orElseThrow();
                Contest.Entry entry = contest.compile(candidate.typed(), UnaryOperator.identity(), Effort.PRODUCTION);
                for (int n = 1; n <= ALLOCATIONS; n++) {
                    Verdict verdict = contest.decide(entry, Stress.failing(n));
                    assertThat(verdict.difference()).as("seed %d, allocation %d fails%n%s", seed, n, candidate.text()).isEmpty();
                    boolean failed = verdict.compiled().failure()
                            .filter(f -> f.kind() == RunTimeErrorKind.MEMORY)
                            .isPresent();
                    if (!failed) {
                        break;
                    }
                    failures++;
                }
            }
        }
        assertThat(failures).isGreaterThan(PROGRAMS);
    }
}
