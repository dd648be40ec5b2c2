package org.bluescript.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.bluescript.cli.bench.BenchComparison;
import org.bluescript.cli.bench.BenchJson;
import org.bluescript.cli.bench.BenchPage;
import org.bluescript.cli.bench.BenchResult;
import org.bluescript.cli.bench.BenchRunner;
import org.bluescript.cli.bench.BenchTable;
import org.bluescript.cli.bench.Benchmark;
import org.bluescript.cli.bench.CollectionBench;
import org.bluescript.cli.bench.CollectionReport;
import org.bluescript.cli.bench.CollectionResult;
import org.bluescript.cli.bench.Contender;
import org.bluescript.cli.bench.RemoteCallBench;
import org.bluescript.cli.bench.Variant;
import org.bluescript.cli.bench.peer.Peer;
import org.bluescript.cli.session.Background;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.Workbench;
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

    @Option(names = "--only", paramLabel = "VARIANT", split = ",",
            description = "Only these of typed, untyped, profiled and tiers, separated by commas (default: all); the C twins run always.")
    private List<String> only = List.of();

    @Option(names = "--peer", paramLabel = "PEER",
            description = "Also run the programs on micropython=PORT or espruino=PORT; instead of a serial port also qemu:FILE with its"
                    + " firmware, or tcp:HOST:PORT. May be given more than once.")
    private List<String> peers = List.of();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "1",
            description = "Run everything so often; says so if figures differ that should not (default: 1).")
    private int runs;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page for a browser, with charts.")
    private Path html;

    @Option(names = "--save", paramLabel = "FILE", description = "Also write the figures that every run repeats, to compare with later.")
    private Path save;

    @Option(names = "--compare", paramLabel = "FILE",
            description = "List what has changed by more than 1 %% since those were saved; status 1 if it takes more instructions.")
    private Path compare;

    @Option(names = "--calls",
            description = "Instead, measure calls from a program on the host to a function on the board: time and bytes on the wire.")
    private boolean calls;

    @Option(names = "--collections",
            description = "Instead, measure collections of a heap full of small objects: instructions for each live and each dead one.")
    private boolean collections;

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
        if (collections) {
            return measureCollections(choice);
        }
        List<Benchmark> benchmarks = chosen(Benchmark.in(home.resolve("jmh/programs")));
        List<Variant> variants = variants();
        if (runs < 1) {
            throw CommandException.usage("--runs " + runs + " is no number of runs", "give 1 or more");
        }
        List<Peer> others = peers();
        Optional<BenchResult> before = Optional.ofNullable(compare).map(BenchJson::read);
        BenchResult result;
        List<String> disagreements;
        Phases phases = global.verbose ? Phases.telling(console::note) : Phases.silent();
        CompletableFuture<DeviceSession> connecting = Background.start("board answers", choice::connect);
        try (Workbench workbench = Workbench.open(home, choice.board().firmware(), phases)) {
            DeviceSession session = Background.await(connecting);
            choice.verify(session.description(), workbench.firmwareBuild());
            List<Contender> contenders = new ArrayList<>(BenchRunner.ours(variants, workbench, session));
            contenders.addAll(others);
            BenchRunner runner = new BenchRunner(choice.board().name(), contenders, runs, console::writeError);
            result = runner.run(benchmarks);
            disagreements = runner.disagreements();
        } finally {
            others.forEach(Peer::close);
            connecting.thenAccept(DeviceSession::close);
        }
        return report(result, disagreements, before);
    }

    private int measureCalls(DeviceChoice choice) {
        if (json || collections || hasBenchmarkOptions()) {
            throw CommandException.usage("--calls measures the link, no benchmarks", "leave out NAME and the other options");
        }
        console.write(RemoteCallBench.header());
        console.flush();
        RemoteCallBench.run(Installation.home(), choice, row -> {
            console.write(row.line());
            console.flush();
        });
        return ExitStatus.OK;
    }

    private int measureCollections(DeviceChoice choice) {
        if (hasBenchmarkOptions()) {
            throw CommandException.usage(
                    "--collections measures the heap, no benchmarks", "leave out NAME and the other options but --json");
        }
        Phases phases = global.verbose ? Phases.telling(console::note) : Phases.silent();
        try (DeviceSession session = choice.connect();
                Workbench workbench = Workbench.open(Installation.home(), choice.board().firmware(), phases)) {
            choice.verify(session.description(), workbench.firmwareBuild());
            CollectionResult result = new CollectionBench(workbench, session).run(choice.board().name());
            console.write(json ? CollectionReport.json(result) : CollectionReport.table(result));
            console.flush();
        }
        return ExitStatus.OK;
    }

    private boolean hasBenchmarkOptions() {
        return html != null || save != null || compare != null || runs != 1 || !only.isEmpty() || !peers.isEmpty() || !names.isEmpty();
    }

    private List<Benchmark> chosen(List<Benchmark> all) {
        List<String> available = all.stream().map(Benchmark::name).toList();
        for (String name : names) {
            if (!available.contains(name)) {
                throw CommandException.usage("there is no benchmark \"" + name + "\"",
                        "there are: " + String.join(", ", available));
            }
        }
        return all.stream().filter(benchmark -> names.isEmpty() || names.contains(benchmark.name())).toList();
    }

    private List<Variant> variants() {
        List<String> available = Arrays.stream(Variant.values()).map(Variant::key).toList();
        for (String key : only) {
            if (!available.contains(key)) {
                throw CommandException.usage("--only: there is no variant \"" + key + "\"",
                        "there are: " + String.join(", ", available));
            }
        }
        return Arrays.stream(Variant.values()).filter(v -> only.isEmpty() || only.contains(v.key())).toList();
    }

    private List<Peer> peers() {
        List<Peer> all = peers.stream().map(Peer::of).toList();
        if (all.stream().map(Peer::key).distinct().count() < all.size()) {
            throw CommandException.usage("--peer: two peers of the same kind", "compare them in two runs, with --save and --compare");
        }
        return all;
    }

    private int report(BenchResult result, List<String> disagreements, Optional<BenchResult> before) {
        console.write(json ? BenchJson.of(result) : BenchTable.of(result));
        console.flush();
        write(html, () -> BenchPage.of(result));
        write(save, () -> BenchJson.lasting(result));
        disagreements.forEach(line -> console.error("runs differ: " + line, List.of()));
        boolean slower = false;
        if (before.isPresent()) {
            slower = compared(result, before.get());
        }
        return result.hasFailures() || !disagreements.isEmpty() || slower ? ExitStatus.PROGRAM : ExitStatus.OK;
    }

    /** Says what has changed; the result is whether something of ours has become worse. */
    private boolean compared(BenchResult result, BenchResult before) {
        if (!before.board().equals(result.board()) || !before.compiler().equals(result.compiler())) {
            console.note("note: %s is of %s and %s, this is of %s and %s".formatted(
                    compare, before.board(), before.compiler(), result.board(), result.compiler()));
        }
        BenchComparison comparison = BenchComparison.of(before, result);
        String text = comparison.text();
        if (json) {
            console.writeError(text);
        } else {
            console.write("\nsince " + compare + "\n" + text);
            console.flush();
        }
        return !comparison.regressions().isEmpty();
    }

    private void write(Path file, Supplier<String> content) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, content.get());
            console.note("written: " + file);
        } catch (IOException e) {
            throw CommandException.world(file + " cannot be written: " + ProfileReading.reason(e));
        }
    }
}
