package org.bluescript.profiler.report;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that happened during a run.
 *
 * @param at microseconds since the run began
 * @param part the function or loop that it happened to; empty if it happened to a generation as a whole
 * @param generation the compilation that it is about
 * @param detail what there is to say moreover; may be empty
 */
public record Event(long at, Kind kind, Optional<PartId> part, OptionalInt generation, String detail) {
    public enum Kind {
        HOT("hot"),
        COMPILED("compiled"),
        INSTALLED("installed"),
        MOVED_TO_DEVICE("moved to the device"),
        BACK_ON_HOST("back on the host"),
        GUARD_FAILED("guard failed"),
        RESPECIALISED("specialised again"),
        GIVEN_UP("given up"),
        SUPERSEDED("superseded"),
        RECLAIMED("memory reclaimed");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The kind as reports call it. */
        public String text() {
            return text;
        }
    }
}
