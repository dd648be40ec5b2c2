/**
 * Makes functions for the types that values had so far. From a typed program and a profile comes another typed program that
 * means the same: beside functions of the source stand versions of them.
 *
 * <ul>
 *   <li>The <em>specialised</em> version ({@code f~1}) has parameters, result and locals of exact types where the profile knows
 *       one, and operations on them are those of the types. Where a word must be taken for a value of a type, it is tested, and
 *       if it is none, the version is left.
 *   <li>The <em>continuation</em> ({@code f~rest}) is the function as it was, which can be entered in the middle: there it goes on when the
 *       specialised version is left. It knows no types but the source's, so that it is never wrong.
 *   <li>Under the function's own name stands the <em>entry</em>: it tests the arguments and calls one of the two.
 *   <li>A host that runs the function itself can go over to a device at the test of a loop: the loop's entry ({@code f~loop7}) takes the
 *       locals and calls what the specialised version does from there on ({@code f~1~loop7}), or the continuation.
 * </ul>
 *
 * <p>Nothing is done twice when a version is left, because {@link org.bluescript.backend.specialize.Linearizer} has written the function
 * so that a statement has at most one effect, and that comes last: all tests of a statement are made before it changes anything, and
 * the continuation does the statement from its beginning.
 */
package org.bluescript.backend.specialize;
