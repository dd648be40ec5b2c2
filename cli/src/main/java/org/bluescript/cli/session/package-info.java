/**
 * One program's way from its file to a device and back: the only place where language, native backend and link meet.
 *
 * <p>{@link org.bluescript.cli.session.Workbench} is the host's side: it reads, checks and compiles. Everything slow in it is
 * started in the background the moment it is opened, while the source is still being read: the compilers that wait for
 * their C, and the board. {@link org.bluescript.cli.session.DeviceSession} is the device's side: it loads a compiled
 * program, calls it, passes its output on and says how it ended. Both may be used for many programs, one after the other.
 *
 * <p>{@link org.bluescript.cli.session.SharedDevice} joins them with the interpreter: the host runs a program, and the board
 * those of its functions that only a board can run. {@link org.bluescript.cli.session.TieredDevice} does so for a program that moves to the
 * board while it runs.
 */
package org.bluescript.cli.session;
