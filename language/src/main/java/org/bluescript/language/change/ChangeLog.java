package org.bluescript.language.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes collections, and tells what has changed in them. */
public final class ChangeLog {
    /** For those whose state never goes back: it makes ordinary collections, and knows of no change. */
    public static final ChangeLog NONE = new ChangeLog();

    private final List<Logged> always = new ArrayList<>();
    /** Those that may have changed since the last step. */
    private List<Logged> touched = new ArrayList<>();

    /** An empty map that keeps the order in which keys have come. */
    public <K, V> Map<K, V> map() {
        return this == NONE ? new LinkedHashMap<>() : new LoggedMap<>(this);
    }

    /** An empty set that keeps the order in which elements have come. */
    public <T> Set<T> set() {
        return this == NONE ? new LinkedHashSet<>() : Collections.newSetFromMap(map());
    }

    public <T> LoggedValue<T> value(T first) {
        return new LoggedValue<>(this, first);
    }

    /** Asks {@code logged} at the end of each step. */
    public void follow(Logged logged) {
        always.add(logged);
    }

    /** It may change now, and has told nobody in this step. */
    void touch(Logged logged) {
        touched.add(logged);
    }

    /** What has changed since the last step; a new one begins. */
    public Step takeStep() {
        List<Change> changes = new ArrayList<>();
        List<Logged> asked = touched;
        touched = new ArrayList<>();
        asked.forEach(l -> l.takeChange().ifPresent(changes::add));
        always.stream().map(Logged::takeChange).flatMap(Optional::stream).forEach(changes::add);
        return new Step(changes);
    }

    /**
     * Makes everything what it was before a step, which must be the last one that has not been reverted, or, to go forth again, what
     * this method has given last. What has changed since is reverted first. Gives the step from here back to there.
     */
    public Step revert(Step step) {
        abandon();
        step.revert();
        return takeStep();
    }

    /** Makes everything what it was at the end of the last step. */
    public void abandon() {
        takeStep().revert();
        takeStep();
    }
}
