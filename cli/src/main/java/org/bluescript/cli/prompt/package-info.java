/** What the line editor of the interactive prompt must know of the language: where a text is whole, its colours, and its names. */
package org.bluescript.cli.prompt;
