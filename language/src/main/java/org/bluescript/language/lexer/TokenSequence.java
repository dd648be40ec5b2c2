package org.bluescript.language.lexer;

import java.util.List;

/**
 * The words of a file.
 *
 * @param tokens at least one: the last, and only the last, is END
 * @param unterminatedFrom where a comment or template begins that the file does not end, else the length of the text; what the
 *     tokens from there on look like is an accident
 * @param missesEnd whether there is such a comment or template
 */
public record TokenSequence(List<Token> tokens, int unterminatedFrom, boolean missesEnd) {}
