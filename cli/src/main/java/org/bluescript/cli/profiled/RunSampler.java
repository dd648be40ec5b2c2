package org.bluescript.cli.profiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bluescript.language.interpreter.CallSampler;
import org.bluescript.language.interpreter.CallSampler.SampledCall;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.link.LinkException;

/**
 * Looks at regular times at where a program is, on whichever side it is just then, on a thread of its own. A moment at which neither side
 * answers counts for the next one that does.
 */
final class RunSampler implements AutoCloseable {
    private static final long PERIOD_MILLISECONDS = 4;

    private final Supplier<Optional<CallSampler>> host;
    private final Supplier<Optional<List<SampledCall>>> device;
    private final List<Sample> samples = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private final long start = System.nanoTime();
    private CompletableFuture<List<SampledCall>> asked;
    private volatile List<SampledCall> hostCalls = List.of();

    /**
     * A moment of the run.
     *
     * @param nanoseconds that went by since the moment before
     * @param calls in progress where the program was, the innermost first; at least one
     * @param beneath the calls of the host that wait for the device, the innermost first; as of the last time that the host was looked at
     */
    record Sample(long nanoseconds, boolean onDevice, List<SampledCall> calls, List<SampledCall> beneath) {}

    private RunSampler(Supplier<Optional<CallSampler>> host, Supplier<Optional<List<SampledCall>>> device) {
        this.host = host;
        this.device = device;
        this.thread = Thread.ofPlatform().name("sampler").daemon().unstarted(this::run);
    }

    /**
     * @param host shows the calls on the host
     * @param device looks at those on the device; empty while it runs nothing
     */
    static RunSampler start(Supplier<Optional<CallSampler>> host, Supplier<Optional<List<SampledCall>>> device) {
        RunSampler result = new RunSampler(host, device);
        result.thread.start();
        return result;
    }

    private void run() {
        long before = start;
        try {
            while (!stop.await(PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                boolean[] onDevice = {true};
                Optional<List<SampledCall>> calls = device.get().or(() -> {
                    onDevice[0] = false;
                    return onHost();
                });
                if (calls.filter(c -> !c.isEmpty()).isPresent()) {
                    long now = System.nanoTime();
                    add(new Sample(now - before, onDevice[0], calls.get(), onDevice[0] ? hostCalls : List.of()));
                    before = now;
                }
            }
        } catch (LinkException gone) {
            // whoever runs the program will tell
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The program may not come to a safepoint for a while, for instance because it calls the device meanwhile. */
    private Optional<List<SampledCall>> onHost() {
        if (asked == null) {
            asked = host.get().map(CallSampler::sample).orElse(null);
        }
        if (asked == null || !asked.isDone()) {
            return Optional.empty();
        }
        List<SampledCall> calls = asked.join();
        asked = null;
        hostCalls = calls;
        return Optional.of(calls);
    }

    private synchronized void add(Sample sample) {
        samples.add(sample);
    }

    /** The functions that the host was in when it was looked at last. */
    Set<FunctionId> onHostLast() {
        return hostCalls.stream().map(SampledCall::function).collect(Collectors.toSet());
    }

    /** All until now. */
    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
