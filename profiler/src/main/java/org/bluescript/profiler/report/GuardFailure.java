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
    /** The same, failed so many times more. */
    GuardFailure and(long more) {
        return new GuardFailure(place, what, expected, count + more, value, type);
    }
}
