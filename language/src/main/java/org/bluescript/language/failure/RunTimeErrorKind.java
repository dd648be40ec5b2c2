package org.bluescript.language.failure;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can go wrong while a program runs: the twin of {@code enum bs_error} in {@code bs_trap.h}. All but an interruption can be
 * caught by the program, as an error with the kind's message.
 */
public enum RunTimeErrorKind {
    INDEX(0, ErrorName.RANGE, "index out of range"),
    DIVISION(1, ErrorName.RANGE, "division by zero"),
    TYPE(2, ErrorName.TYPE, "wrong type"),
    ASSERT(3, ErrorName.ERROR, "assertion failed"),
    MEMORY(4, ErrorName.RANGE, "out of memory"),
    LENGTH(5, ErrorName.RANGE, "invalid length"),
    EXPONENT(6, ErrorName.RANGE, "negative exponent"),
    EMPTY(7, ErrorName.RANGE, "empty array"),
    /** The program threw the error itself, which tells its own name and message. */
    THROWN(8, ErrorName.ERROR, "uncaught error"),
    NULL_VALUE(9, ErrorName.TYPE, "unexpected null"),
    STACK(16, ErrorName.RANGE, "stack overflow"),
    NULL(17, ErrorName.TYPE, "null dereference"),
    FAULT(18, ErrorName.ERROR, "fault"),
    INTERRUPTED(19, ErrorName.ERROR, "interrupted");

    private final int code;
    private final ErrorName error;
    private final String message;

    RunTimeErrorKind(int code, ErrorName error, String message) {
        this.code = code;
        this.error = error;
        this.message = message;
    }

    /** The number by which device and host know it. */
    public int code() {
        return code;
    }

    /** The class of the error that a program catches. */
    public ErrorName error() {
        return error;
    }

    /** What the user is told. */
    public String message() {
        return message;
    }

    /** Whether an error of this kind can come to a handler of the program without having been thrown by it. */
    public boolean isCatchable() {
        return this != INTERRUPTED && this != THROWN;
    }

    /** What the user is told of an error of this kind that says {@code text} itself. What is said of a wrong type stands alone. */
    public String report(String text) {
        if (text.isEmpty()) {
            return message;
        }
        return this == TYPE || text.startsWith(message) ? text : message + ": " + text;
    }

    /** The kind with this number; empty for a number that the device should not send. */
    public static Optional<RunTimeErrorKind> of(int code) {
        return Arrays.stream(values()).filter(k -> k.code == code).findFirst();
    }
}
