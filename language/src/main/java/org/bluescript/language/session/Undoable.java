package org.bluescript.language.session;

/**
 * A line that can be taken back, or done again.
 *
 * @param text as it was entered
 * @param hasSpoken whether it has printed something, which stays where it is
 */
public record Undoable(String text, boolean hasSpoken) {
    private static final int MOST_CHARACTERS = 60;

    /** The first line of the text, or as much as is enough to know it by. */
    public String beginning() {
        String line = text.strip().lines().findFirst().orElse("");
        boolean isAll = line.equals(text.strip()) && line.length() <= MOST_CHARACTERS;
        return isAll ? line : line.substring(0, Math.min(line.length(), MOST_CHARACTERS)).strip() + " …";
    }
}
