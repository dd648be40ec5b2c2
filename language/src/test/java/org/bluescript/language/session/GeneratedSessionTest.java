package org.bluescript.language.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluescript.language.shadow.heap.Stress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session of generated lines says the same whatever happens between them. {@code -Dsession.lines=5000} makes it longer, {@code
 * -Dsession.seed=2} another one.
 */
class GeneratedSessionTest {
    private static final int LINES = Integer.getInteger("session.lines", 400);
    private static final long SEED = Long.getLong("session.seed", 1);

    private final List<String> lines = GeneratedLines.of(SEED, LINES);

    private List<String> said(Transcript session, List<String> entered) {
        try {
            List<String> result = new ArrayList<>();
            for (String line : entered) {
                result.add("> " + line + "\n" + session.enter(line));
            }
            return result;
        } finally {
            session.session().close();
        }
    }

    private List<String> plain() {
        return said(new Transcript(Map.of()), lines);
    }

    @Test
    void itSaysTheSameIfEveryAllocationCollects() {
        assertThat(said(new Transcript(Map.of(), Stress.COLLECTING), lines)).containsExactlyElementsOf(plain());
    }

    @Test
    void itSaysTheSameIfEveryLineIsTakenBackAndDoneAgain() {
        assertThat(said(Transcript.goingBackAndForth(), lines)).containsExactlyElementsOf(plain());
    }

    @Test
    void itSaysTheSameIfItIsSavedAndRestored(@TempDir Path folder) throws IOException {
        Transcript restored = Transcript.inFile(folder.resolve("session"), Math.max(20, LINES / 8));
        List<String> withoutTakingBack = lines.stream().filter(l -> !l.startsWith(":")).toList();
        assertThat(said(restored, withoutTakingBack)).containsExactlyElementsOf(said(new Transcript(Map.of()), withoutTakingBack));
    }

    @Test
    void whatIsDeclaredAnewLeavesNothing() {
        Transcript session = new Transcript(Map.of());
        Transcript other = new Transcript(Map.of());
        try {
            lines.forEach(session::enter);
            GeneratedLines.end().forEach(session::enter);
            GeneratedLines.of(SEED, 100).forEach(other::enter);
            GeneratedLines.end().forEach(other::enter);
            int used = session.session().census().used();
            assertThat(used).isLessThan(other.session().census().used() + 12_000 + 100 * classes(session));
        } finally {
            session.session().close();
            other.session().close();
        }
    }

    /** Classes and what tells their types are never given up: objects of them may come back by being taken back. */
    private static int classes(Transcript session) {
        return session.session().names().size();
    }
}
