/**
 * BlueScript as a Truffle language: from a source text, through the checker and the layout, to nodes that run on the host's
 * machine. {@link org.bluescript.language.interpreter.TreeTranslator} is the only reader of the typed tree here; it has no
 * semantics of its own beside deciding which references must be roots.
 *
 * <p>All functions are translated before the program runs, on a fresh machine each time.
 */
package org.bluescript.language.interpreter;
