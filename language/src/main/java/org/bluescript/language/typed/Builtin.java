package org.bluescript.language.typed;

/** Operations that are neither operators nor functions of the program. Methods have their receiver as first argument. */
public enum Builtin {
    // arrays
    ARRAY_PUSH, // (T[], T): integer, the new length
    ARRAY_POP, // (T[]): T; an empty array is a run-time error
    ARRAY_SHIFT, // (T[]): T; an empty array is a run-time error
    ARRAY_UNSHIFT, // (T[], T): integer, the new length
    ARRAY_COPY, // (T[]): T[]
    ARRAY_LIKE, // (any[], integer): any[], so long and of the kind that the array really is, with zero or null in it
    // strings
    STRING_CONCAT, // (string, string): string
    STRING_AT, // (string, integer): string of one byte; checked
    STRING_CHARACTER, // (string, integer): the UTF-8 sequence that starts there; for…of
    STRING_CHAR_CODE_AT, // (string, integer): integer; checked
    STRING_SUBSTRING, // (string, integer, integer): string
    STRING_STARTS_WITH, // (string, string): boolean
    STRING_ENDS_WITH, // (string, string): boolean
    STRING_OF_BYTES, // (Uint8Array): string of these bytes
    PARSE_INT, // (string): integer
    PARSE_FLOAT, // (string): float
    IS_NAN, // (float): boolean
    // numbers
    SAME_NUMBER, // (integer, float): boolean, whether both are the same number; nothing is rounded
    FLOAT_BITS, // (float): integer, the same 32 bits
    ADDRESS, // (reference or null): integer, where the object lies; 0 for null
    IS_FUNCTION, // (any): boolean
    PARAMETER_COUNT, // (any): integer, how many arguments the function takes at most; 15 stands for all beyond
    // Math
    ABS_INTEGER, // wraps for the least integer
    ABS_FLOAT,
    MIN_INTEGER,
    MAX_INTEGER,
    MIN_FLOAT, // as Math.min: NaN if one is, -0 less than 0
    MAX_FLOAT,
    FLOOR, // (float): integer, saturating
    CEIL,
    ROUND, // half up, as Math.round
    TRUNC,
    SIGN_INTEGER, // (integer): integer
    SIGN_FLOAT, // (float): float
    IMUL, // (integer, integer): integer
    SQRT,
    SIN,
    COS,
    TAN,
    ASIN,
    ACOS,
    ATAN,
    ATAN2,
    EXP,
    LOG,
    LOG2,
    LOG10,
    POW,
    HYPOT,
    RANDOM, // (): float
    // time
    TIME_NOW, // (): integer, milliseconds
    TIME_MICROS, // (): integer
    TIME_DELAY, // (integer): void
    // memory
    GC, // (): void
    MEMORY_FREE, // (): integer, bytes of the heap
    MEMORY_USED // (): integer, bytes of the heap
}
