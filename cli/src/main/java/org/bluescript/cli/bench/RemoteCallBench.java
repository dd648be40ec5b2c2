package org.bluescript.cli.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.SharedDevice;
import org.bluescript.language.interpreter.Devices;
import org.bluescript.link.transport.CountingTransport;
import org.graalvm.polyglot.Context;

/**
 * Calls from a program on the host to a function on a board, as the program sees them: from the call until the program goes
 * on, with everything that has to cross before and after.
 */
public final class RemoteCallBench {
    private static final int CALLS = 300;
    private static final int WARM_UP = 50;

    /** A program that prints the microseconds of each call: what it calls, what it does before each. */
    private record Case(String name, String declarations, String before, String call) {
        String program() {
            return """
                    %s
                    function measure(calls: integer): void {
                        for (let i = 0; i < calls; i++) {
                            %s
                            const start = time.micros();
                            %s
                            print(time.micros() - start);
                        }
                    }
                    measure(%d);
                    """.formatted(declarations, before, call, WARM_UP + CALLS);
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("no dirty page", "function f(): void { code``; }", "", "f();"),
            new Case("three arguments, a result", "function f(a: integer, b: float, c: boolean): integer { code``; return c ? a : 0; }",
                    "", "f(i, 1.5, true);"),
            new Case("1 KiB dirty",
                    "function f(): void { code``; } const bytes = new Uint8Array(1024, 0);",
                    "for (let k = 0; k < 1024; k++) { bytes[k] = i + k; }", "f();"),
            new Case("4 KiB of results",
                    "const words = new Array<integer>(1024, 0);"
                            + " function f(n: integer): void { code``; for (let k = 0; k < 1024; k++) { words[k] = n + k; } }",
                    "", "f(i);"),
            new Case("32 KiB in use, no dirty page",
                    "const words = new Array<integer>(8192, 1); function f(): void { code``; }", "", "f();"));

    /**
     * What came of one case.
     *
     * @param micros of each call, ascending
     * @param sent bytes to the board for one call: the median
     */
    public record Row(String name, long[] micros, long sent, long received) {
        public String line() {
            return RemoteCallBench.line(name, quantile(0.5), quantile(0.05), quantile(0.95), sent, received);
        }

        private long quantile(double share) {
            return micros[(int) (share * (micros.length - 1))];
        }
    }

    private RemoteCallBench() {}

    public static String header() {
        return line("call", "median µs", "5 %", "95 %", "bytes sent", "received");
    }

    private static String line(String name, Object... columns) {
        StringBuilder line = new StringBuilder("%-30s".formatted(name));
        for (Object column : columns) {
            line.append(" %12s".formatted(column instanceof Long number ? String.format(Locale.ROOT, "%,d", number) : column));
        }
        return line.append('\n').toString();
    }

    /** Measures all cases on one board. */
    public static void run(Path home, DeviceChoice choice, Consumer<Row> report) {
        CountingTransport[] wire = new CountingTransport[1];
        DeviceSession session = choice.connect(transport -> wire[0] = new CountingTransport(transport));
        try (SharedDevice device = SharedDevice.of(home, choice.board().firmware(), session)) {
            String key = Devices.add(device);
            try {
                CASES.forEach(one -> report.accept(run(one, key, wire[0])));
            } finally {
                Devices.remove(key);
            }
        }
    }

    private static Row run(Case one, String device, CountingTransport wire) {
        Samples samples = new Samples(wire);
        try (Context context = Context.newBuilder("bluescript")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .option("bluescript.Device", device)
                .out(samples)
                .build()) {
            context.eval("bluescript", one.program());
        }
        return samples.row(one.name());
    }

    /** Reads the printed numbers, and how much has gone over the wire when each is printed. */
    private static final class Samples extends OutputStream {
        private final CountingTransport wire;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final List<long[]> samples = new ArrayList<>();

        Samples(CountingTransport wire) {
            this.wire = wire;
        }

        @Override
        public void write(int octet) throws IOException {
            if (octet != '\n') {
                line.write(octet);
                return;
            }
            long micros = Long.parseLong(line.toString(StandardCharsets.US_ASCII));
            line.reset();
            samples.add(new long[] {micros, wire.sent(), wire.received()});
        }

        Row row(String name) {
            return new Row(name, sorted(i -> samples.get(i)[0]),
                    median(i -> samples.get(i)[1] - samples.get(i - 1)[1]),
                    median(i -> samples.get(i)[2] - samples.get(i - 1)[2]));
        }

        private static long median(IntToLongFunction value) {
            return sorted(value)[CALLS / 2];
        }

        private static long[] sorted(IntToLongFunction value) {
            long[] values = new long[CALLS];
            Arrays.setAll(values, i -> value.applyAsLong(WARM_UP + i));
            Arrays.sort(values);
            return values;
        }
    }
}
