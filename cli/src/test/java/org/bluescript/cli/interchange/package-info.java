/**
 * Host and device work on one heap in turn. Random operations are performed in pieces, now by the twin on the host, now by
 * the runtime's C on the emulated board, each on the bytes that the other has left; after every piece all bytes of heap,
 * bitmap, control block and roots must be those that the host reaches alone. {@code HeapInterchangeTest} does so with the
 * runtime's sources, built so that every root is exact, in every situation; {@code FirmwareHeapTest} with the firmware as it is.
 *
 * <p>If this fails, look at the newest change of {@code mcu-runtime/runtime/heap.c}, {@code collect.c} or {@code array.c}, and
 * for its twin in {@code org.bluescript.language.shadow.heap}. The message has the seed; {@code -Dinterchange.seed=SEED
 * -Dinterchange.sequences=1} repeats the sequence.
 */
package org.bluescript.cli.interchange;
