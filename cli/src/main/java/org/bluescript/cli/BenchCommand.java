package org.bluescript.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.bluescript.cli.bench.BenchRunner;
import org.bluescript.cli.bench.BenchTable;
import org.bluescript.cli.bench.Benchmark;
import org.bluescript.cli.bench.RemoteCallBench;
import org.bluescript.cli.session.Background;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.Workbench;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bluescript bench}. */
@Command(name = "bench", description = "Compare the benchmark programs with their C twins.", sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GlobalOptions global;

    @Mixin
    private BoardOptions device;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--calls",
            description = "Instead, measure calls from a program on the host to a function on the board: time and bytes on the wire.")
    private boolean calls;

    @ArgGroup
    private Form form = new Form();

    private static final class Form {
        @Option(names = "--untyped", description = "Run the programs without type annotations.")
        private boolean untyped;

        @Option(names = "--profiled",
                description = "Run the programs without type annotations, specialised to the types that the interpreter has seen in them.")
        private boolean profiled;

        @Option(names = "--tiers",
                description = "The same as it is installed while a program runs, with guards that count.")
        private boolean tiers;

        Benchmark.Variant variant() {
            return tiers ? Benchmark.Variant.TIERED : profiled ? Benchmark.Variant.PROFILED
                    : untyped ? Benchmark.Variant.UNTYPED : Benchmark.Variant.TYPED;
        }
    }

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "The benchmarks to run (default: all).")
    private List<String> names = List.of();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.setColor(global.color);
        Path home = Installation.home();
        DeviceChoice choice = DeviceChoice.of(home, device.board, Optional.ofNullable(device.port));
        if (calls) {
            return measureCalls(choice);
        }
        List<Benchmark> benchmarks = chosen(Benchmark.in(home.resolve("jmh/programs")));
        Phases phases = global.verbose ? Phases.telling(console::note) : Phases.silent();
        CompletableFuture<DeviceSession> connecting = Background.start("board answers", choice::connect);
        try (Workbench workbench = Workbench.open(home, choice.board().firmware(), phases)) {
            DeviceSession session = Background.await(connecting);
            choice.verify(session.description(), workbench.firmwareBuild());
            return run(benchmarks, new BenchRunner(workbench, session), choice.board().name());
        } finally {
            connecting.thenAccept(DeviceSession::close);
        }
    }

    private int measureCalls(DeviceChoice choice) {
        if (json || !names.isEmpty()) {
            throw CommandException.usage("--calls measures the link, no benchmarks", "leave out NAME and --json");
        }
        console.write(RemoteCallBench.header());
        console.flush();
        RemoteCallBench.run(Installation.home(), choice, row -> {
            console.write(row.line());
            console.flush();
        });
        return ExitStatus.OK;
    }

    private List<Benchmark> chosen(List<Benchmark> all) {
        List<String> available = all.stream().map(Benchmark::name).toList();
        for (String name : names) {
            if (!available.contains(name)) {
                throw CommandException.usage("there is no benchmark \"" + name + "\"",
                        "there are: " + String.join(", ", available));
            }
        }
        return all.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .map(benchmark -> benchmark.as(form.variant()))
                .toList();
    }

    private int run(List<Benchmark> benchmarks, BenchRunner runner, String board) throws IOException {
        if (!json) {
            console.write(BenchTable.header());
            console.flush();
        }
        List<BenchTable.Row> rows = new ArrayList<>();
        for (Benchmark benchmark : benchmarks) {
            BenchTable.Row row = runner.run(benchmark);
            rows.add(row);
            if (!json) {
                console.write(BenchTable.line(row));
                console.flush();
            }
            if (!row.failure().isEmpty()) {
                console.error(row.name() + ": " + row.failure().strip(), List.of());
            }
        }
        BenchTable table = new BenchTable(board, rows);
        console.write(json ? table.json() : table.footer());
        console.flush();
        return table.isComplete() ? ExitStatus.OK : ExitStatus.PROGRAM;
    }
}
