package org.bluescript.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.language.shadow.Region;
import org.bluescript.link.protocol.DeviceEvent;

/** C twins, each at the level of optimisation that takes fewer instructions; the note of a measurement names it. */
final class TwinContender implements Contender {
    private static final List<String> LEVELS = List.of("-O2", "-O3");

    private final DeviceSession device;
    private final TwinBuilder twins;

    /** @param program the memory in which twins may run */
    TwinContender(Region program, DeviceSession device) {
        this.device = device;
        this.twins = new TwinBuilder(program);
    }

    @Override
    public String key() {
        return C;
    }

    @Override
    public String title() {
        return "C twin";
    }

    @Override
    public Cell run(Benchmark benchmark) {
        Cell best = run(benchmark, LEVELS.getFirst());
        for (String level : LEVELS.subList(1, LEVELS.size())) {
            Cell other = run(benchmark, level);
            if (best.get(Figure.INSTRUCTIONS).isPresent() && (other.get(Figure.INSTRUCTIONS).isEmpty()
                    || other.get(Figure.INSTRUCTIONS).getAsLong() < best.get(Figure.INSTRUCTIONS).getAsLong())) {
                best = other;
            }
        }
        return best;
    }

    private Cell run(Benchmark benchmark, String level) {
        StopWatch watch = new StopWatch();
        Twin twin = built(benchmark, level);
        long compiling = watch.lap();
        device.device().reset();
        watch.lap();
        device.device().write(twin.address(), twin.image());
        long loading = watch.lap();
        DeviceEvent.Outcome outcome = device.device().call(event -> { }, twin.entry());
        if (!(outcome instanceof DeviceEvent.Returned returned) || returned.result() != 1) {
            return new Cell.Failed(level + ": " + (outcome instanceof DeviceEvent.Failed failed
                    ? "failed at 0x%08x".formatted(failed.state().pc())
                    : "wrong result"));
        }
        DeviceEvent.Outcome peak = device.device().call(event -> { }, twin.peak());
        int peakHeap = peak instanceof DeviceEvent.Returned bytes ? bytes.result() : 0;
        return new Cell.Measured(
                Measurement.of(Integer.toUnsignedLong(returned.instructions()), twin.codeBytes(), peakHeap)
                        .with(Figure.COMPILE_TIME, compiling)
                        .with(Figure.TRANSFER_TIME, loading)
                        .noting(level));
    }

    private Twin built(Benchmark benchmark, String level) {
        try {
            return twins.build(benchmark, level);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
