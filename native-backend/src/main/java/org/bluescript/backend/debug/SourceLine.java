package org.bluescript.backend.debug;

/**
 * A place in C text.
 *
 * @param file as the compiler was told to call it: the name of the {@code CSource}, or the path of a header
 * @param line from 1; 0 if the compiler gave none
 */
public record SourceLine(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
