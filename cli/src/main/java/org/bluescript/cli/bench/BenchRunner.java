package org.bluescript.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Workbench;

/** Runs benchmarks, each by all contenders, one after the other. */
public final class BenchRunner {
    private final String board;
    private final List<Contender> contenders;
    private final int runs;
    private final Consumer<String> progress;
    private final List<String> disagreements = new ArrayList<>();

    /**
     * @param runs how often each contender runs each benchmark
     * @param progress gets text that reads on as the run goes on, line ends included
     */
    public BenchRunner(String board, List<Contender> contenders, int runs, Consumer<String> progress) {
        this.board = board;
        this.contenders = List.copyOf(contenders);
        this.runs = runs;
        this.progress = progress;
    }

    /** The C twins, and programs of ours in these forms, all on one device. */
    public static List<Contender> ours(List<Variant> variants, Workbench workbench, DeviceSession device) {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new TwinContender(workbench.memory().program(), device));
        variants.forEach(variant -> contenders.add(ProgramContender.of(variant, workbench, device)));
        return contenders;
    }

    public BenchResult run(List<Benchmark> benchmarks) {
        List<BenchResult.Row> rows = new ArrayList<>();
        for (Benchmark benchmark : benchmarks) {
            progress.accept(benchmark.name() + ":");
            Map<String, Cell> cells = new LinkedHashMap<>();
            for (Contender contender : contenders) {
                progress.accept(" " + contender.key());
                Cell cell = run(contender, benchmark);
                if (!(cell instanceof Cell.Measured)) {
                    progress.accept(cell instanceof Cell.Failed ? " (failed)" : " (-)");
                }
                cells.put(contender.key(), cell);
            }
            progress.accept("\n");
            rows.add(new BenchResult.Row(benchmark.name(), cells));
        }
        Map<String, String> titles = new LinkedHashMap<>();
        contenders.forEach(contender -> titles.put(contender.key(), contender.title()));
        return new BenchResult(board, TwinBuilder.compilerVersion(), titles, rows);
    }

    /** Figures that ought to have been the same in all runs and were not, in words. */
    public List<String> disagreements() {
        return List.copyOf(disagreements);
    }

    private Cell run(Contender contender, Benchmark benchmark) {
        Cell cell = contender.run(benchmark);
        for (int i = 1; i < runs; i++) {
            cell = agreed(contender, benchmark.name(), cell, contender.run(benchmark));
        }
        return cell;
    }

    /** Of deterministic figures the first, of others the least. */
    private Cell agreed(Contender contender, String benchmark, Cell first, Cell second) {
        String what = contender.key() + ", " + benchmark;
        if (!(first instanceof Cell.Measured(Measurement one)) || !(second instanceof Cell.Measured(Measurement other))) {
            if (contender.isDeterministic() && (first instanceof Cell.Measured || second instanceof Cell.Measured)) {
                disagreements.add(what + ": did not run every time: " + first.reason() + second.reason());
            }
            return first instanceof Cell.Measured ? second : first;
        }
        Measurement agreed = one;
        for (Map.Entry<Figure, Long> figure : other.figures().entrySet()) {
            long before = one.get(figure.getKey()).orElse(figure.getValue());
            if (!figure.getKey().isDeterministic() || !contender.isDeterministic()) {
                agreed = agreed.with(figure.getKey(), Math.min(before, figure.getValue()));
            } else if (before != figure.getValue()) {
                disagreements.add("%s: %,d %s in one run, %,d in another"
                        .formatted(what, before, figure.getKey().title(), figure.getValue()));
            }
        }
        return new Cell.Measured(agreed);
    }
}
