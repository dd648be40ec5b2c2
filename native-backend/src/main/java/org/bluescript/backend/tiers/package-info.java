/**
 * A program whose code is replaced while it runs. The {@link org.bluescript.backend.tiers.Base} is what stays where it is: static data, among
 * them the table of entries, and the whole program as its source says, generation 0. Each later
 * {@link org.bluescript.backend.tiers.Generation} is the program, or the part of it that is better so, compiled again from another typed tree of the same
 * meaning. It works on the base's data, calls the base's functions, libraries and inline C, and lies in {@link org.bluescript.backend.tiers.CodeMemory}.
 *
 * <pre>
 * static data, with the table of entries and the exchange area   \  the host has the same bytes
 * data of generation 0, its libraries' and inline C's variables  /
 * code of generation 0
 * code memory
 * heap                                                              the host has the same bytes
 * </pre>
 *
 * <p>Code is compiled first ({@link org.bluescript.backend.tiers.CompiledGeneration}), which takes long and needs no address, and
 * then linked to where there is room, which takes microseconds. To install it: write {@code writes}, then {@code entries}; from then on
 * tables, function values, closures and calls of older code lead to it, and no longer to the generation before. When the host has control, no call is in progress on the device, and
 * what the entries do not lead to is free.
 */
package org.bluescript.backend.tiers;
