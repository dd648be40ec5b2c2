/**
 * Makes programs by chance, well typed as far as that is easy: what the checker still refuses is cut away afterwards.
 * {@link org.bluescript.cli.fuzz.make.ProgramMaker} lays out the whole, {@link org.bluescript.cli.fuzz.make.Maker} fills it, and each
 * kind of expression or statement is a class that {@link org.bluescript.cli.fuzz.make.Forms} lists.
 *
 * <p>Every program ends: loops count to small numbers, functions call only earlier ones, and whatever else may call
 * (methods, closures) counts its calls and their depth down. Few operations fail, so that programs live to do more.
 */
package org.bluescript.cli.fuzz.make;
