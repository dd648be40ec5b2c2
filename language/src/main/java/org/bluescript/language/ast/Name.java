package org.bluescript.language.ast;

import org.bluescript.language.source.Span;

/** A name that is being declared or selected, with its place. */
public record Name(Span span, String text) implements Node {
    @Override
    public String toString() {
        return text;
    }
}
