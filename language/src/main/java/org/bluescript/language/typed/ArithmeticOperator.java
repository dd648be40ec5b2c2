package org.bluescript.language.typed;

import java.util.OptionalInt;

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
    BIT_XOR;

    /** What the operator gives for two integers; nothing if it raises an error, and of a power. */
    public OptionalInt of(int a, int b) {
        return switch (this) {
            case ADD -> OptionalInt.of(a + b);
            case SUBTRACT -> OptionalInt.of(a - b);
            case MULTIPLY -> OptionalInt.of(a * b);
            case DIVIDE -> b == 0 ? OptionalInt.empty() : OptionalInt.of(a / b);
            case REMAINDER -> b == 0 ? OptionalInt.empty() : OptionalInt.of(a % b);
            case SHIFT_LEFT -> OptionalInt.of(a << b);
            case SHIFT_RIGHT -> OptionalInt.of(a >> b);
            case SHIFT_RIGHT_UNSIGNED -> OptionalInt.of(a >>> b);
            case BIT_AND -> OptionalInt.of(a & b);
            case BIT_OR -> OptionalInt.of(a | b);
            case BIT_XOR -> OptionalInt.of(a ^ b);
            case POWER -> OptionalInt.empty();
        };
    }
}
