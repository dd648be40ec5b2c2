/**
 * {@code bluescript bench}: the benchmark programs against their C twins, both on the same board, in guest instructions.
 *
 * <p>A twin is compiled by the same C compiler and linked by {@code ld} for program memory, and goes to the board and is
 * called over the same link as a BlueScript program. What is compared is the time between call and return, the bytes of
 * machine code made from the program's own source, and the most memory that was ever taken from the heap.
 */
package org.bluescript.cli.bench;
