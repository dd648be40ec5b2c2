package org.bluescript.backend.specialize;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;

/**
 * A test in a specialised version for what is only expected.
 *
 * @param number under which its failures are counted
 * @param function of the source
 * @param place of the value
 * @param site what is tested
 */
public record Guard(int number, FunctionId function, Span place, Site site) {
    /** What a guard looks at, as a profile has it. */
    public sealed interface Site {}

    /** What was passed for the parameter with this index. */
    public record Parameter(int index) implements Site {}

    /** What the expression with this number in the function's {@link org.bluescript.language.profile.Sites} gives. */
    public record Value(int number) implements Site {}

    /** What the function returns. */
    public record Result() implements Site {}

    /** Something of which the profile says nothing by itself: it follows from other values, or a local has it where a loop is entered. */
    public record Derived() implements Site {}
}
