package org.bluescript.profiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bluescript.language.profile.Move;
import org.bluescript.language.profile.Move.To;
import org.bluescript.language.profile.Mover;
import org.bluescript.language.profile.Traffic;
import org.bluescript.language.typed.FunctionId;

/** Moves functions of a session by a {@link SessionPolicy}. Knows no clock and no board: the same traffic gives the same moves. */
public final class SessionTiering implements Mover {
    private final SessionPolicy policy;

    public SessionTiering(SessionPolicy policy) {
        this.policy = policy;
    }

    @Override
    public List<Move> next(Map<FunctionId, Traffic> traffic) {
        List<Move> moves = new ArrayList<>();
        new TreeMap<>(traffic).forEach((function, seen) -> {
            if (!seen.onBoard()) {
                whyThere(seen).ifPresent(r -> moves.add(new Move(function, To.BOARD, r)));
            } else if (seen.needsBoard() && seen.failures() >= policy.leastFailures()) {
                moves.add(otherwise(function, seen));
            } else {
                whyBack(seen).ifPresent(r -> moves.add(new Move(function, To.HOST, r)));
            }
        });
        return moves;
    }

    private Move otherwise(FunctionId function, Traffic seen) {
        String what = seen.failures() + " values were of other types than its code was made for";
        return seen.attempts() < policy.mostAttempts()
                ? new Move(function, To.ANEW, what + ", which is looked at anew")
                : new Move(function, To.GENERIC, what + ", so that it takes whatever comes now");
    }

    private Optional<String> whyThere(Traffic seen) {
        boolean isWorth = seen.remoteCalls() >= policy.leastRemoteCalls()
                && seen.remoteCalls() >= policy.leastEach() * Math.max(1, seen.calls());
        boolean isPossible = seen.needsBoard() && seen.reach() <= policy.mostTogether();
        return isWorth && isPossible
                ? Optional.of("it called the board " + times(seen.remoteCalls()) + " in " + calls(seen.calls()))
                : Optional.empty();
    }

    private Optional<String> whyBack(Traffic seen) {
        if (!seen.needsBoard()) {
            return Optional.of("nothing that it calls needs the board any more");
        }
        return seen.calls() >= policy.callsToReview()
                ? Optional.of("after " + calls(seen.calls()) + " on the board it is looked at anew")
                : Optional.empty();
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String calls(long count) {
        return count <= 1 ? "one call" : count + " calls";
    }
}
