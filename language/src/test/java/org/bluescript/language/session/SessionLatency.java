package org.bluescript.language.session;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import org.bluescript.language.modules.MemoryModules;

/** How long evaluation takes, as a command: the median and the range of 30 lines of each kind, behind 300 of them. */
public final class SessionLatency {
    private static final int COUNT = 30;

    private SessionLatency() {}

    public static void main(String[] arguments) {
        int declared = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        try (Session session = Session.of(
                MemoryModules.of(Map.of()), OutputStream.nullOutputStream(), OutputStream.nullOutputStream())) {
            for (int i = 0; i < declared; i++) {
                session.evaluate("function older" + i + "(a: integer) { let s = 0; for (let i = 0; i < a; i++) s += i; return s }");
            }
            session.evaluate("let x = 0");
            session.evaluate("function untyped(a, b) { return a + b }");
            measure(session, "x = 1 + 2", i -> "x = 1 + 2");
            measure(session, "a function of 10 lines", SessionLatency::function);
            measure(session, "the same function again", i -> function(0).replace("s * 3", "s * " + (i + 4)));
            measure(session, "a call without types", i -> "untyped(" + i + ", 2)");
            measure(session, "a class", i -> "class C" + i + " { x = 1; y = 2.0; sum() { return this.x + this.y } }");
            measure(session, "text", i -> "print(\"hello " + i + "\")");
            measure(session, "an array", i -> "[1, 2, " + i + "].map(n => n * 2)");
        }
    }

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

    private static void measure(Session session, String name, IntFunction<String> line) {
        double[] millis = new double[COUNT];
        for (int i = 0; i < 300 + COUNT; i++) {
            long start = System.nanoTime();
            Outcome outcome = session.evaluate(line.apply(i));
            if (!(outcome instanceof Outcome.Value || outcome instanceof Outcome.Done)) {
                throw new IllegalStateException(name + ": " + outcome);
            }
            if (i >= 300) {
                millis[i - 300] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf("%-26s %7.2f ms (%.2f to %.2f)%n", name, millis[COUNT / 2], millis[0], millis[COUNT - 1]);
    }
}
