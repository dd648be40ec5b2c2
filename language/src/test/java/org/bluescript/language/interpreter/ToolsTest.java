package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standard tools for Truffle languages work on programs. */
class ToolsTest {
    private static final String PROGRAM = """
            class Counter {
                private total: integer = 0;
                add(by: integer): integer {
                    const before = this.total;
                    this.total = before + by;
                    return this.total;
                }
            }
            function never(): void {
                print("never");
            }
            function work(rounds: integer): integer {
                const counter = new Counter();
                let last = 0;
                for (let i = 0; i < rounds; i++) {
                    last = counter.add(i);
                }
                return last;
            }
            print(work(ROUNDS));
            """;

    @TempDir
    private Path folder;

    private Source program(int rounds) throws IOException {
        Path file = Files.writeString(folder.resolve("counter.bs"), PROGRAM.replace("ROUNDS", "" + rounds));
        return Source.newBuilder(BlueScriptLanguage.ID, file.toFile()).build();
    }

    private Context.Builder context() {
        return Context.newBuilder()
                .allowExperimentalOptions(true)
                .out(OutputStream.nullOutputStream())
                .option("engine.Compilation", "false");
    }

    @Test
    void samplerTellsWhereTimeIsSpent() throws IOException {
        Path histogram = folder.resolve("histogram.txt");
        try (Context context = context()
                .option("cpusampler", "histogram")
                .option("cpusampler.Period", "1")
                .option("cpusampler.OutputFile", histogram.toString())
                .build()) {
            context.eval(program(3_000_000));
        }
        assertThat(Files.readString(histogram)).containsPattern("work +\\|").contains("Counter.add");
    }

    @Test
    void coverageKnowsEveryLineThatRan() throws IOException {
        Path report = folder.resolve("coverage.lcov");
        try (Context context = context()
                .option("coverage", "true")
                .option("coverage.Output", "lcov")
                .option("coverage.OutputFile", report.toString())
                .build()) {
            context.eval(program(3));
        }
        List<String> lines = Files.readAllLines(report);
        assertThat(lines).contains("DA:4,1", "DA:5,1", "DA:10,0", "DA:13,1", "DA:16,1", "FNDA:0,never", "FNDA:1,Counter.add");
    }

    @Test
    void debuggerStopsStepsAndEvaluates() throws Exception {
        int port = freePort();
        Source source = program(3);
        try (Context context = context()
                .option("dap", "127.0.0.1:" + port)
                .option("dap.Suspend", "false")
                .option("dap.WaitAttached", "true")
                .build()) {
            CompletableFuture<Void> session = CompletableFuture.runAsync(
                    () -> debug(port, source.getPath()), task -> Thread.ofPlatform().daemon().start(task));
            context.eval(source);
            session.join();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("DAP client connection thread")) {
                    thread.join();
                }
            }
        }
    }

    private static void debug(int port, String path) {
        try (DebuggerClient client = DebuggerClient.connect(port)) {
            client.request("initialize", "{\"adapterID\": \"test\", \"linesStartAt1\": true}");
            client.send("attach", "{}");
            client.event("initialized");
            JsonNode set = client.request("setBreakpoints",
                    "{\"source\": {\"path\": \"" + path + "\"}, \"breakpoints\": [{\"line\": 5, \"condition\": \"by == 2\"}]}");
            assertThat(set.at("/breakpoints/0/line").asInt()).isEqualTo(5);
            client.send("configurationDone", "{}");
            int thread = client.event("stopped").at("/threadId").asInt();
            JsonNode frames = client.request("stackTrace", "{\"threadId\": " + thread + "}").at("/stackFrames");
            assertThat(texts(frames, "name")).containsExactly("Counter.add", "work", "(top level)");
            assertThat(frames.at("/0/line").asInt()).isEqualTo(5);
            int innermost = frames.at("/0/id").asInt();
            assertThat(client.evaluate(innermost, "before + by * 10")).isEqualTo("21");
            assertThat(client.evaluate(innermost, "this.total")).isEqualTo("1");
            assertThat(client.evaluate(innermost, "new Counter().add(40) + 2")).isEqualTo("42");
            assertThat(client.evaluate(innermost, "\"by is \" + by")).contains("by is 2");
            assertThat(client.evaluate(frames.at("/1/id").asInt(), "rounds - i")).isEqualTo("1");
            JsonNode scopes = client.request("scopes", "{\"frameId\": " + innermost + "}").at("/scopes");
            JsonNode variables = client.request("variables",
                    "{\"variablesReference\": " + scopes.at("/0/variablesReference").asInt() + "}").at("/variables");
            assertThat(texts(variables, "name")).contains("by", "before");
            client.send("next", "{\"threadId\": " + thread + "}");
            client.event("stopped");
            frames = client.request("stackTrace", "{\"threadId\": " + thread + "}").at("/stackFrames");
            assertThat(frames.at("/0/line").asInt()).isEqualTo(6);
            assertThat(client.evaluate(frames.at("/0/id").asInt(), "this.total")).isEqualTo("3");
            client.send("continue", "{\"threadId\": " + thread + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false).map(n -> n.get(field).asText()).toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
