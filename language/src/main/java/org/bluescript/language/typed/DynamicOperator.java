package org.bluescript.language.typed;

/**
 * Operations on words, whose meaning the values' own types decide: as on those types statically, or a run-time error that names
 * the operation and what it was given.
 */
public enum DynamicOperator {
    /** (any, any): any. Adds numbers; with a string on either side joins texts. */
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    POWER("**"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    SHIFT_RIGHT_UNSIGNED(">>>"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("^"),
    /** (any): any, a number. */
    NEGATE("-"),
    PLUS("+"),
    BIT_NOT("~"),
    INCREMENT("++"),
    DECREMENT("--"),
    /** (any, any): boolean. Never fails; values of types that do not compare are different. */
    EQUAL("=="),
    NOT_EQUAL("!="),
    /** (any, any): boolean, of two numbers or two strings. */
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    /** (any): string. */
    TYPE_OF("typeof"),
    /** (any): any, of an array or a string. */
    LENGTH("length"),
    /** (any, any): any, the element of an array or the byte of a string. */
    ELEMENT("[]"),
    /** (any, any, any): any, the stored value. */
    SET_ELEMENT("[]="),
    /** (any, integer): any, the element of an array, or the UTF-8 sequence of a string that starts there; for…of. */
    ITEM("of"),
    /** (any, any): integer, how far the next item is from this one: 1, or the length of a string's sequence. */
    ITEM_STEP("of");

    private final String symbol;

    DynamicOperator(String symbol) {
        this.symbol = symbol;
    }

    /** As errors call it. */
    public String symbol() {
        return symbol;
    }
}
