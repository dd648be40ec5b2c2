package org.bluescript.language.parser;

/**
 * Leaves productions that cannot go on, up to the nearest one that knows where to continue. What is wrong has been reported
 * before it is thrown (or nothing is, during an attempt).
 */
final class SyntaxFailure extends RuntimeException {
    static final SyntaxFailure INSTANCE = new SyntaxFailure();

    private SyntaxFailure() {
        super("syntax", null, false, false);
    }
}
