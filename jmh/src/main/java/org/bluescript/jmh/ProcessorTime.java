package org.bluescript.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor's time for one operation, beside the clock's, and how much was done for each of its seconds, where a benchmark counts
 * that: of the threads that do the work, without those that compile or collect garbage. On a machine that has other work to do, the clock measures that as well; this does not, but for caches that are
 * shared.
 */
public final class ProcessorTime implements InternalProfiler {
    /** In the names of the threads that JMH starts for the work. */
    private static final String WORKER = "-jmh-worker-";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long start;

    @Override
    public String getDescription() {
        return "processor time of the working threads for one operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = used();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double micros = (used() - start) / 1000.0;
        long rounds = Math.max(1, result.getMetadata().getMeasuredOps());
        List<Result<?>> results = new ArrayList<>();
        results.add(new ScalarResult("processor", micros / rounds, "us/op", AggregationPolicy.AVG));
        if (benchmark.getMode() == Mode.Throughput) {
            double operations = result.getPrimaryResult().getScore();
            result.getSecondaryResults().forEach((label, counter) -> {
                double ofOne = counter.getScore() / operations;
                if (ofOne > 0) {
                    results.add(new ScalarResult(
                            "processor." + label, ofOne * rounds * 1e6 / micros, label + "/s", AggregationPolicy.AVG));
                }
            });
        }
        return results;
    }

    private long used() {
        long sum = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains(WORKER)) {
                sum += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }
}
