/**
 * Places in source files, and what is wrong there.
 *
 * <p>A {@link org.bluescript.language.source.Span} is two offsets into the text of a
 * {@link org.bluescript.language.source.SourceFile}, in UTF-16 units; people see lines and columns, counted from 1. Mistakes are
 * values ({@link org.bluescript.language.source.Diagnostic}), collected in {@link org.bluescript.language.source.Diagnostics}
 * so that one run shows them all. Their sentences are lower case, without a full stop, and name the facts on both sides.
 */
package org.bluescript.language.source;
