package org.bluescript.language.lexer;

import org.bluescript.language.source.Span;

/**
 * A word of the program.
 *
 * @param afterLineBreak whether a line ends between the token before and this one
 * @param text an identifier's or keyword's letters; a string's or template part's characters with escapes replaced (not in
 *     {@code code`…`}, where they are as written); else empty
 * @param number the value of a number: exact for integers below 2^53 and for the binary32 of a FLOAT; else 0
 */
public record Token(TokenKind kind, Span span, boolean afterLineBreak, String text, double number) {
    /** Whether this is the name {@code word}, which means something in some places only. */
    public boolean isWord(String word) {
        return kind == TokenKind.IDENTIFIER && text.equals(word);
    }

    /** As messages name it: {@code "x"}, {@code a string}, {@code the end of the file}. */
    public String description() {
        return switch (kind) {
            case END, INVALID, STRING, TEMPLATE, TEMPLATE_HEAD -> kind.text();
            case IDENTIFIER, INTEGER, BIT_PATTERN, FLOAT -> '"' + span.text() + '"';
            default -> '"' + kind.text() + '"';
        };
    }
}
