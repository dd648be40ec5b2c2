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
    /** Bytes: functions that nobody can call any more are given up now and then only, and so is their code. */
    private static final int MOST_LEFT = 12_000;

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

        int used() {
            return session.census().used();
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
            tiered.say("0");
            plain.say("0");
            assertThat(tiered.used()).isLessThan(plain.used() + MOST_LEFT);
            System.out.printf(
                    "%d lines, %d moves; in the end %d bytes are used, %d without moves%n", LINES, moves, tiered.used(), plain.used());
        }
    }
}
