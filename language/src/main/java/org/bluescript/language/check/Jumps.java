package org.bluescript.language.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.typed.TypedStatement.Target;

/** The statements around the present place that break and continue can refer to, and what is certain where they land. */
final class Jumps {
    /** A statement that can be left, and perhaps repeated, from inside. */
    static final class Landing {
        private final Target target = new Target();
        private final Set<String> labels;
        private final boolean isLoop;
        private final boolean isNamedOnly;
        private final Optional<Barrier> barrier;
        private Flow afterBreak = Flow.UNREACHABLE;
        private Flow afterContinue = Flow.UNREACHABLE;

        private Landing(Set<String> labels, boolean isLoop, boolean isNamedOnly, Optional<Barrier> barrier) {
            this.labels = labels;
            this.isLoop = isLoop;
            this.isNamedOnly = isNamedOnly;
            this.barrier = barrier;
        }

        Target target() {
            return target;
        }

        /** What is certain wherever a break leaves it; unreachable if none does. */
        Flow afterBreak() {
            return afterBreak;
        }

        /** What is certain wherever a continue repeats it; unreachable if none does. */
        Flow afterContinue() {
            return afterContinue;
        }
    }

    private final FunctionBody body;
    private final Deque<Landing> landings = new ArrayDeque<>();
    private Set<String> pendingLabels = new HashSet<>();

    Jumps(FunctionBody body) {
        this.body = body;
    }

    /** Whether a statement around has the label. */
    boolean knowsLabel(String label) {
        return pendingLabels.contains(label) || landings.stream().anyMatch(l -> l.labels.contains(label));
    }

    /** The next loop has this label. */
    void addLabel(String label) {
        pendingLabels.add(label);
    }

    Landing enterLoop() {
        Landing landing = new Landing(pendingLabels, true, false, Optional.empty());
        pendingLabels = new HashSet<>();
        landings.push(landing);
        return landing;
    }

    Landing enterSwitch() {
        Landing landing = new Landing(Set.of(), false, false, Optional.empty());
        landings.push(landing);
        return landing;
    }

    /** Enters a statement that is no loop and has this label. */
    Landing enterLabeled(String label) {
        Landing landing = new Landing(Set.of(label), false, true, Optional.empty());
        landings.push(landing);
        return landing;
    }

    /** Enters what a {@code finally} guards: no jump leaves it directly. */
    Barrier enterGuarded() {
        Barrier barrier = new Barrier(body);
        landings.push(new Landing(Set.of(), false, true, Optional.of(barrier)));
        return barrier;
    }

    void leave() {
        landings.pop();
    }

    /** The innermost {@code finally} that a jump to the landing has to pass. */
    Optional<Barrier> barrierBefore(Landing landing) {
        return landings.stream()
                .takeWhile(l -> l != landing)
                .flatMap(l -> l.barrier.stream())
                .findFirst();
    }

    /** The innermost {@code finally} that a return has to pass. */
    Optional<Barrier> barrier() {
        return landings.stream().flatMap(l -> l.barrier.stream()).findFirst();
    }

    /** What a break leaves from here: the statement with the label, else the innermost loop or switch. */
    Optional<Landing> breakTarget(Optional<String> label) {
        return landings.stream()
                .filter(l -> label.map(l.labels::contains).orElse(!l.isNamedOnly))
                .findFirst();
    }

    /** What a continue repeats from here: the loop with the label, else the innermost loop. */
    Optional<Landing> continueTarget(Optional<String> label) {
        return landings.stream()
                .filter(l -> l.isLoop && label.map(l.labels::contains).orElse(true))
                .findFirst();
    }

    void breakTo(Landing landing) {
        landing.afterBreak = body.meet(landing.afterBreak, body.flow());
        body.setFlow(Flow.UNREACHABLE);
    }

    void continueTo(Landing landing) {
        landing.afterContinue = body.meet(landing.afterContinue, body.flow());
        body.setFlow(Flow.UNREACHABLE);
    }
}
