/**
 * From text to words.
 *
 * <p>{@link org.bluescript.language.lexer.Lexer} cuts a whole file into {@link org.bluescript.language.lexer.Token tokens} before
 * the parser sees the first: so the parser can look ahead as far as it likes, and knows which brackets belong together. That works
 * because the two places where TypeScript's lexer must ask its parser are decided here. A <code>}</code> continues a template if
 * it closes the place of one, which a stack of open braces knows. A slash begins a regular expression if no operand stands before
 * it; the language has no regular expressions, so that this only serves to complain once about one.
 *
 * <p>{@code >} is always a token of its own, so that type arguments can close; the parser joins {@code >>=} and the like where an
 * operator may stand. Words that are only sometimes special ({@code as}, {@code of}, {@code type}, {@code code}, …) are names.
 *
 * <p>What the lexer decides: strings hold whole characters (half a surrogate pair is an error); {@code 017} is an error;
 * a float literal is the nearest binary32, which may be infinity or zero; a line ends with LF, CR, CR LF, U+2028 or U+2029;
 * a byte order mark is a blank; a first line that begins with {@code #!} is skipped. The text of {@code code`…`} is not
 * interpreted: {@code //}, quotes and backslashes in it are C's, and only a backtick or <code>${</code> without a backslash before
 * it ends it.
 *
 * <p>What is wrong is reported once, where it is wrong. A token is made of it all the same ({@code INVALID} where nothing can be
 * guessed), and the parser keeps quiet about that one. A comment or template that the file does not end makes all behind it
 * unreliable: {@link org.bluescript.language.lexer.TokenSequence} says where that begins.
 */
package org.bluescript.language.lexer;
