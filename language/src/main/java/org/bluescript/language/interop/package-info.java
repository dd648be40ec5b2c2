/**
 * The values of a running program as other languages, tools and the embedder see them: numbers, booleans and strings by value, objects,
 * arrays and functions as wrappers of addresses in the program's memory, classes as meta-objects, global and local variables
 * as members of scopes.
 *
 * <p>A wrapper keeps its object alive for as long as somebody holds it ({@link org.bluescript.language.machine.HostHandles}).
 * Values that come from outside are converted to the static type of where they go, as an assignment would convert them, and
 * refused if that is impossible: nothing foreign ever lies in the program's memory.
 *
 * <p>Everything here is slow and behind boundaries; programs never pass through it.
 */
package org.bluescript.language.interop;
