/**
 * A program that is entered line by line: what stands behind a prompt.
 *
 * <p>A line is a module of its own that sees what earlier ones have declared. {@link org.bluescript.language.check.SessionChecker}
 * finds out what it means without checking their texts again; {@link org.bluescript.language.layout.GrowingLayout} gives what is
 * new a place in memory, where everything else stays; and {@link org.bluescript.language.interpreter.SessionProgram} runs it.
 * Each of the three can take back what a line replaced that did not end well. What a line leaves behind is what can still be
 * reached: its declarations, and the functions that objects hold.
 */
package org.bluescript.language.session;
