package org.bluescript.language.ast;

import org.bluescript.language.source.Span;

/** A piece of a program as it was written. */
public sealed interface Node permits Expression, Statement, TypeNode, ClassMember, Parameter, TypeParameter, Name, Module {
    /** Where the piece stands. */
    Span span();
}
