/**
 * A program that begins on the host and moves to the device while it runs. {@link org.bluescript.cli.profiled.ProfiledProgram} looks after
 * it, on two threads of its own:
 *
 * <ul>
 *   <li>{@code LiveTiering} looks every few milliseconds at what the interpreter has seen and at the guards that have failed on the
 *       device ({@code GuardWatch}); when {@link org.bluescript.profiler.Tiering} says so it makes code, writes it beside what runs,
 *       and installs it.
 *   <li>{@code RunSampler} looks at where the program is, on either side.
 * </ul>
 *
 * <p>The program's thread knows nothing of both: the interpreter looks at {@link org.bluescript.language.tiers.Tiers} where it can hand
 * over, and the device's code has no idea that it is replaced.
 */
package org.bluescript.cli.profiled;
