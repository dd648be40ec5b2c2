package org.bluescript.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.bluescript.cli.fuzz.make.ProgramMaker;
import org.bluescript.cli.fuzz.run.Contest;
import org.bluescript.cli.fuzz.text.Node;
import org.bluescript.language.source.Diagnostics;
import org.junit.jupiter.api.Test;

/** What the fuzzer makes, and what it makes of that. */
class ShrinkerTest {
    @Test
    void seedAlwaysGivesTheSameProgram() {
        for (long seed = 1; seed < 20; seed++) {
            assertThat(ProgramMaker.of(seed).toString()).isEqualTo(ProgramMaker.of(seed).toString());
        }
    }

    @Test
    void checkerAcceptsMostPrograms() {
        long accepted = java.util.stream.LongStream.range(1, 100)
                .filter(seed -> Candidate.of(seed).isPresent())
                .count();
        assertThat(accepted).isGreaterThan(90);
    }

    @Test
    void oneStatementIsLeftOfWhatNeedsNoMore() {
        Node program = ProgramMaker.of(3);
        Node small = new Shrinker(tree -> tree.toString().contains("print("), 5000).shrink(program);
        assertThat(small.toString().lines()).hasSize(1);
    }

    @Test
    void smallerProgramsThatMustBeWellTypedAre() {
        Candidate candidate = Candidate.of(5).orElseThrow();
        Node small = new Shrinker(
                        tree -> tree.toString().contains("fuel--") && Candidate.of(tree).isPresent(), 3000)
                .shrink(candidate.tree());
        assertThat(Contest.check(small.toString(), new Diagnostics())).isPresent();
        assertThat(small.size()).isLessThan(candidate.tree().size() / 2);
    }
}
