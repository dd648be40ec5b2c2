package org.bluescript.profiler.report;

import org.bluescript.language.source.Span;

/**
 * Something that a version has assumed and that was not so.
 *
 * @param place what had another type: a parameter, an expression
 * @param what the same in words, {@code parameter x}; empty for an expression
 * @param expected the type that was assumed
 * @param count how often it failed
 * @param value the value that broke it, the last one, as the program would print it
 * @param type the type of this value
 */
public record GuardFailure(Span place, String what, String expected, long count, String value, String type) {
    /** Characters of an expression that are shown in a sentence. */
    private static final int SHORT = 40;

    /** The same, failed so many times more. */
    GuardFailure and(long more) {
        return new GuardFailure(place, what, expected, count + more, value, type);
    }

    GuardFailure at(Span other) {
        return new GuardFailure(other, what, expected, count, value, type);
    }

    /** {@code parameter x was 1.5 (float), not integer}. A call may fail where it gives what is wanted, but not what the callee promised. */
    String text() {
        return subject() + " was " + value
                + (type.isEmpty() || type.equals(value) ? "" : " (" + type + ")")
                + (expected.equals(type) ? "" : ", not " + expected);
    }

    /** What it is about in words, or else as the source has it if that is short. */
    private String subject() {
        if (!what.isEmpty()) {
            return what;
        }
        String source = place.text();
        return source.isEmpty() || source.length() > SHORT || source.contains("\n") || source.contains("\r") ? "it" : source;
    }
}
