package org.bluescript.backend.specialize;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.types.Type;

/**
 * A test in a specialised version for what is only expected; or, of a function of which nothing is known, where the first calls are to show
 * what to expect.
 *
 * @param number under which its failures are counted
 * @param function of the source
 * @param place of the value
 * @param site what is tested
 * @param expected what passes; {@code NEVER} where everything is to be counted
 */
public record Guard(int number, FunctionId function, Span place, Site site, Type expected) {
    /** What a guard looks at, as a profile has it. */
    public sealed interface Site {}

    /** What was passed for the parameter with this index. */
    public record Parameter(int index) implements Site {}

    /** The same of a function without version, of which nothing has been seen: not a test, it lets nothing pass uncounted. */
    public record Argument(int index) implements Site {}

    /** What the expression with this number in the function's {@link org.bluescript.language.profile.Sites} gives. */
    public record Value(int number) implements Site {}

    /** What the function returns. */
    public record Result() implements Site {}

    /** Something of which the profile says nothing by itself: it follows from other values, or a local has it where a loop is entered. */
    public record Derived() implements Site {}
}
