package org.bluescript.profiler.report;

import java.util.List;
import java.util.OptionalLong;

/**
 * One compilation of the program.
 *
 * @param number counts from 0, the generic code with which every run begins
 * @param cause why it was made, {@code crc32 is hot}
 * @param latency from the moment it was wanted to that in which it was installed, in order
 * @param codeBytes the size of its code, with what the compiler adds for alignment
 * @param installedAt microseconds since the beginning; empty if it never was
 * @param supersededAt when the next one was installed
 * @param reclaimedAt when its memory was free again
 */
public record Generation(
        int number,
        String cause,
        List<Phase> latency,
        int codeBytes,
        OptionalLong installedAt,
        OptionalLong supersededAt,
        OptionalLong reclaimedAt) {
    /** Something that took time between hot and installed: {@code specialise}, {@code compile}, {@code send}. */
    public record Phase(String name, long microseconds) {}

    public Generation {
        latency = List.copyOf(latency);
    }

    /** One that is not installed yet. */
    public Generation(int number, String cause, List<Phase> latency, int codeBytes) {
        this(number, cause, latency, codeBytes, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** Microseconds from hot to installed. */
    public long latencyMicroseconds() {
        return latency.stream().mapToLong(Phase::microseconds).sum();
    }

    Generation installed(long at) {
        return new Generation(number, cause, latency, codeBytes, OptionalLong.of(at), supersededAt, reclaimedAt);
    }

    Generation superseded(long at) {
        return new Generation(number, cause, latency, codeBytes, installedAt, OptionalLong.of(at), reclaimedAt);
    }

    Generation reclaimed(long at) {
        return new Generation(number, cause, latency, codeBytes, installedAt, supersededAt, OptionalLong.of(at));
    }
}
