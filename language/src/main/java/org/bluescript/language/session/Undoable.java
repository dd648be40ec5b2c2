package org.bluescript.language.session;

import java.util.List;

/**
 * A line that can be taken back, or done again.
 *
 * @param text as it was entered
 * @param hasSpoken whether it has printed something, which stays where it is
 * @param onBoard the functions that it has called on a board and that may have done something there outside of memory, which stays done
 */
public record Undoable(String text, boolean hasSpoken, List<String> onBoard) {
    private static final int MOST_CHARACTERS = 60;

    public Undoable {
        onBoard = List.copyOf(onBoard);
    }

    /** The first line of the text, or as much as is enough to know it by. */
    public String beginning() {
        String line = text.strip().lines().findFirst().orElse("");
        boolean isAll = line.equals(text.strip()) && line.length() <= MOST_CHARACTERS;
        return isAll ? line : line.substring(0, Math.min(line.length(), MOST_CHARACTERS)).strip() + " …";
    }
}
