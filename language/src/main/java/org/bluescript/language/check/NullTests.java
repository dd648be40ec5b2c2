package org.bluescript.language.check;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Tests for null that the program does not write, and what is known after them. */
final class NullTests {
    private NullTests() {}

    /** Whether the value, of a type that holds null, is something else. */
    static TypedExpression isThere(FunctionBody body, Span span, TypedExpression value) {
        return body.expressions()
                .operators()
                .compare(span, BinaryOperator.NOT_EQUAL, value, new TypedExpression.NullConstant(span, PrimitiveType.NULL));
    }

    /** The value, which is not null here, with the type that says so. */
    static TypedExpression there(TypedExpression value) {
        Type without = Assignability.withoutNull(value.type());
        if (value.type().representation() == Representation.WORD) {
            return AnyConversions.narrowed(value, value.type(), without);
        }
        return value instanceof TypedExpression.Read read
                ? new TypedExpression.Read(read.span(), read.variable(), without)
                : value;
    }
}
