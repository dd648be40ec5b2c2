/**
 * Runs a program interpreted and native, and says what both did in words that can be compared: output, error, use of the
 * heap, and all that can be reached from the program's variables when it has ended.
 */
package org.bluescript.cli.fuzz.run;
