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
    /** Raises a run-time error if the reference, or the word, is null. */
    NOT_NULL,
    /** To a word. An integer of more than 29 bits is boxed: this may allocate. */
    INTEGER_TO_ANY,
    /** To a word. A float of magnitude 2⁶⁵ or more is boxed: this may allocate. All NaNs become one. */
    FLOAT_TO_ANY,
    BOOLEAN_TO_ANY,
    /** Any reference, null included. */
    REFERENCE_TO_ANY,
    /** Raises a run-time error unless the word holds an integer. */
    ANY_TO_INTEGER,
    /** Raises a run-time error unless the word holds a float, or an integer, which is rounded. */
    ANY_TO_FLOAT,
    /** Raises a run-time error unless the word holds a boolean. */
    ANY_TO_BOOLEAN,
    /** Raises a run-time error unless the word holds a value of the conversion's type, which is one of references. */
    ANY_TO_REFERENCE,
    /**
     * Raises a run-time error unless the word holds a value of the conversion's type, a union whose values are words. An integer
     * becomes a float if the union holds only those.
     */
    ANY_TO_UNION,
    /** As the five before, where it is known that the word holds a value of exactly the type. */
    ANY_NARROWED,
    /** Truth of any value, as that of its type. */
    ANY_TO_TRUTH,
    ANY_TO_STRING
}
