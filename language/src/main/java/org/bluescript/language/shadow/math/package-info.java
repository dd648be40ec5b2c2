/**
 * Mathematics on binary32: the twins of {@code mcu-runtime/library} and of the number functions in its {@code runtime} and
 * {@code bs_inline.h}, bit for bit. How each result is found, and how far it may be from the exact one, is said there.
 *
 * <p>Every function is a fixed sequence of operations on binary32 and on integers, written here as it is written there. Java
 * rounds every operation on {@code float} to binary32 and fuses none, as the C does with contraction off; {@code Math.fma} and
 * intermediate {@code double}s must not be used, and nothing may be reordered that looks equal. Of a NaN only that it is one is
 * promised.
 *
 * <p>The classes are those of the C files: {@code Angle} reduces angles, {@code FixedPoint} has logarithm and power to base 2,
 * and everything trigonometric or exponential is made of these two.
 */
package org.bluescript.language.shadow.math;
