package org.bluescript.cli.fuzz.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Where the time goes: sums by name. */
public final class Stopwatch {
    private final Map<String, Long> sums = new LinkedHashMap<>();

    public <T> T time(String name, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        try {
            return work.call();
        } finally {
            long spent = System.nanoTime() - start;
            synchronized (sums) {
                sums.merge(name, spent, Long::sum);
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        synchronized (sums) {
            sums.forEach((name, nanos) -> text.append(String.format(Locale.ROOT, "%8.1f s  %s%n", nanos / 1e9, name)));
        }
        return text.toString();
    }
}
