package org.bluescript.profiler;

import java.util.List;

/** Whether a function is worth specialising. */
public sealed interface Verdict {
    /**
     * It is.
     *
     * @param weight its calls and the turns of its loops: what is heavier comes first
     * @param shapes the versions to make; at least one
     */
    record Worth(long weight, List<Shape> shapes) implements Verdict {
        public Worth {
            shapes = List.copyOf(shapes);
            if (shapes.isEmpty()) {
                throw new IllegalArgumentException("a function without versions is not worth specialising");
            }
        }
    }

    /**
     * It is not.
     *
     * @param text the reason as a report shows it
     */
    record NotWorth(Reason reason, String text) implements Verdict {
        static NotWorth because(Reason reason) {
            return new NotWorth(reason, reason.text());
        }
    }

    /** Why a function is not worth specialising. */
    enum Reason {
        DEVICE_BOUND("holds inline C, which is compiled as it stands"),
        ALL_KNOWN("all its types are known without a profile"),
        NEVER_CALLED("was never called on the host"),
        TOO_FEW("did too little"),
        HOLDS_TRY("holds try, into which nothing can return from the middle of a version"),
        NOT_POSSIBLE("cannot be specialised"),
        NOTHING_SEEN("no value of unknown type was seen in it"),
        TOO_MANY_TYPES("its values are of too many types, or functions");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
