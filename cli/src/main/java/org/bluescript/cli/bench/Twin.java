package org.bluescript.cli.bench;

/**
 * A C twin linked for program memory. The image runs once from a fresh copy.
 *
 * @param address where the image goes
 * @param entry {@code bench_main}, with bit 0 set: returns 1 if its result was right
 * @param peak {@code bench_peak}, with bit 0 set: returns the most bytes that malloc took
 * @param codeBytes machine code and constants of the twin's own object
 */
public record Twin(int address, byte[] image, int entry, int peak, int codeBytes) {}
