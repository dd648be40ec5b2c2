package org.bluescript.cli.fuzz;

import java.util.function.UnaryOperator;
import org.bluescript.cli.fuzz.run.Effort;
import org.bluescript.language.typed.TypedProgram;

/**
 * How the two sides run a program.
 *
 * @param program what the interpreter runs of what was checked; the same object again if that is the program itself
 * @param variant what the device runs of what the interpreter runs; the same object again if both run the very same
 */
record Setup(UnaryOperator<TypedProgram> program, UnaryOperator<TypedProgram> variant, Effort effort) {}
