/**
 * From words to the tree: recursive descent, with precedence climbing for operators. {@link org.bluescript.language.parser.Parser}
 * is the only door.
 *
 * <p>Each class reads one area (types, literals, operands, expressions, functions, classes, statements, loops, declarations,
 * modules); they find each other through {@code Grammar}. Two more, {@code Foreign…Parser}, read what TypeScript has and the
 * language has not, so that it is reported once, with what to write instead, rather than as a heap of unexpected words.
 *
 * <p>No production goes back to try another, with two small exceptions for types ({@code errors.attempt}). Whether a parenthesis
 * begins an arrow function is seen from what follows its partner: {@code Brackets} has found all partners before parsing.
 *
 * <p><b>Mistakes.</b> A production that cannot go on reports what it expected and throws {@code SyntaxFailure}, which carries
 * nothing. It is caught where the rest can be found again: at the partner of an opening bracket, at the end of a statement, class
 * member or enum member ({@code Recovery}). {@code SyntaxErrors} keeps quiet about what only follows from an earlier mistake.
 * A missing parenthesis before a block, or a missing brace, is reported and taken as there.
 *
 * <p><b>Not decided here</b>, since it takes names and types: whether {@code break}, {@code continue} and {@code return} stand in
 * a loop or function and labels exist, whether a {@code const} has a value, whether a name is declared twice, what {@code this}
 * and {@code super} mean, whether nested functions are allowed, which modules a path names. Decided here: what an assignment may
 * have on its left, that imports stand at the top level, that integers fit 32 bits.
 *
 * <p><b>Semicolons</b> may be missing as in TypeScript: where a line, a block or the file ends and the next word cannot continue
 * the statement. A line that begins with {@code (}, {@code [}, a backtick or an operator continues the line before, except that
 * {@code ++ -- ! as} and the value of {@code return} must stand in the same line as what is before them.
 *
 * <p><b>Height.</b> A tree is at most {@code Nesting.LIMIT} levels high, chains of operators included, so that no walker of the
 * tree needs more stack than a thread has by default.
 */
package org.bluescript.language.parser;
