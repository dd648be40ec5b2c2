/**
 * Types that nobody wrote down. A program without annotations mostly stores values of one type in each variable, property, parameter
 * and array, and the whole program shows it. {@link org.bluescript.language.infer.Flow} finds out what can come where, {@link
 * org.bluescript.language.infer.InferredTypes} which type that is, and {@link org.bluescript.language.infer.Retyper} writes the program
 * with these types. Integers are followed too: a property that only ever holds 8, and an array that is always made with 8 elements,
 * are known to every reader. Nothing has to be tested when it runs: what is found holds for every run.
 *
 * <p>The program must be all there is: no inline C, and nobody who calls its functions with values of his own.
 */
package org.bluescript.language.infer;
