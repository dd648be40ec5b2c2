package org.bluescript.cli.fuzz.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A part of a generated program: words with other nodes between them.
 *
 * @param role how it is printed, and what may be done to make it smaller
 * @param fallback for an expression, the shortest text that has the same type; else empty
 */
public record Node(Role role, String fallback, List<Piece> pieces) implements Piece {
    /** What a node is. */
    public enum Role {
        /** May be replaced by its fallback, or by an expression within it that has the same fallback. */
        EXPRESSION,
        /** A line or more, one of a block's. May be left out, or replaced by the statements of the blocks in it. */
        STATEMENT,
        /** Lines, each a statement, all one level deeper than what is around them. */
        BLOCK,
        /** What stands on the top level of a program. */
        PROGRAM,
        /** One of several with commas between them; may be left out. */
        ITEM
    }

    public Node {
        pieces = List.copyOf(pieces);
    }

    /** @param parts strings and nodes */
    public static Node of(Role role, String fallback, Object... parts) {
        List<Piece> pieces = new ArrayList<>();
        Arrays.stream(parts).map(Node::piece).forEach(pieces::add);
        return new Node(role, fallback, pieces);
    }

    public static Node expression(String fallback, Object... parts) {
        return of(Role.EXPRESSION, fallback, parts);
    }

    public static Node statement(Object... parts) {
        return of(Role.STATEMENT, "", parts);
    }

    public static Node block(List<Node> statements) {
        return of(Role.BLOCK, "", statements.toArray());
    }

    private static Piece piece(Object part) {
        return part instanceof Piece piece ? piece : new Piece.Words((String) part);
    }

    /** The nodes directly in it. */
    public List<Node> children() {
        return pieces.stream().filter(Node.class::isInstance).map(Node.class::cast).toList();
    }

    /** Itself and all nodes in it, outer ones first. */
    public void visit(Consumer<Node> visitor) {
        visitor.accept(this);
        children().forEach(c -> c.visit(visitor));
    }

    /** The same with {@code found}, which is that very node, replaced by these: any number in a block, else one. */
    public Node replace(Node found, List<Node> replacement) {
        List<Piece> changed = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece == found) {
                changed.addAll(replacement);
            } else {
                changed.add(piece instanceof Node child ? child.replace(found, replacement) : piece);
            }
        }
        return changed.equals(pieces) ? this : new Node(role, fallback, changed);
    }

    /** How much there is to make smaller. */
    public int size() {
        int[] count = {0};
        visit(n -> count[0]++);
        return count[0];
    }

    @Override
    public String toString() {
        return Page.of(this).text();
    }

    /** Two nodes are the same only if they are one: the same text can stand in many places. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
