package org.bluescript.cli.bench.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluescript.cli.bench.Benchmark;
import org.bluescript.cli.bench.Figure;

/**
 * MicroPython, by its raw REPL: Ctrl-A begins it, Ctrl-D ends a piece of code, which is answered by "OK", what it prints, Ctrl-D,
 * what went wrong, and Ctrl-D again; Ctrl-D alone is a soft reset.
 *
 * <p>The raw REPL says nothing while it reads, and a UART without flow control loses what comes too fast. So a program is sent in
 * portions of a few characters, each an assignment of its own, which must be answered before the next: fewer bytes are then on
 * their way than the smallest buffer takes.
 */
final class MicroPython implements Prompt {
    private static final String INTERRUPT = "\r\003\003";
    private static final String RAW_MODE = "\r\001";
    private static final String END = "\004";
    private static final String READY = "raw REPL; CTRL-B to exit\r\n>";
    private static final Pattern CLASS = Pattern.compile("^class (\\w+).*:\n(?= def )");
    private static final int PORTION = 32;
    private static final int TRIES = 5;

    /**
     * What counts, where it is a known chip that is emulated; and else a clock.
     *
     * @param setup defines {@code _c()}
     * @param mask by which a difference of two of its values is right even if it began anew between them
     * @param instructions for each count
     */
    private record Counter(Figure figure, String setup, String mask, double instructions) {
        /** TIM2 of an STM32F4, which counts nanoseconds of virtual time: instructions, at {@code -icount shift=0}. */
        static final Counter STM32 = new Counter(Figure.INSTRUCTIONS, """
                import machine
                _m=machine.mem32
                _m[0x40023840]|=1
                _m[0x40000028]=0
                _m[0x4000002c]=0xffffffff
                _m[0x40000014]=1
                _m[0x40000000]=1
                def _c():
                 return _m[0x40000024]
                """, "0xffffffff", 1);

        /** TIMER2 of an nRF51, which counts microseconds; at {@code -icount shift=6} an instruction takes 64 ns. */
        static final Counter NRF51 = new Counter(Figure.INSTRUCTIONS, """
                import machine
                _m=machine.mem32
                _m[0x4000a508]=3
                _m[0x4000a510]=4
                _m[0x4000a00c]=1
                _m[0x4000a000]=1
                def _c():
                 _m[0x4000a040]=1
                 return _m[0x4000a540]
                """, "0xffffffff", 1000.0 / 64);

        static final Counter CLOCK = new Counter(Figure.MICROSECONDS, """
                from utime import ticks_us as _c
                """, "0x3fffffff", 1);

        static Counter of(String platform, boolean emulated) {
            return switch (platform) {
                case "microbit" -> emulated ? NRF51 : CLOCK;
                case "pyboard" -> emulated ? STM32 : CLOCK;
                default -> CLOCK;
            };
        }
    }

    private final Wire wire;
    private final boolean emulated;
    private final Duration patience;
    private Counter counter = Counter.CLOCK;

    /**
     * @param emulated whether nothing counts but instructions: virtual time
     * @param patience how long the peer may take for an answer, unless it runs a program
     */
    MicroPython(Wire wire, boolean emulated, Duration patience) {
        this.wire = wire;
        this.emulated = emulated;
        this.patience = patience;
    }

    @Override
    public Path program(Benchmark benchmark) {
        return benchmark.python();
    }

    @Override
    public String greet() throws PeerFailure {
        for (int i = 1;; i++) {
            wire.write(INTERRUPT + RAW_MODE);
            try {
                wire.readUntil(READY, patience.dividedBy(TRIES));
                break;
            } catch (PeerFailure e) {
                if (i == TRIES) {
                    throw PeerFailure.lost("MicroPython's raw REPL does not begin: " + e.getMessage());
                }
            }
        }
        reset();
        String[] said = perform("import sys\nprint(sys.platform,sys.implementation)\n", patience).strip().split(" ", 2);
        counter = Counter.of(said[0], emulated);
        return said[0] + said[said.length - 1].replaceAll("[^(]*\\(name='?micropython'?, version=\\((\\d+), (\\d+), (\\d+).*", ", MicroPython $1.$2.$3")
                + (emulated ? ", emulated" : "");
    }

    private void reset() throws PeerFailure {
        wire.write(END);
        wire.readUntil("soft reboot", patience);
        wire.readUntil(READY, patience);
    }

    @Override
    public void load(String program) throws PeerFailure {
        reset();
        perform(counter.setup(), patience);
        for (String part : parts(program)) {
            perform(part, patience);
        }
        execute("p=0", patience);
    }

    /** What is sent of a program, part by part. */
    static List<String> parts(String program) {
        return ProgramText.pieces(program, "#").stream().flatMap(piece -> methods(piece).stream()).toList();
    }

    /**
     * A class as parts that compile one by one, in less memory: one without methods, and each method as a function that becomes one.
     * So a method must not call {@code super()}, which knows its class only in the midst of it.
     */
    private static List<String> methods(String piece) {
        Matcher head = CLASS.matcher(piece);
        if (!head.find()) {
            return List.of(piece);
        }
        List<String> parts = new ArrayList<>(List.of(head.group() + " pass\n"));
        for (String method : piece.substring(head.end()).split("(?m)^ (?=def )")) {
            if (!method.isEmpty()) {
                String name = method.substring("def ".length(), method.indexOf('('));
                parts.add(method.replaceAll("(?m)^ ", "") + head.group(1) + "." + name + "=" + name + "\n");
            }
        }
        return parts;
    }

    @Override
    public Outcome run() throws PeerFailure {
        execute("import gc\ngc.collect()", patience);
        execute("_a=_c()\n_r=run()\n_b=_c()", RUNNING); // not from exec(), which takes a good part of a small stack
        String right = execute("print(right(_r))", patience).strip();
        String result = execute("print(_r)", patience).strip();
        long ticks = number(execute("print((_b-_a)&" + counter.mask() + ")", patience).strip());
        return new Outcome(result, right.equals("True"), counter.figure(), Math.round(ticks * counter.instructions()));
    }

    private static long number(String text) throws PeerFailure {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw PeerFailure.said("its counter says \"" + text + "\"");
        }
    }

    /** Sends code portion by portion, and then executes it; the result is what it prints. */
    private String perform(String code, Duration limit) throws PeerFailure {
        execute("p=''", patience);
        for (String portion : portions(code)) {
            execute("p+='" + portion + "'", patience);
        }
        String length = execute("print(len(p))", patience).strip();
        if (!length.equals(String.valueOf(code.length()))) {
            throw PeerFailure.lost("characters were lost on the way: %s of %d arrived".formatted(length, code.length()));
        }
        return execute("exec(p)", limit);
    }

    /** Parts of a string literal, none of which ends in the midst of an escape sequence. */
    private static List<String> portions(String code) {
        List<String> portions = new ArrayList<>();
        StringBuilder portion = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            switch (c) {
                case '\n' -> portion.append("\\n");
                case '\\', '\'' -> portion.append('\\').append(c);
                default -> portion.append(c);
            }
            if (portion.length() >= PORTION) {
                portions.add(portion.toString());
                portion.setLength(0);
            }
        }
        portions.add(portion.toString());
        return portions;
    }

    /** Executes a few characters of code; the result is what they print. */
    private String execute(String code, Duration limit) throws PeerFailure {
        wire.write(code + END);
        wire.readUntil("OK", patience);
        String printed = wire.readUntil(END, limit);
        String trace = wire.readUntil(END, patience);
        wire.readUntil(">", patience);
        if (!trace.isBlank()) {
            String error = trace.strip().lines().toList().getLast();
            throw PeerFailure.said(error.startsWith("MemoryError") ? "out of memory (" + error + ")" : error);
        }
        return printed;
    }
}
