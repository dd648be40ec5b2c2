package org.bluescript.language.typed;

/** What {@link TypedExpression.Convert} does. */
public enum Conversion {
    /** Rounds to the nearest binary32. */
    INTEGER_TO_FLOAT,
    /** Toward zero, saturating; NaN gives 0. */
    FLOAT_TO_INTEGER,
    /** 0 and 1; from boolean by {@code as integer}. */
    BOOLEAN_TO_INTEGER,
    /** Truth of an integer: not 0. */
    INTEGER_TO_BOOLEAN,
    /** Truth of a float: neither zero nor NaN. */
    FLOAT_TO_BOOLEAN,
    /** Truth of a string, perhaps null: neither null nor empty. */
    STRING_TO_BOOLEAN,
    /** Truth of any other reference: not null. */
    REFERENCE_TO_BOOLEAN,
    INTEGER_TO_STRING,
    FLOAT_TO_STRING,
    BOOLEAN_TO_STRING,
    /** Any reference, null included. */
    REFERENCE_TO_STRING,
    /** The same reference (or integer, for enums) seen with another type; nothing happens. */
    REINTERPRET,
    /** Raises a run-time error unless the reference is an instance of the class that the type names; null is not, unless the type is nullable. */
    DOWNCAST,
    /** Raises a run-time error if the reference is null. */
    NOT_NULL
}
