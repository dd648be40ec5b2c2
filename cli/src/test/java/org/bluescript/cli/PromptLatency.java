package org.bluescript.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * How long the prompt takes from Enter to the next prompt, as a command: the real prompt on a pseudo-terminal that {@code script} makes, the
 * median and the range of 30 lines of each kind, behind others of them. A number of those can be given.
 */
public final class PromptLatency implements AutoCloseable {
    private static final int COUNT = 30;
    /** What the line editor writes when it begins to read, before the prompt itself. */
    private static final String READING = "\u001b[?2004h";

    private final Process process;
    private final BufferedReader output;
    private final OutputStream keys;

    private PromptLatency() throws IOException {
        Path state = Files.createTempDirectory("bluescript-latency");
        String command = "stty rows 40 cols 100; exec '" + Installation.home().resolve("bluescript") + "'";
        ProcessBuilder builder = new ProcessBuilder("script", "-qfec", command, "/dev/null");
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().put("TERM", "xterm");
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.redirectErrorStream(true).start();
        output = process.inputReader(StandardCharsets.UTF_8);
        keys = process.getOutputStream();
        await(READING);
    }

    public static void main(String[] arguments) throws IOException {
        int before = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        try (PromptLatency prompt = new PromptLatency()) {
            prompt.enter("let x = 0");
            prompt.enter("function untyped(a, b) { return a + b }");
            prompt.enter("function bound(n: integer): integer { let r = 0; code`${r} = ${n} * 2;`; return r }");
            prompt.enter("bound(1)");
            prompt.measure("x = 1 + 2", before, i -> "x = 1 + 2");
            prompt.measure("a call without types", before, i -> "untyped(" + i + ", 2)");
            prompt.measure("a call on the board", before, i -> "bound(" + i + ")");
            prompt.measureFirstCalls("a first call on the board", before / 10);
            prompt.measure("a function of 10 lines", before, PromptLatency::function);
            prompt.measure("a class", before, i -> "class C" + i + " { x = 1; y = 2.0; sum() { return this.x + this.y } }");
        }
    }

    /** As it arrives by a paste, in lines. */
    private static String function(int i) {
        return """
                function work%d(n: integer, step: integer): integer {
                    let s = 0
                    for (let i = 0; i < n; i += step) {
                        if (i %% 3 == 0) {
                            s += i
                        } else {
                            s = s * 3 - i
                        }
                    }
                    return s
                }""".formatted(i);
    }

    /** Enters a line; the time is that of the last Enter in it, in milliseconds. */
    private double enter(String text) throws IOException {
        // Between these marks, what comes is pasted: the editor puts it in at once and goes on with what is typed.
        type("\u001b[200~" + text + "\u001b[201~");
        long start = System.nanoTime();
        type("\r");
        await(READING);
        return (System.nanoTime() - start) / 1e6;
    }

    private void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private void await(String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int c = output.read();
            if (c < 0) {
                throw new IOException("the prompt has ended: " + seen);
            }
            seen.append((char) c);
        }
    }

    private void measure(String name, int before, IntFunction<String> line) throws IOException {
        double[] millis = new double[COUNT];
        for (int i = 0; i < before + COUNT; i++) {
            double taken = enter(line.apply(i));
            if (i >= before) {
                millis[i - before] = taken;
            }
        }
        show(name, millis);
    }

    /** Each call follows at once on the line that declares its function. */
    private void measureFirstCalls(String name, int before) throws IOException {
        double[] millis = new double[COUNT];
        for (int i = 0; i < before + COUNT; i++) {
            enter("function fresh(n: integer): integer { let r = " + i + "; code`${r} += ${n};`; return r }");
            double taken = enter("fresh(1)");
            if (i >= before) {
                millis[i - before] = taken;
            }
        }
        show(name, millis);
    }

    private static void show(String name, double[] millis) {
        Arrays.sort(millis);
        System.out.printf("%-26s %7.2f ms (%.2f to %.2f)%n", name, millis[COUNT / 2], millis[0], millis[COUNT - 1]);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
