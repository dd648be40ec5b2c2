/**
 * {@code bluescript bench}: the benchmark programs in all their forms against their C twins, on the same board, in guest
 * instructions.
 *
 * <p>Whoever runs benchmarks is a {@link org.bluescript.cli.bench.Contender}: the C twins, each
 * {@link org.bluescript.cli.bench.Variant} of ours, and peers that stand elsewhere. What it makes of one program is a
 * {@link org.bluescript.cli.bench.Cell}, and all cells are a {@link org.bluescript.cli.bench.BenchResult}, of which there is a text, a
 * page, a form in JSON, and a comparison with an earlier one.
 *
 * <p>A twin is compiled by the same C compiler and linked by {@code ld} for program memory, and goes to the board and is
 * called over the same link as a BlueScript program. What is compared is the time between call and return, the bytes of
 * machine code made from the program's own source, and the most memory that was ever taken from the heap.
 *
 * <p>Two things are measured beside that: calls from host to board ({@link org.bluescript.cli.bench.RemoteCallBench}) and
 * collections ({@link org.bluescript.cli.bench.CollectionBench}).
 */
package org.bluescript.cli.bench;
