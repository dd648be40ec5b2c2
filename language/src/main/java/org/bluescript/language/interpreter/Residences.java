package org.bluescript.language.interpreter;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.nodes.FunctionRootNode;
import org.bluescript.language.profile.Move;
import org.bluescript.language.profile.Mover;
import org.bluescript.language.profile.Traffic;
import org.bluescript.language.tiers.Residence;
import org.bluescript.language.tiers.Whereabouts;
import org.bluescript.language.tiers.Whereabouts.Why;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/**
 * Where the functions of a session run, and why: on the board what only that can run, what the user wants there, and what a
 * {@link Mover} has moved there because on the host it calls the board all the time; all else on the host. None of that changes what a
 * program does, so taking back a line does not take it back.
 */
final class Residences {
    /** So many calls around one are looked at for the function that has made it. */
    private static final int MOST_CALLS = 16;

    private final Mover mover;
    private final Map<FunctionId, Residence> residences = new HashMap<>();
    /** What the user has said: on the board, or not. */
    private final Map<FunctionId, Boolean> wanted = new LinkedHashMap<>();
    /** What the mover has decided, with the reason. */
    private final Map<FunctionId, Decision> decided = new LinkedHashMap<>();

    private record Decision(boolean onBoard, String reason) {}

    /** What there is of the code that the board must have to run a function. */
    enum Readiness {
        READY,
        AWAITED,
        /** It cannot be made, as long as nothing is declared anew. */
        IMPOSSIBLE
    }

    Residences(Mover mover) {
        this.mover = mover;
    }

    Residence of(FunctionId function) {
        return residences.computeIfAbsent(function, f -> new Residence());
    }

    /** Whether the board is to be able to run the function when the host calls it. */
    boolean isForBoard(TypedFunction function) {
        return function.deviceBound() || isForBoard(function.id());
    }

    private boolean isForBoard(FunctionId id) {
        return wanted.getOrDefault(id, decided.containsKey(id) && decided.get(id).onBoard());
    }

    /** The user's word; without one, the mover decides. */
    void want(FunctionId function, Optional<Boolean> onBoard) {
        onBoard.ifPresentOrElse(w -> wanted.put(function, w), () -> wanted.remove(function));
        decided.remove(function);
        of(function).begin();
        of(function).move(onBoard.orElse(false));
    }

    /** What the user wants where. */
    Map<FunctionId, Boolean> wanted() {
        return Map.copyOf(wanted);
    }

    void forget(Collection<FunctionId> functions) {
        residences.keySet().removeAll(functions);
        wanted.keySet().removeAll(functions);
        decided.keySet().removeAll(functions);
    }

    /** The host is about to call a function on the board: notes that, for the function and for the one that calls it. */
    void note(FunctionId called) {
        of(called).calledOnBoard();
        caller().ifPresent(f -> of(f.id()).calledBoard());
    }

    /** The innermost function around the call that goes to the board which could be there itself. */
    private static Optional<TypedFunction> caller() {
        int[] seen = {0};
        return Truffle.getRuntime().iterateFrames(frame -> {
            if (!(frame.getCallTarget() instanceof RootCallTarget target
                    && target.getRootNode() instanceof FunctionRootNode root
                    && root.tools() instanceof FunctionTools tools)) {
                return null;
            }
            boolean isItself = seen[0]++ == 0;
            if (seen[0] > MOST_CALLS) {
                return Optional.<TypedFunction>empty();
            }
            return isItself || !mayMove(tools.function()) ? null : Optional.of(tools.function());
        }) instanceof Optional<?> found ? found.map(TypedFunction.class::cast) : Optional.empty();
    }

    /** Not what is part of another function or of the language, nor what makes objects. */
    private static boolean mayMove(TypedFunction function) {
        boolean isByItself = function.kind() == TypedFunction.Kind.FUNCTION || function.kind() == TypedFunction.Kind.METHOD;
        return isByItself && !function.deviceBound() && !function.span().file().isBuiltIn() && Exchange.takes(function);
    }

    /**
     * Asks the mover, and does what it says.
     *
     * @param reach the functions that the board must have to run one
     * @return the functions that are now to be on the board and were not
     */
    List<FunctionId> consider(TypedProgram program, Function<FunctionId, Collection<FunctionId>> reach) {
        Map<FunctionId, Traffic> traffic = new LinkedHashMap<>();
        residences.forEach((id, r) -> {
            TypedFunction function = program.functions().get(id);
            boolean isBusy = r.remoteCallsSince() > 0 || isForBoard(id);
            if (isBusy && function != null && mayMove(function) && !wanted.containsKey(id)) {
                Collection<FunctionId> together = reach.apply(id);
                boolean needsBoard = together.stream().anyMatch(f -> program.functions().get(f).deviceBound());
                traffic.put(id, new Traffic(isForBoard(id), r.callsSince(), r.remoteCallsSince(), together.size(), needsBoard));
            }
        });
        List<Move> moves = traffic.isEmpty() ? List.of() : mover.next(traffic);
        moves.forEach(m -> decide(m.function(), m.toBoard(), m.reason()));
        return moves.stream().filter(Move::toBoard).map(Move::function).toList();
    }

    /** It runs on the host again, though the mover would have it on the board. */
    void giveBack(FunctionId function, String reason) {
        decide(function, false, reason);
    }

    private void decide(FunctionId function, boolean onBoard, String reason) {
        decided.put(function, new Decision(onBoard, reason));
        Residence residence = of(function);
        residence.begin();
        residence.move(false);
    }

    /** Moves to the board what is to be there as soon as that is possible. What cannot be made stays on the host, and says why. */
    void settle(TypedProgram program, Function<FunctionId, Readiness> code) {
        for (FunctionId id : List.copyOf(decided.keySet())) {
            if (isForBoard(id) && !wanted.containsKey(id) && program.functions().containsKey(id)) {
                switch (code.apply(id)) {
                    case READY -> of(id).move(true);
                    case AWAITED -> of(id).move(false);
                    case IMPOSSIBLE -> decide(id, false, "the code that the board would need has mistakes");
                }
            }
        }
    }

    Whereabouts whereabouts(TypedFunction function) {
        Residence r = of(function.id());
        Decision decision = decided.get(function.id());
        Why why = function.deviceBound()
                ? Why.BOUND
                : wanted.containsKey(function.id())
                        ? Why.WANTED
                        : decision == null
                                ? Why.NONE
                                : !decision.onBoard() ? Why.GIVEN_BACK : r.isOnBoard() ? Why.MOVED : Why.AWAITED;
        boolean onBoard = function.deviceBound() || r.isOnBoard();
        String reason = why == Why.BOUND || why == Why.WANTED || decision == null ? "" : decision.reason();
        return new Whereabouts(onBoard, why, reason, r.calls(), r.remoteCalls(), r.boardCalls(), r.measured(), r.instructions());
    }
}
