/**
 * The differential fuzzer: random well-typed programs, each interpreted and run natively on one emulated board, must agree in
 * output, error and line, use of the heap, and in everything that can be reached from their variables at the end. A difference
 * is made as small as it can be and saved as a program of the language's corpus.
 *
 * <p>{@link org.bluescript.cli.fuzz.Fuzzer} is the command, {@code make} makes programs, {@code text} holds them, {@code run}
 * runs and compares them.
 */
package org.bluescript.cli.fuzz;
