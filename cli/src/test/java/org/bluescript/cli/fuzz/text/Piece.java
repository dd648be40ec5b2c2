package org.bluescript.cli.fuzz.text;

/** A part of a node's text. */
public sealed interface Piece permits Piece.Words, Node {
    /** Text as it stands, without line ends. */
    record Words(String text) implements Piece {}
}
