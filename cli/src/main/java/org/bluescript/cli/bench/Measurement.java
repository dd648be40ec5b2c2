package org.bluescript.cli.bench;

/**
 * What one run cost.
 *
 * @param instructions guest instructions from call to return
 * @param codeBytes machine code, and constants beside it, made from the program's own source; libraries do not count
 * @param peakHeapBytes the most that was ever taken from the heap
 */
public record Measurement(long instructions, int codeBytes, int peakHeapBytes) {}
