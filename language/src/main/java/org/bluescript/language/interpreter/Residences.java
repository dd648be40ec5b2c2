package org.bluescript.language.interpreter;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** How often the code of a function was made for values that then were others. */
    private final Map<FunctionId, Integer> attempts = new HashMap<>();
    /** Those of which that is enough. */
    private final Set<FunctionId> generic = new HashSet<>();

    private record Decision(boolean onBoard, String reason) {}

    /** What there is of the code that the board must have to run a function. */
    enum Readiness {
        READY,
        AWAITED,
        /** It cannot be made, as long as nothing is declared anew. */
        IMPOSSIBLE
    }

    /** What the board's code of a function has shown. */
    interface Code {
        long failures(FunctionId function);

        List<String> madeFor(FunctionId function);

        /** The functions that the board must have to run one. */
        Set<FunctionId> reach(FunctionId function);
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
        attempts.keySet().removeAll(functions);
        generic.removeAll(functions);
    }

    /** Whether code for the values that were seen may be made of the function. */
    boolean isWorthExpecting(FunctionId function) {
        return !generic.contains(function);
    }

    /** Tells whether code of a function was made after it was seen anew last. */
    int attempt(FunctionId function) {
        return attempts.getOrDefault(function, 0) + (generic.contains(function) ? 1 : 0);
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
     * @return whether there is code to be made
     */
    boolean consider(TypedProgram program, Code code) {
        Map<FunctionId, Traffic> traffic = new LinkedHashMap<>();
        residences.forEach((id, r) -> {
            TypedFunction function = program.functions().get(id);
            boolean isBusy = r.remoteCallsSince() > 0 || isForBoard(id);
            if (isBusy && function != null && mayMove(function) && !wanted.containsKey(id)) {
                Collection<FunctionId> together = code.reach(id);
                boolean needsBoard = together.stream().anyMatch(f -> program.functions().get(f).deviceBound());
                traffic.put(id, new Traffic(
                        isForBoard(id), r.callsSince(), r.remoteCallsSince(), together.size(), needsBoard, code.failures(id),
                        attempts.getOrDefault(id, 0)));
            }
        });
        List<Move> moves = traffic.isEmpty() ? List.of() : mover.next(traffic);
        moves.forEach(this::follow);
        return moves.stream().anyMatch(m -> m.to() != Move.To.HOST);
    }

    private void follow(Move move) {
        FunctionId function = move.function();
        switch (move.to()) {
            case BOARD -> decide(function, true, move.reason());
            case HOST -> decide(function, false, move.reason());
            case ANEW -> {
                attempts.merge(function, 1, Integer::sum);
                decide(function, false, move.reason());
            }
            case GENERIC -> {
                generic.add(function);
                decide(function, true, move.reason());
            }
        }
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

    /** @param code what the board has, if there is one */
    Whereabouts whereabouts(TypedFunction function, Optional<? extends Code> code) {
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
        return new Whereabouts(onBoard, why, reason, r.calls(), r.remoteCalls(), r.boardCalls(), r.measured(), r.instructions(),
                code.map(c -> c.madeFor(function.id())).orElse(List.of()), code.map(c -> c.failures(function.id())).orElse(0L));
    }
}
