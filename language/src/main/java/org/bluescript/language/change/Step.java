package org.bluescript.language.change;

import java.util.List;

/** What has changed, in all places, from one moment to another. */
public final class Step {
    private final List<Change> changes;

    Step(List<Change> changes) {
        this.changes = changes;
    }

    /** Whether everything was at the end as it had been at the beginning. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    void revert() {
        changes.forEach(Change::revert);
    }
}
