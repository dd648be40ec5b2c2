package org.bluescript.language.ast;

public enum UnaryOperator {
    PLUS("+"),
    MINUS("-"),
    NOT("!"),
    BIT_NOT("~"),
    TYPEOF("typeof");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }
}
