/**
 * Places in source files, and what is wrong there.
 *
 * <p>A {@link org.bluescript.language.source.Span} is two offsets into the text of a
 * {@link org.bluescript.language.source.SourceFile}, in UTF-16 units; people see lines and columns, counted from 1. Mistakes are
 * values ({@link org.bluescript.language.source.Diagnostic}), collected in {@link org.bluescript.language.source.Diagnostics}
 * so that one run shows them all. Their sentences are lower case, without a full stop, and name the facts on both sides.
 *
 * <p>{@link org.bluescript.language.source.DiagnosticPrinter} shows a mistake so:
 *
 * <pre>
 * examples/a.bs:3:9: error: operator "-" is not defined for string and integer
 *  3 | let x = "a" - 1
 *    |         ^~~~~~~
 *    = help: write "a" + 1 to join them
 * </pre>
 *
 * The marks cover the columns that the span takes up on a terminal. Of a span over several lines the first line is shown, and
 * marked to its end. A line of more than 100 columns is cut around the mistake, with dots where something is missing. Tabs are
 * shown as blanks, characters that a terminal would obey as visible signs.
 */
package org.bluescript.language.source;
