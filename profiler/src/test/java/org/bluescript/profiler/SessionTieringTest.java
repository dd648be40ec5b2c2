package org.bluescript.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.bluescript.language.profile.Move;
import org.bluescript.language.profile.Move.To;
import org.bluescript.language.profile.Traffic;
import org.bluescript.language.typed.FunctionId;
import org.junit.jupiter.api.Test;

class SessionTieringTest {
    private static final FunctionId SCAN = new FunctionId("line 1", "scan");
    private static final FunctionId BLINK = new FunctionId("line 2", "blink");

    private final SessionTiering tiering = new SessionTiering(new SessionPolicy(50, 2, 10, 1000, 20, 2));

    private List<Move> next(Traffic traffic) {
        return tiering.next(Map.of(SCAN, traffic));
    }

    private static Traffic onHost(long calls, long remoteCalls) {
        return new Traffic(false, calls, remoteCalls, 2, true, 0, 0);
    }

    private static Traffic onBoard(long calls) {
        return new Traffic(true, calls, 0, 2, true, 0, 0);
    }

    @Test
    void whatCallsTheBoardAllTheTimeMovesThere() {
        assertThat(next(onHost(1, 50))).containsExactly(new Move(SCAN, To.BOARD, "it called the board 50 times in one call"));
        assertThat(next(onHost(25, 50))).containsExactly(new Move(SCAN, To.BOARD, "it called the board 50 times in 25 calls"));
    }

    @Test
    void whatCallsTheBoardSeldomStays() {
        assertThat(next(onHost(1, 49))).isEmpty();
        assertThat(next(onHost(26, 50))).isEmpty();
    }

    @Test
    void whatWouldTakeTooManyOthersAlongStays() {
        assertThat(next(new Traffic(false, 1, 1000, 11, true, 0, 0))).isEmpty();
        assertThat(next(new Traffic(false, 1, 1000, 10, true, 0, 0))).hasSize(1);
    }

    @Test
    void whatNeedsTheBoardNoMoreStaysOrIsGivenBack() {
        assertThat(next(new Traffic(false, 1, 1000, 2, false, 0, 0))).isEmpty();
        assertThat(next(new Traffic(true, 1, 0, 2, false, 50, 0)))
                .containsExactly(new Move(SCAN, To.HOST, "nothing that it calls needs the board any more"));
    }

    @Test
    void whatHasBeenThereForLongIsLookedAtAnew() {
        assertThat(next(onBoard(999))).isEmpty();
        assertThat(next(onBoard(1000))).containsExactly(new Move(SCAN, To.HOST, "after 1000 calls on the board it is looked at anew"));
    }

    @Test
    void whatGetsOtherValuesThanItsCodeWasMadeForIsLookedAtAnewAFewTimes() {
        assertThat(next(new Traffic(true, 5, 0, 2, true, 19, 0))).isEmpty();
        assertThat(next(new Traffic(true, 5, 0, 2, true, 20, 1))).containsExactly(
                new Move(SCAN, To.ANEW, "20 values were of other types than its code was made for, which is looked at anew"));
        assertThat(next(new Traffic(true, 5, 0, 2, true, 20, 2))).containsExactly(
                new Move(SCAN, To.GENERIC, "20 values were of other types than its code was made for, so that it takes whatever comes now"));
    }

    @Test
    void severalMoveInTheOrderOfTheirNames() {
        assertThat(tiering.next(Map.of(BLINK, onHost(1, 60), SCAN, onHost(1, 60)))).extracting(Move::function).containsExactly(SCAN, BLINK);
    }

    @Test
    void thresholdsBeginAtOne() {
        assertThatThrownBy(() -> new SessionPolicy(0, 1, 1, 1, 1, 1)).hasMessage("no policy: 0 calls of the board");
        assertThatThrownBy(() -> new SessionPolicy(1, 1, 1, 0, 1, 1)).hasMessage("no policy: 0 calls to a review");
    }
}
