/**
 * Observing a program while the interpreter runs it: what {@link org.bluescript.language.observation.Observations} hand to the
 * translator goes into the nodes, is written there as the program runs, and can be read by anybody at any time as a {@link
 * org.bluescript.language.profile.Profile}. A program that nobody observes has none of this in its nodes.
 *
 * <p>Once compiled, a place at which the same types go by costs a comparison or two: what was seen so far is a constant of the
 * compiled code, which is thrown away when something new comes along. So nothing is missed, in compiled code either.
 */
package org.bluescript.language.observation;
