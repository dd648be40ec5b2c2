package org.bluescript.language.ast;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;

/**
 * What all functions have in common: parameters, perhaps a result type, and a body.
 *
 * @param typeParameters what makes the function generic; mostly none
 * @param body a block; the body {@code e} of an arrow function without braces is {@code { return e; }}, see {@code expressionBody}
 * @param expressionBody whether the body was written as an expression
 */
public record FunctionNode(
        Span span,
        List<TypeParameter> typeParameters,
        List<Parameter> parameters,
        Optional<TypeNode> result,
        Statement.Block body,
        boolean expressionBody) {}
