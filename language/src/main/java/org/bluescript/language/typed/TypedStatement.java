package org.bluescript.language.typed;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;

/** A statement. */
public sealed interface TypedStatement {
    Span span();

    /** Evaluates and drops the value, if there is one. */
    record Evaluate(Span span, TypedExpression expression) implements TypedStatement {}

    /** A local comes to life with this value; each time in a fresh cell if it is shared. */
    record Declare(Span span, Local local, TypedExpression value) implements TypedStatement {}

    /** Moves a shared loop variable to a fresh cell with the same value, before the update of the next iteration. */
    record RenewCell(Span span, Local local) implements TypedStatement {}

    /** The condition is boolean. */
    record If(Span span, TypedExpression condition, TypedStatement whenTrue, Optional<TypedStatement> whenFalse)
            implements TypedStatement {}

    /**
     * A loop: {@code while} (no update), {@code do} ({@code testFirst} false) or {@code for}. {@code continue} goes on with the
     * update, then the condition. Without a condition it runs until something leaves it.
     */
    record Loop(
            Span span,
            Target target,
            Optional<TypedExpression> condition,
            boolean testFirst,
            TypedStatement body,
            List<TypedStatement> update)
            implements TypedStatement {}

    /** Leaves a loop, a switch or a labelled block. */
    record Break(Span span, Target target) implements TypedStatement {}

    /** Goes on with the next iteration of a loop. */
    record Continue(Span span, Target target) implements TypedStatement {}

    /** A statement that can be left by a break to its label. */
    record Labeled(Span span, Target target, TypedStatement body) implements TypedStatement {}

    /**
     * Runs the bodies from the first case that has the subject among its values, else from {@code default}, else none. Only for
     * integer subjects with constant cases; the checker turns any other switch into comparisons.
     */
    record Switch(Span span, Target target, TypedExpression subject, List<Case> cases) implements TypedStatement {}

    /** {@code values} are distinct over the whole switch; at most one case is the default. */
    record Case(Span span, List<Integer> values, boolean isDefault, List<TypedStatement> body) {}

    record Return(Span span, Optional<TypedExpression> value) implements TypedStatement {}

    /** Throws the error, an instance of {@link ErrorClasses#ERROR}; null is a run-time error. */
    record Throw(Span span, TypedExpression error) implements TypedStatement {}

    /**
     * Runs the body. An error that is thrown or raised in it, and caught by nothing inside, ends it there; then {@code error} comes
     * to life with it, and the handler runs. Everything that was done before stays done. An error that was raised and not thrown
     * becomes an object only here, with memory allocated for it; if there is none, {@code error} is an out-of-memory error.
     */
    record TryCatch(Span span, TypedStatement body, Local error, TypedStatement handler) implements TypedStatement {}

    record Block(Span span, List<TypedStatement> statements) implements TypedStatement {}

    /** C text with variables (or properties of {@code this}) in its gaps: one more text than gaps. */
    record InlineCode(Span span, List<CodeText> texts, List<TypedExpression> gaps) implements TypedStatement {}

    /**
     * Where a function goes on that is entered with this number in its first parameter, an integer. With 0 it begins at its
     * beginning. All its locals are parameters.
     */
    record Resume(Span span, int number) implements TypedStatement {}

    /**
     * Ends the function if the host wants the loop back in whose update it comes last. {@code stores} are evaluated first, for their
     * effect. {@code state} are the values, each in the form of its static type, with which the host goes on at the loop's test;
     * what the function gives then means nothing.
     */
    record Recall(Span span, List<TypedExpression> stores, List<TypedExpression> state) implements TypedStatement {}

    record CodeText(Span span, String text) {}

    /** What breaks and continues refer to; each is itself only. */
    final class Target {}
}
