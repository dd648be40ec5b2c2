package org.bluescript.backend.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bluescript.backend.Firmware;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.debug.CodeImage;
import org.bluescript.backend.debug.Frame;
import org.bluescript.backend.debug.Registers;
import org.bluescript.backend.debug.StackMemory;
import org.bluescript.backend.debug.StackTrace;
import org.bluescript.backend.debug.StackUnwinder;
import org.bluescript.backend.emit.Site;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/** Finds out what a stop of a program means in its source. */
public final class ErrorLocator {
    private static final String PROGRAM = "program";
    private static final String FIRMWARE = "firmware";

    /** The site number of errors that the runtime raises on behalf of its caller ({@code BS_SITE_NONE}). */
    private static final int NO_SITE = 0xfff;

    /** Site numbers have 12 bits; in greater programs several sites share one. */
    private static final int SITES = 0x1000;

    private final NativeProgram program;
    private final Region stack;
    private final StackUnwinder unwinder;
    private final Map<String, TypedFunction> functions = new HashMap<>();

    public ErrorLocator(TypedProgram source, NativeProgram program, Firmware firmware) {
        this.program = program;
        this.stack = firmware.memoryMap().stack();
        CodeImage compiled = CodeImage.of(PROGRAM, program.image());
        CodeImage runtime = CodeImage.of(FIRMWARE, firmware.elf());
        this.unwinder = new StackUnwinder(List.of(compiled, runtime), firmware.returnAddress());
        for (TypedFunction function : source.functions().values()) {
            functions.put(program.layout().code().direct(function.id()), function);
        }
    }

    /** {@code memory} shows the device's memory, which must be as it was when the program stopped. */
    public RunTimeError locate(Stop stop, StackMemory memory) {
        RunTimeErrorKind kind = RunTimeErrorKind.of(stop.error()).orElse(RunTimeErrorKind.FAULT);
        Registers registers = stop.registers();
        StackTrace trace = registers.get(Registers.PC).isPresent()
                ? unwinder.unwind(registers, memory)
                : unwinder.unwindOverflow(registers, stack.end().bits(), memory);
        List<StackFrame> innermost = frames(trace.innermost());
        List<StackFrame> outermost = frames(trace.outermost());
        Optional<Span> place = Stream.concat(innermost.stream(), outermost.stream())
                .flatMap(f -> f.place().stream())
                .findFirst();
        return new RunTimeError(
                kind,
                message(kind, stop),
                site(kind, stop, place).or(() -> place),
                innermost,
                trace.omitted(),
                outermost);
    }

    private static String message(RunTimeErrorKind kind, Stop stop) {
        if (stop.assertion().isEmpty()) {
            return kind.message();
        }
        return switch (kind) {
            case ASSERT -> kind.message() + ": " + stop.assertion();
            case TYPE -> stop.assertion();
            default -> kind.message();
        };
    }

    /** The exact place of a trap: of the sites with its number, the one on the line where the program counter is. */
    private Optional<Span> site(RunTimeErrorKind kind, Stop stop, Optional<Span> line) {
        if (stop.site() == NO_SITE || kind.code() >= RunTimeErrorKind.STACK.code()) {
            return Optional.empty();
        }
        List<Site> sites = program.unit().sites();
        List<Span> candidates = IntStream.iterate(stop.site(), i -> i < sites.size(), i -> i + SITES)
                .mapToObj(sites::get)
                .filter(s -> s.kind() == kind)
                .map(Site::span)
                .filter(span -> !span.file().isBuiltIn())
                .toList();
        return candidates.stream()
                .filter(c -> line.isPresent() && sameLine(c, line.get()))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean sameLine(Span a, Span b) {
        return a.file() == b.file() && a.position().line() == b.position().line();
    }

    /** The calls that the user has written: without the runtime, the entry and what the emitter has put between. */
    private List<StackFrame> frames(List<Frame> frames) {
        List<StackFrame> calls = new ArrayList<>();
        Frame before = null;
        for (Frame frame : frames) {
            TypedFunction function = functions.get(base(frame.function()));
            if (frame.image().equals(PROGRAM) && function != null && !isRestOf(before, frame, function)) {
                calls.add(new StackFrame(
                        function.displayName(), place(frame).filter(p -> !p.file().isBuiltIn())));
            }
            before = frame;
        }
        return calls;
    }

    /**
     * The C compiler may cut a function in two, and inline both: the parts look like a function that calls itself. No program
     * does so from the line of its header, where the compiler puts the cut.
     */
    private boolean isRestOf(Frame before, Frame frame, TypedFunction function) {
        return before != null
                && before.inlined()
                && base(before.function()).equals(base(frame.function()))
                && place(frame).filter(p -> sameLine(p, function.span())).isPresent()
                && !place(frame).equals(place(before));
    }

    private Optional<Span> place(Frame frame) {
        return frame.line().flatMap(l -> Optional.ofNullable(program.unit().place(l.line())));
    }

    /** The C compiler calls its variants of a function {@code name.constprop.0} and the like. */
    private static String base(String function) {
        int dot = function.indexOf('.');
        return dot < 0 ? function : function.substring(0, dot);
    }
}
