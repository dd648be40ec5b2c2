package org.bluescript.language.typed;

/** Comparisons. Booleans and identities only EQUAL and NOT_EQUAL. NaN is not equal, less or greater. */
public enum ComparisonOperator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL
}
