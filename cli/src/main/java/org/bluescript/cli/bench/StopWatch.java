package org.bluescript.cli.bench;

/** Microseconds since the last look. */
final class StopWatch {
    private long last = System.nanoTime();

    long lap() {
        long now = System.nanoTime();
        long lap = (now - last) / 1_000;
        last = now;
        return lap;
    }
}
