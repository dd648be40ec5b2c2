package org.bluescript.language.check;

import org.bluescript.language.typed.TypedExpression;

/** A value that is tested, and what is certain after the test came out one way or the other. */
record Branch(TypedExpression value, Flow whenTrue, Flow whenFalse) {
    Branch negated(TypedExpression negatedValue) {
        return new Branch(negatedValue, whenFalse, whenTrue);
    }
}
