package org.bluescript.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.bluescript.cli.Installation;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.session.Outcome;
import org.bluescript.language.session.Session;
import org.bluescript.language.tiers.Whereabouts;
import org.bluescript.language.tiers.Whereabouts.Why;
import org.bluescript.link.board.Boards;
import org.bluescript.profiler.SessionPolicy;
import org.bluescript.profiler.SessionTiering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions of a session that call the board all the time move there, and back, and do the same as before. */
class SessionTiersTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final LineBoard board = LineBoard.of(
            Installation.home(), DeviceChoice.of(Installation.home(), Boards.DEFAULT, Optional.empty()), news -> {});
    private final Session session = Session.of(
            MemoryModules.of(Map.of()), output, output, new PatientBoard(board), new SessionTiering(new SessionPolicy(10, 2, 100, 6, 5, 2)));

    @AfterEach
    void close() {
        session.close();
        board.close();
    }

    private String enter(String line) {
        output.reset();
        String outcome = switch (session.evaluate(line)) {
            case Outcome.Value v -> v.text();
            case Outcome.Done d -> "";
            case Outcome.Failed f -> f.failure().message();
            case Outcome.Mistakes m -> m.all().toString();
            case Outcome.Refused r -> r.reason();
            case Outcome.Incomplete i -> "incomplete";
        };
        return output.toString(StandardCharsets.UTF_8) + outcome;
    }

    private Whereabouts where(String function) {
        return session.whereabouts(session.function(function).orElseThrow());
    }

    private void declare() {
        enter("let count = 0");
        enter("function bump(by: integer) { code`${count} += ${by};` }");
        enter("function scan(n: integer) { for (let i = 0; i < n; i++) bump(i); return count }");
    }

    @Test
    void whatCallsTheBoardAllTheTimeMovesThereAndComesBackToBeLookedAt() {
        declare();
        assertThat(enter("scan(6)")).isEqualTo("15");
        assertThat(where("scan").why()).isEqualTo(Why.NONE);
        assertThat(enter("scan(6)")).isEqualTo("30");
        assertThat(where("scan")).satisfies(w -> {
            assertThat(w.onBoard()).isTrue();
            assertThat(w.why()).isEqualTo(Why.MOVED);
            assertThat(w.reason()).isEqualTo("it called the board 10 times in 2 calls");
            assertThat(w.hostCalls()).isEqualTo(2);
        });
        assertThat(enter("scan(6) + scan(1)")).isEqualTo("90");
        assertThat(where("scan").boardCalls()).isEqualTo(2);
        for (int i = 0; i < 5; i++) {
            enter("scan(1)");
        }
        assertThat(where("scan").reason()).isEqualTo("after 6 calls on the board it is looked at anew");
        assertThat(enter("scan(11)")).isEqualTo("100");
        assertThat(where("scan").why()).isEqualTo(Why.MOVED);
        assertThat(enter("count")).isEqualTo("100");
    }

    @Test
    void theNextCallInTheSameLineIsOnTheBoardAlready() {
        declare();
        assertThat(enter("for (let k = 0; k < 5; k++) scan(12); count")).isEqualTo("330");
        assertThat(where("scan").hostCalls()).isEqualTo(1);
        assertThat(where("scan").boardCalls()).isEqualTo(4);
        assertThat(where("bump").boardCalls()).isEqualTo(12);
    }

    @Test
    void theUsersWordWins() {
        declare();
        session.want(session.function("scan").orElseThrow(), Optional.of(false));
        enter("scan(20)");
        enter("scan(20)");
        assertThat(where("scan").why()).isEqualTo(Why.WANTED);
        assertThat(where("scan").hostCalls()).isEqualTo(2);
        session.want(session.function("scan").orElseThrow(), Optional.empty());
        enter("scan(20)");
        assertThat(where("scan").why()).isEqualTo(Why.MOVED);
        session.want(session.function("scan").orElseThrow(), Optional.of(false));
        enter("scan(1)");
        assertThat(where("scan").hostCalls()).isEqualTo(4);
        session.want(session.function("scan").orElseThrow(), Optional.of(true));
        enter("scan(1)");
        assertThat(where("scan").boardCalls()).isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            enter("scan(1)");
        }
        assertThat(where("scan").why()).isEqualTo(Why.WANTED);
        assertThat(where("scan").boardCalls()).isEqualTo(11);
    }

    @Test
    void whatNeedsTheBoardNoMoreIsGivenBack() {
        declare();
        enter("scan(20)");
        enter("function bump(by: integer) { count += by }");
        assertThat(enter("scan(3)")).isEqualTo("193");
        assertThat(where("scan")).satisfies(w -> {
            assertThat(w.onBoard()).isFalse();
            assertThat(w.reason()).isEqualTo("nothing that it calls needs the board any more");
            assertThat(w.boardCalls()).isZero();
        });
    }

    @Test
    void whatIsDeclaredAnewIsTheNewOneOnTheBoardToo() {
        declare();
        enter("scan(20)");
        assertThat(enter("scan(2)")).isEqualTo("191");
        enter("function scan(n: integer) { bump(n); return -count }");
        assertThat(enter("scan(9)")).isEqualTo("-200");
        assertThat(where("scan").onBoard()).isTrue();
        enter("function bump(by: integer) { code`${count} -= ${by};` }");
        assertThat(enter("scan(100)")).isEqualTo("-100");
        session.undo();
        assertThat(enter("scan(1)")).isEqualTo("-199");
    }

    @Test
    void whatCannotBeCompiledStaysAndFailsOnlyWhereItFailedBefore() {
        declare();
        enter("function broken() { code`nonsense;` }");
        enter("function maybe(n: integer) { for (let i = 0; i < n; i++) bump(1); if (n == 99) broken(); return count }");
        assertThat(enter("maybe(20)")).isEqualTo("20");
        assertThat(enter("maybe(20)")).isEqualTo("40");
        assertThat(where("maybe").onBoard()).isFalse();
        assertThat(where("maybe").reason()).contains("mistakes");
    }

    @Test
    void anErrorOnTheBoardIsTheSameError() {
        declare();
        enter("function risky(n: integer) { for (let i = 0; i < n; i++) bump(1); if (n < 3) throw new Error(\"few \" + n); return n }");
        enter("function careful(n: integer) { try { return risky(n) } catch (e) { return -1 } }");
        assertThat(enter("risky(20)")).isEqualTo("20");
        assertThat(where("risky").onBoard()).isTrue();
        assertThat(enter("risky(2)")).isEqualTo("Error: few 2");
        assertThat(enter("careful(2)")).isEqualTo("-1");
        assertThat(enter("count")).isEqualTo("24");
    }

    @Test
    void methodsMoveAndWhatTheyCallIsCountedForThem() {
        declare();
        enter("class Lamp { level = 1; flash(n: integer) { [1, 2].forEach(k => { for (let i = 0; i < n; i++) bump(k) }); return this.level } }");
        enter("let lamp = new Lamp()");
        assertThat(enter("lamp.flash(10)")).isEqualTo("1");
        assertThat(where("Lamp.flash").remoteCalls()).isEqualTo(20);
        assertThat(enter("lamp.flash(1)")).isEqualTo("1");
        assertThat(enter("count")).isEqualTo("33");
    }

    @Test
    void codeIsMadeForTheTypesThatWereSeenAndAnewWhenTheyAreOthers() {
        declare();
        enter("function total(values, n: integer) { let sum = values[0]; for (let i = 1; i < n; i++) { bump(1); sum = sum + values[i % 3] } return sum }");
        enter("let i = [1, 2, 3]; let f = [0.5, 1.5, 2.5]; let s = [\"a\", \"b\", \"c\"]");
        assertThat(enter("total(i, 12)")).isEqualTo("24");
        assertThat(where("total").madeFor()).containsExactly("(integer[], integer)");
        assertThat(enter("total(i, 4)")).isEqualTo("7");
        assertThat(where("total").failures()).isZero();
        assertThat(enter("total(f, 4)")).isEqualTo("5.0");
        assertThat(where("total").boardCalls()).isEqualTo(2);
        assertThat(where("total").failures()).isPositive();
        assertThat(enter("total(s, 4)")).isEqualTo("\"abca\"");
        for (int k = 0; k < 3; k++) {
            enter("total(f, 4)");
        }
        assertThat(enter("total(f, 12)")).isEqualTo("18.0");
        assertThat(enter("total(f, 12)")).isEqualTo("18.0");
        assertThat(where("total").madeFor()).hasSize(2);
        assertThat(enter("total(i, 4)")).isEqualTo("7");
    }
}
