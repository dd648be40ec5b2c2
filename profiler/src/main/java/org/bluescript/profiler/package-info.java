/**
 * What runs of a program have shown, kept and weighed. {@link org.bluescript.profiler.ProfileFile} keeps a {@link
 * org.bluescript.language.profile.Profile} in a file until the program's text changes; {@link org.bluescript.profiler.Advice} says
 * which functions are worth specialising to it, and why the others are not.
 *
 * <p>Nothing here looks at a running program or at a device: profiles come from the interpreter, and what is made of the advice is
 * the business of the backend.
 */
package org.bluescript.profiler;
