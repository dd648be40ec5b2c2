/**
 * Which of a running program's functions and loops a device runs in the interpreter's place: {@link
 * org.bluescript.language.tiers.Tiers}, a switch that whoever compiles can turn at any time, from any thread, and that the
 * interpreter looks at where it can hand over: at calls of functions and at tests of loops. As long as nothing is installed, a
 * look costs compiled code nothing.
 *
 * <p>Code is installed in generations, each for the whole program. While the device runs one, another may be installed: what the
 * host calls next is of that one. So a generation's code is needed until another is installed and the device has come back from
 * it, {@link org.bluescript.language.tiers.Tiers#running}.
 */
package org.bluescript.language.tiers;
