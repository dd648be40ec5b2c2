package org.bluescript.profiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bluescript.language.profile.Move;
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
            Optional<String> reason = seen.onBoard() ? whyBack(seen) : whyThere(seen);
            reason.ifPresent(r -> moves.add(new Move(function, !seen.onBoard(), r)));
        });
        return moves;
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
