package org.bluescript.backend.failure;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.source.Span;

/**
 * An error that ended a program.
 *
 * @param place where it arose, if that could be found
 * @param innermost calls, the innermost first; the rest of a deep stack is in {@code outermost}
 * @param omitted how many calls are left out between the two
 */
public record RunTimeError(
        RunTimeErrorKind kind,
        String message,
        Optional<Span> place,
        List<StackFrame> innermost,
        long omitted,
        List<StackFrame> outermost) {}
