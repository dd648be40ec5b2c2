package org.bluescript.backend.specialize;

import java.util.List;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.types.Type;

/** What became of a function of the source. */
public sealed interface VersionNote {
    /** It has versions, one at least. */
    record Versioned(List<Made> versions) implements VersionNote {
        public Versioned {
            versions = List.copyOf(versions);
        }
    }

    /**
     * A version of a function.
     *
     * @param parameters the types of its parameters
     * @param result the type that it gives if nothing unexpected happens
     */
    record Made(FunctionId id, List<Type> parameters, Type result) {}

    /** It has none. */
    record Unversioned(Reason reason) implements VersionNote {}

    /** Why there is no version. */
    enum Reason {
        NOT_ASKED_FOR("not asked for"),
        DEVICE_BOUND("holds inline C"),
        TOP_LEVEL("runs once, and none of its loops is entered"),
        TRY("holds a try statement"),
        SHARED_LOCALS("has variables that closures change or see change"),
        ALL_TYPES_KNOWN("the source tells all types"),
        NEVER_SEEN("never ran on the host");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
