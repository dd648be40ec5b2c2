package org.bluescript.language.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.Step;

/** What the lines of a session have changed, each by itself: the way back, and forth again. */
final class Past {
    /** Lines that can be taken back. */
    private static final int MOST = 1000;

    private final ChangeLog log;
    private final Deque<Done> done = new ArrayDeque<>();
    private final Deque<Done> undone = new ArrayDeque<>();

    private record Done(Undoable line, Step step) {}

    Past(ChangeLog log) {
        this.log = log;
    }

    /** What has been done so far cannot be taken back. */
    void begin() {
        log.takeStep();
    }

    /** A line has run. */
    void add(Undoable line) {
        undone.clear();
        done.addLast(new Done(line, log.takeStep()));
        if (done.size() > MOST) {
            done.removeFirst();
        }
    }

    Optional<Undoable> back() {
        return move(done, undone);
    }

    Optional<Undoable> forth() {
        return move(undone, done);
    }

    private Optional<Undoable> move(Deque<Done> from, Deque<Done> to) {
        Done latest = from.pollLast();
        if (latest == null) {
            return Optional.empty();
        }
        to.addLast(new Done(latest.line(), log.revert(latest.step())));
        return Optional.of(latest.line());
    }
}
