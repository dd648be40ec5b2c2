package org.bluescript.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.cli.Installation;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.profile.Mover;
import org.bluescript.language.session.Session;
import org.bluescript.link.board.Boards;
import org.bluescript.profiler.SessionPolicy;
import org.bluescript.profiler.SessionTiering;
import org.junit.jupiter.api.Test;

/**
 * A session whose functions move to the board and back all the time says the same as one in which only those are there that must. {@code
 * -Dsession.lines=5000} makes it longer, {@code -Dsession.seed=2} another one.
 */
class GeneratedTiersTest {
    private static final int LINES = Integer.getInteger("session.lines", 100);
    private static final long SEED = Long.getLong("session.seed", 1);
    /** Functions go after the first call of the board, and come back after four of them there, or after two values of other types. */
    private static final SessionPolicy RESTLESS = new SessionPolicy(1, 1, 1000, 4, 2, 3);
    /** So many declarations leave enough behind that it is swept, whatever came before. */
    private static final int MOST_FILLERS = 2000;

    /** Bytes: of classes that nothing names any more the methods stay, and so does their code where they are on the board. */
    private static final int MOST_LEFT = 2000;

    private int moves;

    /** A session on a board of its own, and what it prints. */
    private record OnBoard(LineBoard board, ByteArrayOutputStream output, Session session) implements AutoCloseable {
        static OnBoard with(Mover mover) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            LineBoard board = LineBoard.of(
                    Installation.home(), DeviceChoice.of(Installation.home(), Boards.DEFAULT, Optional.empty()), news -> {});
            return new OnBoard(board, output, Session.of(MemoryModules.of(Map.of()), output, output, new PatientBoard(board), mover));
        }

        String say(String line) {
            output.reset();
            String outcome = SessionsOnBoardTest.enter(session, line);
            return output.toString(StandardCharsets.UTF_8) + outcome;
        }

        /** The bytes that are used behind a sweep of what nobody can reach any more, which declarations in the place of others bring about. */
        int usedBehindSweep() {
            int before = session.census().used();
            for (int i = 0; i < MOST_FILLERS; i++) {
                say("function filler(): string { return \"filler %d\" }".formatted(i));
                int now = session.census().used();
                if (now < before) {
                    return now;
                }
                before = now;
            }
            throw new AssertionError("nothing was given up");
        }

        @Override
        public void close() {
            session.close();
            board.close();
        }
    }

    private Mover restless() {
        SessionTiering tiering = new SessionTiering(RESTLESS);
        return traffic -> {
            var result = tiering.next(traffic);
            moves += result.size();
            return result;
        };
    }

    @Test
    void aSessionInTiersSaysTheSame() {
        List<String> lines = GeneratedBoardLines.of(SEED, LINES);
        try (OnBoard plain = OnBoard.with(Mover.NONE); OnBoard tiered = OnBoard.with(restless())) {
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                assertThat(tiered.say(line)).as("line %d of seed %d: %s", i + 1, SEED, line).isEqualTo(plain.say(line));
            }
            for (String question : GeneratedBoardLines.questions()) {
                assertThat(tiered.say(question)).as(question).isEqualTo(plain.say(question));
            }
            assertThat(moves).isGreaterThan(LINES / 20);
            assertThat(tiered.say(GeneratedBoardLines.end())).isEqualTo(plain.say(GeneratedBoardLines.end()));
            int used = tiered.usedBehindSweep();
            int usedInPlain = plain.usedBehindSweep();
            System.out.printf("%d lines, %d moves; in the end %d bytes are used, %d without moves%n", LINES, moves, used, usedInPlain);
            assertThat(used).isLessThan(usedInPlain + MOST_LEFT);
        }
    }
}
