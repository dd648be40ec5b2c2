package org.bluescript.backend.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bluescript.backend.Firmware;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.debug.CodeImage;
import org.bluescript.backend.debug.Frame;
import org.bluescript.backend.debug.Registers;
import org.bluescript.backend.debug.StackMemory;
import org.bluescript.backend.debug.StackTrace;
import org.bluescript.backend.debug.StackUnwinder;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/** Finds out what a stop of a program means in its source. */
public final class ErrorLocator {
    private static final String PROGRAM = "program";
    private static final String FIRMWARE = "firmware";

    /** The runtime's function between the body of a {@code try} and the function that has the statement: both are one call. */
    private static final String TRY = "bs_try";

    /** {@code udf.w}, but for its immediate. */
    private static final int TRAP = 0xf7f0a000;

    private static final int TRAP_MASK = 0xfff0f000;

    private final Region stack;
    private final int programBase;
    private final List<TracedCode> code;
    private final StackUnwinder unwinder;

    public ErrorLocator(TypedProgram source, NativeProgram program, Firmware firmware) {
        this(List.of(new TracedCode(PROGRAM, source, program.layout().code(), program.unit(), program.image())), firmware);
    }

    /** @param code all that may be on the device, the newest first where one has come into the place of another */
    public ErrorLocator(List<TracedCode> code, Firmware firmware) {
        this.code = List.copyOf(code);
        this.stack = firmware.memoryMap().stack();
        this.programBase = firmware.memoryMap().program().base().bits();
        List<CodeImage> images = new ArrayList<>();
        code.forEach(c -> images.add(c.image()));
        images.add(CodeImage.of(FIRMWARE, firmware.elf()));
        this.unwinder = new StackUnwinder(images, firmware.returnAddress());
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
        if (kind == RunTimeErrorKind.THROWN) {
            Optional<RunTimeError> thrown = registers.get(0).stream()
                    .mapToObj(object -> ThrownError.read(object, memory))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(e -> new RunTimeError(
                            e.kind(), e.report(), origin(e), innermost, trace.omitted(), outermost));
            if (thrown.isPresent()) {
                return thrown.get();
            }
        }
        Optional<Span> place = Stream.concat(innermost.stream(), outermost.stream())
                .flatMap(f -> f.place().stream())
                .findFirst();
        return new RunTimeError(
                kind,
                message(kind, stop),
                site(kind, stop.site(), trace, place).or(() -> place),
                innermost,
                trace.omitted(),
                outermost);
    }

    /** The calls in progress of a program that runs, the innermost first: as far as the registers and {@code memory} show them. */
    public List<StackFrame> calls(Registers registers, StackMemory memory) {
        return frames(unwinder.unwind(registers, memory).innermost());
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

    /** The exact place of a trap: in the code that is innermost on the stack. */
    private Optional<Span> site(RunTimeErrorKind kind, int number, StackTrace trace, Optional<Span> line) {
        return Stream.concat(trace.innermost().stream(), trace.outermost().stream())
                .flatMap(frame -> code(frame).stream())
                .findFirst()
                .or(() -> code.stream().findFirst())
                .flatMap(c -> c.site(kind, number, line));
    }

    /** Where the error was thrown or raised first, which the device tells by an address of the program's own code. */
    private Optional<Span> origin(ThrownError error) {
        int place = ErrorLayout.place(error.origin());
        if (place == 0) {
            return Optional.empty();
        }
        int address = programBase & -1 << ErrorLayout.ORIGIN_PLACE_BITS | place;
        boolean isReturnAddress = (address & 1) != 0;
        int within = isReturnAddress ? address - 2 : address;
        Optional<TracedCode> origin = code.stream().filter(c -> c.image().contains(within)).findFirst();
        Optional<Span> line = origin.flatMap(c -> c.locate(within));
        int instruction = isReturnAddress ? 0 : origin.map(c -> c.instruction(address)).orElse(0);
        return (instruction & TRAP_MASK) == TRAP
                ? origin.flatMap(c -> c.site(error.kind(), instruction & TracedCode.NO_SITE, line)).or(() -> line)
                : line;
    }

    /** The program's code that a frame is of; none for the firmware's. */
    private Optional<TracedCode> code(Frame frame) {
        return code.stream().filter(c -> c.image().name().equals(frame.image())).findFirst();
    }

    private Optional<TypedFunction> function(Frame frame) {
        return frame == null ? Optional.empty() : code(frame).flatMap(c -> c.function(frame.function()));
    }

    /**
     * The calls that the user has written: without the runtime, the entry and what the emitter has put between. An error may have left
     * the body of a {@code try} and not have reached the function around it.
     */
    private List<StackFrame> frames(List<Frame> frames) {
        List<StackFrame> calls = new ArrayList<>();
        Frame before = null;
        Frame earlier = null;
        for (Frame frame : frames) {
            Optional<TypedFunction> function = function(frame);
            boolean isShown = earlier != null
                    && before.function().equals(TRY)
                    && isSame(earlier, frame);
            if (function.isPresent() && !isShown && !code(frame).orElseThrow().isEntry(function.get())
                    && !isLeft(before, function.get()) && !isRestOf(before, frame, function.get())) {
                calls.add(new StackFrame(
                        function.get().displayName(), place(frame).filter(p -> !p.file().isBuiltIn())));
            }
            earlier = before;
            before = frame;
        }
        return calls;
    }

    /** Whether the function is a specialised version that has been left, and goes on in its continuation. */
    private boolean isLeft(Frame before, TypedFunction function) {
        return function(before)
                .filter(inner -> inner.id().isContinuation()
                        && !function.id().isContinuation()
                        && inner.id().origin().equals(function.id().origin()))
                .isPresent();
    }

    /**
     * The C compiler may cut a function in two, and inline both: the parts look like a function that calls itself. No program
     * does so from the line of its header, where the compiler puts the cut.
     */
    private boolean isRestOf(Frame before, Frame frame, TypedFunction function) {
        return before != null
                && before.inlined()
                && isSame(before, frame)
                && place(frame).filter(p -> TracedCode.sameLine(p, function.span())).isPresent()
                && !place(frame).equals(place(before));
    }

    private static boolean isSame(Frame a, Frame b) {
        return a.image().equals(b.image()) && TracedCode.base(a.function()).equals(TracedCode.base(b.function()));
    }

    private Optional<Span> place(Frame frame) {
        return code(frame).flatMap(c -> frame.line().flatMap(l -> c.place(l.line())));
    }
}
