package org.bluescript.language.typed;

import java.util.List;

import org.bluescript.language.source.Span;
import org.bluescript.language.types.Type;

/**
 * A function with its body.
 *
 * @param displayName as the call stack shows it: {@code area}, {@code Circle.area}, {@code new Circle}, {@code (top level)},
 *     {@code (anonymous)}
 * @param parameters for methods and constructors the first is {@code this}
 * @param captures what a closure captured; empty for all other kinds
 * @param result {@code void} for constructors
 * @param deviceBound whether it holds inline C, and so can only run on the device
 */
public record TypedFunction(
        FunctionId id,
        String displayName,
        Kind kind,
        List<Local> parameters,
        List<Capture> captures,
        Type result,
        TypedStatement.Block body,
        boolean deviceBound,
        Span span) {
    /** The same with another body. */
    public TypedFunction with(TypedStatement.Block other) {
        return new TypedFunction(id, displayName, kind, parameters, captures, result, other, deviceBound, span);
    }

    public enum Kind {
        TOP_LEVEL,
        FUNCTION,
        METHOD,
        CONSTRUCTOR,
        CLOSURE
    }
}
