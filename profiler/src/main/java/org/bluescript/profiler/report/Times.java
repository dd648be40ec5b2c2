package org.bluescript.profiler.report;

import java.util.OptionalLong;

/**
 * Where a run's time went, in microseconds.
 *
 * @param total from beginning to end
 * @param host the program ran in the interpreter
 * @param device the host had handed over to the device
 * @param compiling somebody compiled; that was in the background, while the program ran
 * @param instructions what the device executed; empty if it was not counted
 */
public record Times(long total, long host, long device, long compiling, OptionalLong instructions) {}
