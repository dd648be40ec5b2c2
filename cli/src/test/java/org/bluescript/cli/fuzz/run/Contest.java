package org.bluescript.cli.fuzz.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bluescript.backend.NativeProgram;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.shadow.heap.HeapState;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** Interpreter against device: the same program on both, and whether they agree. One thread at a time. */
public final class Contest implements AutoCloseable {
    private static final String MODULE = "main";

    /** The line before a module. */
    private static final String MARK = "// module ";

    private final HostRunner host;
    private final DeviceRunner device;
    private final Stopwatch stopwatch;

    private Contest(HostRunner host, DeviceRunner device, Stopwatch stopwatch) {
        this.host = host;
        this.device = device;
        this.stopwatch = stopwatch;
    }

    /** On this board, which is booted. Under stress it must be the STM32F405. */
    public static Contest open(String board, boolean stressed, Stopwatch stopwatch) {
        return new Contest(new HostRunner(), new DeviceRunner(board, stressed), stopwatch);
    }

    /**
     * The program of a text; empty if it has mistakes, which go to {@code diagnostics}. A line {@code // module NAME} begins
     * another module. Lines count from the beginning of the whole text.
     */
    public static Optional<TypedProgram> check(String text, Diagnostics diagnostics) {
        MemoryModules modules = MemoryModules.of(modules(text));
        return ProgramChecker.check(modules.module(MODULE), modules, diagnostics);
    }

    private static Map<String, String> modules(String text) {
        Map<String, StringBuilder> modules = new HashMap<>(Map.of(MODULE, new StringBuilder()));
        StringBuilder module = modules.get(MODULE);
        int count = 0;
        for (String line : text.split("\n")) {
            if (line.startsWith(MARK)) {
                module = modules.computeIfAbsent(line.substring(MARK.length()), n -> new StringBuilder());
                module.setLength(0);
                module.append("\n".repeat(count));
            }
            module.append(line).append('\n');
            count++;
        }
        Map<String, String> texts = new HashMap<>();
        modules.forEach((name, lines) -> texts.put(name, lines.toString()));
        return texts;
    }

    /**
     * A program that both can run, as often as one likes.
     *
     * @param variant the program that the device runs, which must mean the same
     */
    public record Entry(TypedProgram typed, TypedProgram variant, NativeProgram compiled) {
        /** Whether both run the very same program, so that it can lie in memory in the same way. */
        boolean isSame() {
            return typed == variant;
        }
    }

    /** @param specialised what the device is to run in the place of a program */
    public Entry compile(TypedProgram typed, UnaryOperator<TypedProgram> specialised, Effort effort) throws Exception {
        TypedProgram variant = specialised.apply(typed);
        return new Entry(typed, variant, stopwatch.time("compiled", () -> device.compile(variant, effort)));
    }

    /** Runs it on both sides, and compares. */
    public Verdict decide(Entry entry, Stress stress) throws Exception {
        Optional<PlacedProgram> place = entry.isSame() ? Optional.of(device.place(entry.compiled())) : Optional.empty();
        Outcome interpreted = stopwatch.time("interpreted", () -> host.run(entry.typed(), place, stress));
        stopwatch.time("loaded", () -> {
            device.load(entry.compiled(), stress);
            return null;
        });
        Outcome compiled = stopwatch.time("run on the board", () -> device.run(entry.variant(), entry.compiled()));
        return new Verdict(interpreted, compiled,
                stopwatch.time("compared", () -> difference(entry, stress, interpreted, compiled)));
    }

    private static Optional<String> difference(Entry entry, Stress stress, Outcome host, Outcome device) {
        // An endless recursion that allocates: the interpreter has more stack than the device, so that it gets further.
        if (endsWith(host, RunTimeErrorKind.MEMORY) && endsWith(device, RunTimeErrorKind.STACK)) {
            return Optional.empty();
        }
        // A collection on the device keeps what a register or a dead slot of the stack still points to, and one on the host what
        // variables hold that are not read any more: with both nearly full, the one or the other comes to the end of its memory first.
        boolean collected = host.collections() > 0 && device.collections() > 0;
        boolean ends = endsWith(host, RunTimeErrorKind.MEMORY) || endsWith(device, RunTimeErrorKind.MEMORY);
        if (collected && ends && isNearlyFull(host) && isNearlyFull(device)) {
            return Optional.empty();
        }
        // Long code leaves a variant a small heap; the host lays out the program itself, without any code.
        if (!entry.isSame() && endsWith(device, RunTimeErrorKind.MEMORY) && size(device.heap()) < host.peak()) {
            return Optional.empty();
        }
        return differing("ending", ending(host), ending(device))
                .or(() -> lines("output", host.output(), device.output()))
                .or(() -> lines("output of errors", host.errors(), device.errors()))
                .or(() -> memory(entry, host, device))
                .or(() -> entry.isSame() ? heap(entry.typed(), host, device) : Optional.empty())
                .or(() -> stress.failing() > 0 ? consistency(host, device) : Optional.empty());
    }

    private static boolean isNearlyFull(Outcome outcome) {
        return outcome.peak() > size(outcome.heap()) / 4 * 3;
    }

    /** In bytes. */
    private static int size(HeapState heap) {
        return heap.end() - heap.base();
    }

    /** An error that was caught and thrown on is one that the program throws, with the same message. */
    private static boolean endsWith(Outcome outcome, RunTimeErrorKind kind) {
        return outcome.failure().filter(f -> f.kind() == kind || f.message().equals(kind.message())).isPresent();
    }

    /** After an error that nobody catches the device's memory may lack what the C compiler had not stored yet. */
    private static Optional<String> memory(Entry entry, Outcome host, Outcome device) {
        if (host.failure().isPresent()) {
            return Optional.empty();
        }
        Optional<String> difference = entry.isSame()
                ? GraphComparison.of(entry.typed(), host.memory(), device.memory())
                : ValueComparison.of(entry.typed(), host.memory(), entry.variant(), device.memory());
        return difference.map(d -> "memory: " + d);
    }

    /**
     * Without a collection both have the same bytes; but a specialised program makes fewer boxes. After an error that nobody catches, they may not have been stored yet, but
     * the same cells have been taken.
     */
    private static Optional<String> heap(TypedProgram typed, Outcome host, Outcome device) {
        if (host.collections() > 0 || device.collections() > 0) {
            return Optional.empty();
        }
        Optional<String> difference = host.failure().isPresent()
                ? HeapBytes.differentCells(typed, host, device)
                : HeapBytes.difference(typed, host, device);
        return difference.map(d -> "heap: " + d).or(() -> differing("peak", host.peak(), device.peak()));
    }

    private static Optional<String> consistency(Outcome host, Outcome device) {
        return HeapCheck.of(host.memory(), host.heap()).map(w -> "heap of the interpreter: " + w)
                .or(() -> HeapCheck.of(device.memory(), device.heap()).map(w -> "heap of the device: " + w));
    }

    private static String ending(Outcome outcome) {
        return outcome.failure().map(Outcome.Failure::toString).orElse("(no error)");
    }

    /** The first line that differs. */
    private static Optional<String> lines(String what, String host, String device) {
        List<String> hostLines = host.lines().toList();
        List<String> deviceLines = device.lines().toList();
        for (int i = 0; i < Math.max(hostLines.size(), deviceLines.size()); i++) {
            String hostLine = i < hostLines.size() ? hostLines.get(i) : "(nothing)";
            String deviceLine = i < deviceLines.size() ? deviceLines.get(i) : "(nothing)";
            if (!hostLine.equals(deviceLine)) {
                return differing(what + ", line " + (i + 1), hostLine, deviceLine);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differing(String what, Object host, Object device) {
        return host.equals(device)
                ? Optional.empty()
                : Optional.of("%s: interpreted %s, native %s".formatted(what, host, device));
    }

    @Override
    public void close() {
        device.close();
    }
}
