package org.bluescript.cli.session;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bluescript.cli.Installation;
import org.bluescript.language.profile.Mover;
import org.bluescript.language.session.Outcome;
import org.bluescript.language.session.Session;
import org.bluescript.link.board.Boards;

/** How long lines take that need the board, as a command: the median and the range of 30 of each kind, behind others of them. */
public final class LineBoardLatency {
    private static final int COUNT = 30;

    private LineBoardLatency() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Installation.home();
        DeviceChoice choice = DeviceChoice.of(home, Boards.DEFAULT, Optional.empty());
        int before = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (LineBoard board = LineBoard.of(home, choice, System.err::println);
                Session session = Session.in(Path.of(""), nowhere, nowhere, board, Mover.NONE)) {
            board.start();
            run(session, "function twice(n: integer): integer { let r = 0; code`${r} = ${n} * 2;`; return r }");
            run(session, "let list: integer[] = []");
            run(session, "function longer(n: integer) { code`;`; list.push(n) }");
            run(session, "twice(1)");
            run(session, "function onHost(n: integer) { return n * 2 }");
            measure(session, before, "a call on the host", i -> "onHost(" + i + ")");
            measure(session, before, "a call on the board", i -> "twice(" + i + ")");
            measure(session, before, "a call that changes the heap", i -> "longer(" + i + ")");
            measure(session, before, "x = 1 + 2", i -> "1 + 2");
            double[] declared = new double[COUNT];
            double[] called = new double[COUNT];
            double[] again = new double[COUNT];
            for (int i = -before / 4; i < COUNT; i++) {
                String text = "function f" + (i & 7) + "(n: integer): integer { let r = " + i + "; code`${r} += ${n};`; return r }";
                double declaring = run(session, text);
                double calling = run(session, "f" + (i & 7) + "(1)");
                double callingAgain = run(session, "f" + (i & 7) + "(1)");
                if (i >= 0) {
                    declared[i] = declaring;
                    called[i] = calling;
                    again[i] = callingAgain;
                }
            }
            show("declaring a function with inline C", declared);
            show("its first call, at once", called);
            show("its second call", again);
            measure(session, before / 4, "a class", i -> "class C" + i % 8 + " { x = " + i + "; sum() { return this.x } }");
        }
    }

    private static double run(Session session, String line) {
        long start = System.nanoTime();
        Outcome outcome = session.evaluate(line);
        if (!(outcome instanceof Outcome.Value || outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(line + ": " + outcome);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static void measure(Session session, int before, String name, IntFunction<String> line) {
        double[] millis = new double[COUNT];
        for (int i = 0; i < before + COUNT; i++) {
            double taken = run(session, line.apply(i));
            if (i >= before) {
                millis[i - before] = taken;
            }
        }
        show(name, millis);
    }

    private static void show(String name, double[] millis) {
        Arrays.sort(millis);
        System.out.printf("%-36s %7.2f ms  (%.2f to %.2f)%n", name, millis[COUNT / 2], millis[0], millis[COUNT - 1]);
    }
}
