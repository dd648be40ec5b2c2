package org.bluescript.language.failure;

import java.util.Arrays;
import java.util.Optional;

/** What can go wrong while a program runs: the twin of {@code enum bs_error} in {@code bs_trap.h}. */
public enum RunTimeErrorKind {
    INDEX(0, "index out of range"),
    DIVISION(1, "division by zero"),
    TYPE(2, "wrong type"),
    ASSERT(3, "assertion failed"),
    MEMORY(4, "out of memory"),
    LENGTH(5, "invalid length"),
    EXPONENT(6, "negative exponent"),
    EMPTY(7, "empty array"),
    UNINITIALIZED(8, "used before its initialisation"),
    STACK(16, "stack overflow"),
    NULL(17, "null dereference"),
    FAULT(18, "fault"),
    INTERRUPTED(19, "interrupted");

    private final int code;
    private final String message;

    RunTimeErrorKind(int code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The number by which device and host know it. */
    public int code() {
        return code;
    }

    /** What the user is told. */
    public String message() {
        return message;
    }

    /** The kind with this number; empty for a number that the device should not send. */
    public static Optional<RunTimeErrorKind> of(int code) {
        return Arrays.stream(values()).filter(k -> k.code == code).findFirst();
    }
}
