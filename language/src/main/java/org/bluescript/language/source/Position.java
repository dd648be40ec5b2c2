package org.bluescript.language.source;

/** A place in a file for people: line and column, both counted from 1. */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
