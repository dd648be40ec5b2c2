package org.bluescript.backend.compile;

import java.util.Arrays;

/**
 * C text, and for each of its lines the place in the program's source that it stands for. {@code bs_inline.h} is
 * included already.
 *
 * @param name      what messages and line tables call it; no line break
 * @param positions by line, the first line at 0: a number that the emitter has chosen, or {@link #NO_POSITION}. May be
 *                  shorter than the text
 */
public record CSource(String name, String text, int[] positions) {
    public static final int NO_POSITION = -1;

    public CSource {
        positions = positions.clone();
    }

    /** Text that stands for nothing else. */
    public static CSource of(String name, String text) {
        return new CSource(name, text, new int[0]);
    }

    /** What {@code line} stands for; lines count from 1, and any number is allowed. */
    public int position(int line) {
        return line >= 1 && line <= positions.length ? positions[line - 1] : NO_POSITION;
    }

    /** The text with a mark that makes the compiler count lines from 1 under this name. */
    String marked() {
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return "# 1 \"" + quoted + "\"\n" + text + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CSource source && name.equals(source.name) && text.equals(source.text)
                && Arrays.equals(positions, source.positions);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return "CSource[" + name + ", " + text.length() + " characters]";
    }
}
