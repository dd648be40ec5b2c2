package org.bluescript.language.ast;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;

/** A type as it was written. */
public sealed interface TypeNode extends Node {
    /** {@code integer}, {@code Shape}, {@code geometry.Shape}, {@code Array<float>}, {@code null}, {@code void}. */
    record Named(Span span, Optional<Name> qualifier, Name name, List<TypeNode> arguments) implements TypeNode {}

    /** {@code T[]}. */
    record Array(Span span, TypeNode element) implements TypeNode {}

    /** {@code A | B}; at least two alternatives. */
    record Union(Span span, List<TypeNode> alternatives) implements TypeNode {}

    /** <code>{ x: integer; readonly y?: float; area(): float }</code>. */
    record Object(Span span, List<Member> members) implements TypeNode {}

    /**
     * A property or, if {@code isMethod}, a method of an object type or interface; the type of a method is a Function.
     *
     * @param typeParameters what makes a method generic; mostly none
     */
    record Member(
            Span span,
            Name name,
            List<TypeParameter> typeParameters,
            TypeNode type,
            boolean isMethod,
            boolean isReadonly,
            boolean isOptional) {}

    /** {@code "left"}, {@code 3}, {@code true}: the type of one value, which is a literal, negated or not. */
    record Literal(Span span, Expression value) implements TypeNode {}

    /** {@code this}: the class of the object whose method it is, or a subclass. */
    record This(Span span) implements TypeNode {}

    /** {@code x is T}, the result of a function that says whether its parameter {@code x} is a {@code T}. */
    record Guard(Span span, Name parameter, TypeNode type) implements TypeNode {}

    /** {@code (a: A, b: B) => R}. */
    record Function(Span span, List<Parameter> parameters, TypeNode result) implements TypeNode {}
}
