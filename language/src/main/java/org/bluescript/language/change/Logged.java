package org.bluescript.language.change;

import java.util.Optional;

/** State that knows how it has changed. */
public interface Logged {
    /** What has changed since the last time that somebody asked; nothing if it is what it was then. */
    Optional<Change> takeChange();
}
