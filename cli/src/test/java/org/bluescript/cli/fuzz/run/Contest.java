package org.bluescript.cli.fuzz.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.backend.NativeProgram;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** Interpreter against device: the same program on both, and whether they agree. */
public final class Contest implements AutoCloseable {
    private static final String MODULE = "main";

    private final HostRunner host;
    private final DeviceRunner device;
    private final Stopwatch stopwatch = new Stopwatch();
    private long bytes;

    private Contest(HostRunner host, DeviceRunner device) {
        this.host = host;
        this.device = device;
    }

    /** On this board, which is booted. Under stress it must be the STM32F405. */
    public static Contest open(String board, boolean stressed) {
        return new Contest(new HostRunner(), new DeviceRunner(board, stressed));
    }

    /** The program of one module; empty if it has mistakes, which go to {@code diagnostics}. */
    public static Optional<TypedProgram> check(String text, Diagnostics diagnostics) {
        MemoryModules modules = MemoryModules.of(Map.of(MODULE, text));
        return ProgramChecker.check(modules.module(MODULE), modules, diagnostics);
    }

    /** A program that the interpreter has run and the device can run. */
    public record Entry(TypedProgram typed, Stress stress, Outcome interpreted, NativeProgram compiled) {}

    /** What needs no device; any thread may do it, one at a time. */
    public Entry prepare(TypedProgram typed, Stress stress) throws Exception {
        Outcome interpreted = stopwatch.time("interpreted", () -> host.run(typed, stress));
        return new Entry(typed, stress, interpreted, stopwatch.time("compiled", () -> device.compile(typed)));
    }

    /** The same program again under other stress. */
    public Entry again(Entry entry, Stress stress) {
        return new Entry(entry.typed(), stress, host.run(entry.typed(), stress), entry.compiled());
    }

    public Outcome interpret(TypedProgram typed, Stress stress) {
        return host.run(typed, stress);
    }

    /** Runs it on the device, and compares. */
    public Verdict decide(Entry entry) throws Exception {
        Outcome interpreted = entry.interpreted();
        bytes += stopwatch.time("sent", () -> device.load(entry.compiled(), entry.stress()));
        Outcome compiled = stopwatch.time("run on the board", () -> device.run(entry.typed(), entry.compiled()));
        return new Verdict(interpreted, compiled,
                stopwatch.time("compared", () -> difference(entry, interpreted, compiled)));
    }

    /** Sent to the device so far. */
    public long bytes() {
        return bytes;
    }

    /** Where the time went. */
    public Stopwatch stopwatch() {
        return stopwatch;
    }

    private static Optional<String> difference(Entry entry, Outcome host, Outcome device) {
        return differing("ending", ending(host), ending(device))
                .or(() -> lines("output", host.output(), device.output()))
                .or(() -> lines("output of errors", host.errors(), device.errors()))
                .or(() -> memory(entry.typed(), host, device))
                .or(() -> useOfHeap(host, device))
                .or(() -> entry.stress().failing() > 0 ? consistency(host, device) : Optional.empty());
    }

    /** After an error that nobody catches the device's memory may lack what the C compiler had not stored yet. */
    private static Optional<String> memory(TypedProgram typed, Outcome host, Outcome device) {
        return host.failure().isPresent()
                ? Optional.empty()
                : GraphComparison.of(typed, host.memory(), device.memory()).map(d -> "memory: " + d);
    }

    /**
     * Without a collection both have used the same. Afterwards not: the heaps are of different sizes, and the device holds what
     * a stale word on its stack points at.
     */
    private static Optional<String> useOfHeap(Outcome host, Outcome device) {
        if (host.collections() > 0 || device.collections() > 0) {
            return Optional.empty();
        }
        return differing("peak", host.peak(), device.peak());
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
