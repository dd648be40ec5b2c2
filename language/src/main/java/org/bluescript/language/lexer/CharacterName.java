package org.bluescript.language.lexer;

/** A character as messages name it. */
final class CharacterName {
    private CharacterName() {}

    /** {@code "€" (U+20AC)}; only the number where the character cannot be shown. */
    static String of(int character) {
        String number = "U+%04X".formatted(character);
        boolean visible = switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> false;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> true;
        };
        if (!visible) {
            return number;
        }
        String shown = Character.toString(character);
        return character < 0x80 ? '"' + shown + '"' : '"' + shown + "\" (" + number + ")";
    }
}
