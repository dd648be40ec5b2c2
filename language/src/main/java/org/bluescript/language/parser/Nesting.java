package org.bluescript.language.parser;

/**
 * Bounds the height of the tree, and with it the stack of everything that walks it, the parser included. Height grows by nesting
 * and by chains like {@code a + b + c}, whose tree leans to the left though nothing is nested.
 */
final class Nesting {
    /** Levels that are accepted; every walker of the tree must have the stack for them. */
    static final int LIMIT = 500;

    /** What something nested costs: the parser needs more stack for it than for a link of a chain, for which it needs none. */
    private static final int NESTED = 2;

    private final SyntaxErrors errors;
    private int depth;
    /** The greatest depth since the innermost chain began. */
    private int deepest;

    Nesting(SyntaxErrors errors) {
        this.errors = errors;
    }

    /** Down into something nested; to be left again with {@link #leave}, or by {@link #returnTo} after a failure. */
    void enter() {
        depth += NESTED;
        reach(Math.max(deepest, depth));
    }

    void leave() {
        depth -= NESTED;
    }

    int depth() {
        return depth;
    }

    /** After a failure: back to the depth of the production that goes on. */
    void returnTo(int oldDepth) {
        depth = oldDepth;
    }

    /** Begins a chain; gives what {@link #endChain} needs. */
    int beginChain() {
        int outer = deepest;
        deepest = depth;
        return outer;
    }

    /** What the chain has so far becomes the operand of one more operator. */
    void link() {
        reach(deepest + 1);
    }

    void endChain(int outer) {
        deepest = Math.max(outer, deepest);
    }

    private void reach(int level) {
        deepest = level;
        if (level > LIMIT) {
            throw errors.tooDeep();
        }
    }
}
