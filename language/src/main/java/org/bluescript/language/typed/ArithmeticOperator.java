package org.bluescript.language.typed;

/**
 * Operators on numbers. On integers {@code + - *} wrap, DIVIDE truncates and raises an error for a zero divisor as REMAINDER
 * does, POWER wraps and raises an error for a negative exponent, shift counts are taken modulo 32. On floats REMAINDER is
 * fmodf, POWER powf; bits and shifts do not occur.
 */
public enum ArithmeticOperator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    POWER,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    SHIFT_RIGHT_UNSIGNED,
    BIT_AND,
    BIT_OR,
    BIT_XOR
}
