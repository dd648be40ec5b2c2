package org.bluescript.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results that were never measured. */
final class Results {
    private Results() {}

    static BenchResult of(BenchResult.Row... rows) {
        Map<String, String> contenders = new LinkedHashMap<>();
        contenders.put(Contender.C, "C twin");
        contenders.put("typed", "typed");
        contenders.put("micropython", "micropython");
        return new BenchResult("stm32f405", "gcc 12", contenders, List.of(rows));
    }

    static BenchResult.Row row(String name, long twin, long typed) {
        return row(name, new Cell.Measured(Measurement.of(twin, 80, 0).noting("-O3")),
                new Cell.Measured(Measurement.of(typed, 100, 2000)), new Cell.Unavailable("out of memory"));
    }

    static BenchResult.Row failed(String name) {
        return row(name, new Cell.Measured(Measurement.of(1, 1, 1)),
                new Cell.Failed("index out of range"), new Cell.Unavailable("no answer"));
    }

    private static BenchResult.Row row(String name, Cell twin, Cell typed, Cell peer) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put(Contender.C, twin);
        cells.put("typed", typed);
        cells.put("micropython", peer);
        return new BenchResult.Row(name, cells);
    }
}
