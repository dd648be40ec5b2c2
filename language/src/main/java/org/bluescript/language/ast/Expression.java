package org.bluescript.language.ast;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;

/** An expression as it was written. Parentheses leave no trace but in the shape of the tree. */
public sealed interface Expression extends Node {
    /**
     * An integer literal, already cut to 32 bits: {@code 0xffffffff} is -1. {@code 2147483648} is accepted by the parser
     * only right after a unary minus and appears here as -2147483648.
     */
    record IntegerLiteral(Span span, int value) implements Expression {}

    /** The nearest binary32 of a literal with a point or an exponent. */
    record FloatLiteral(Span span, float value) implements Expression {}

    record StringLiteral(Span span, String value) implements Expression {}

    /** {@code `a${x}b`}: one more string than expressions. */
    record TemplateLiteral(Span span, List<String> strings, List<Expression> expressions) implements Expression {}

    record BooleanLiteral(Span span, boolean value) implements Expression {}

    /** {@code null} or {@code undefined}. */
    record NullLiteral(Span span) implements Expression {}

    record Identifier(Span span, String name) implements Expression {}

    record This(Span span) implements Expression {}

    /** {@code super}: only as the callee of a call or the object of a member. */
    record Super(Span span) implements Expression {}

    record ArrayLiteral(Span span, List<Expression> elements) implements Expression {}

    /** <code>{ x: 1, y, f() {…} }</code>. */
    record ObjectLiteral(Span span, List<PropertyValue> properties) implements Expression {}

    /**
     * {@code name: value}; {@code y} alone is {@code y: y}, and <code>f(…) {…}</code> is a function as value. The value of
     * {@code ...e} is a Spread; what stands for its name means nothing.
     */
    record PropertyValue(Span span, Name name, Expression value) {}

    /** {@code ...e}: only among the elements of an array literal, the properties of an object literal and the arguments of a call. */
    record Spread(Span span, Expression operand) implements Expression {}

    record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

    record Binary(Span span, BinaryOperator operator, Expression left, Expression right) implements Expression {}

    /** {@code &&} or {@code ||}. */
    record Logical(Span span, boolean isAnd, Expression left, Expression right) implements Expression {}

    /** {@code left ?? right}. */
    record Nullish(Span span, Expression left, Expression right) implements Expression {}

    record Conditional(Span span, Expression condition, Expression whenTrue, Expression whenFalse) implements Expression {}

    /** {@code target = value}, or {@code target operator= value}. The target is an Identifier, a Member or an Index. */
    record Assignment(Span span, Optional<BinaryOperator> operator, Expression target, Expression value)
            implements Expression {}

    /** {@code target ??= value} and the like: the value is evaluated, and stored, only if the target does not decide. */
    record LogicalAssignment(Span span, Decision decision, Expression target, Expression value) implements Expression {}

    /** When the left operand decides: where it is false, where it is true, where it is not null. */
    enum Decision {
        AND("&&="),
        OR("||="),
        NULLISH("??=");

        private final String symbol;

        Decision(String symbol) {
            this.symbol = symbol;
        }

        /** The operator of the assignment. */
        public String symbol() {
            return symbol;
        }
    }

    /**
     * {@code [a, o.b] = e}: the values go into hidden variables of these names, then the steps, which use them, are evaluated. There
     * is one value, or as many as an array literal on the right has elements.
     */
    record Destructuring(Span span, List<Name> hidden, List<Expression> values, List<Expression> steps)
            implements Expression {}

    /** The elements of an array from an index on, as a new array: what {@code ...rest} in a pattern stands for. */
    record Tail(Span span, Expression array, int from) implements Expression {}

    /** {@code ++x}, {@code x--}. The target is an Identifier, a Member or an Index. */
    record Update(Span span, boolean increment, boolean prefix, Expression target) implements Expression {}

    /** {@code f(…)}, or {@code f<T>(…)} with type arguments. */
    record Call(Span span, Expression callee, List<TypeNode> typeArguments, List<Expression> arguments)
            implements Expression {}

    /** {@code new C(…)}, {@code new m.C(…)}, {@code new Array<T>(…)}. */
    record New(Span span, TypeNode.Named type, List<Expression> arguments) implements Expression {}

    record Member(Span span, Expression object, Name name) implements Expression {}

    record Index(Span span, Expression object, Expression index) implements Expression {}

    /** {@code a?.b.c}: null if the object of one of the {@link OptionalLink}s in it is. */
    record OptionalChain(Span span, Expression chain) implements Expression {}

    /** What stands before {@code ?.}: the object of a member, the array of an index or the callee of a call in a chain. */
    record OptionalLink(Span span, Expression object) implements Expression {}

    /** {@code a, b}: only as the first and the last part of the header of a {@code for}. */
    record Sequence(Span span, List<Expression> expressions) implements Expression {}

    /** An arrow function or a function expression; {@code isArrow} decides what {@code this} means in it. */
    record Function(Span span, FunctionNode function, boolean isArrow) implements Expression {}

    /** {@code e as T}. */
    record As(Span span, Expression operand, TypeNode type) implements Expression {}

    /** {@code e satisfies T}. */
    record Satisfies(Span span, Expression operand, TypeNode type) implements Expression {}

    /** {@code e!}: the operand, which must not be null. */
    record NonNull(Span span, Expression operand) implements Expression {}

    /** {@code e instanceof C}. */
    record InstanceOf(Span span, Expression operand, TypeNode.Named type) implements Expression {}

    /** {@code name in object}. */
    record In(Span span, Expression name, Expression object) implements Expression {}
}
