package org.bluescript.backend.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bluescript.backend.Firmware;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.debug.CodeImage;
import org.bluescript.backend.debug.CodeLocation;
import org.bluescript.backend.debug.Frame;
import org.bluescript.backend.debug.Registers;
import org.bluescript.backend.debug.StackMemory;
import org.bluescript.backend.debug.StackTrace;
import org.bluescript.backend.debug.StackUnwinder;
import org.bluescript.backend.emit.Site;
import org.bluescript.backend.emit.TryEmitter;
import org.bluescript.backend.link.Segment;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/** Finds out what a stop of a program means in its source. */
public final class ErrorLocator {
    private static final String PROGRAM = "program";
    private static final String FIRMWARE = "firmware";

    /** The runtime's function between the body of a {@code try} and the function that has the statement: both are one call. */
    private static final String TRY = "bs_try";

    /** The site number of errors that the runtime raises on behalf of its caller ({@code BS_SITE_NONE}). */
    private static final int NO_SITE = 0xfff;

    /** Site numbers have 12 bits; in greater programs several sites share one. */
    private static final int SITES = 0x1000;

    /** {@code udf.w}, but for its immediate. */
    private static final int TRAP = 0xf7f0a000;

    private static final int TRAP_MASK = 0xfff0f000;

    private final NativeProgram program;
    private final Region stack;
    private final int programBase;
    private final CodeImage code;
    private final StackUnwinder unwinder;
    private final Map<String, TypedFunction> functions = new HashMap<>();
    /** Functions of which there are specialised versions. */
    private final Set<FunctionId> versioned = new HashSet<>();

    public ErrorLocator(TypedProgram source, NativeProgram program, Firmware firmware) {
        this.program = program;
        this.stack = firmware.memoryMap().stack();
        this.programBase = firmware.memoryMap().program().base().bits();
        this.code = CodeImage.of(PROGRAM, program.image());
        CodeImage runtime = CodeImage.of(FIRMWARE, firmware.elf());
        this.unwinder = new StackUnwinder(List.of(code, runtime), firmware.returnAddress());
        for (TypedFunction function : source.functions().values()) {
            functions.put(program.layout().code().direct(function.id()), function);
            function.id().entry().ifPresent(versioned::add);
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
                site(kind, stop.site(), place).or(() -> place),
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
    private Optional<Span> site(RunTimeErrorKind kind, int number, Optional<Span> line) {
        if (number == NO_SITE || kind.code() >= RunTimeErrorKind.STACK.code()) {
            return Optional.empty();
        }
        List<Site> sites = program.unit().sites();
        List<Span> candidates = IntStream.iterate(number, i -> i < sites.size(), i -> i + SITES)
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

    /** Where the error was thrown or raised first, which the device tells by an address of the program's own code. */
    private Optional<Span> origin(ThrownError error) {
        int place = ErrorLayout.place(error.origin());
        if (place == 0) {
            return Optional.empty();
        }
        int address = programBase & -1 << ErrorLayout.ORIGIN_PLACE_BITS | place;
        boolean isReturnAddress = (address & 1) != 0;
        Optional<Span> line = code.locate(isReturnAddress ? address - 2 : address).stream()
                .filter(l -> functions.containsKey(base(l.function())))
                .flatMap(l -> l.line().stream())
                .flatMap(l -> Stream.ofNullable(program.unit().place(l.line())))
                .filter(p -> !p.file().isBuiltIn())
                .findFirst();
        int instruction = isReturnAddress ? 0 : instruction(address);
        return (instruction & TRAP_MASK) == TRAP
                ? site(error.kind(), instruction & NO_SITE, line).or(() -> line)
                : line;
    }

    /** The two halfwords of the program's code at an address, the first one in the upper half; 0 if there is none. */
    private int instruction(int address) {
        for (Segment segment : program.image().segments()) {
            int offset = address - segment.address();
            byte[] bytes = segment.bytes();
            if (segment.kind() == SegmentKind.CODE && offset >= 0 && offset + 4 <= bytes.length) {
                return (bytes[offset] & 0xff) << 16 | (bytes[offset + 1] & 0xff) << 24
                        | bytes[offset + 2] & 0xff | (bytes[offset + 3] & 0xff) << 8;
            }
        }
        return 0;
    }

    private static boolean sameLine(Span a, Span b) {
        return a.file() == b.file() && a.position().line() == b.position().line();
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
            TypedFunction function = functions.get(base(frame.function()));
            boolean isShown = earlier != null
                    && before.function().equals(TRY)
                    && base(earlier.function()).equals(base(frame.function()));
            if (frame.image().equals(PROGRAM) && function != null && !isShown && !isEntry(function)
                    && !isLeft(before, function) && !isRestOf(before, frame, function)) {
                calls.add(new StackFrame(
                        function.displayName(), place(frame).filter(p -> !p.file().isBuiltIn())));
            }
            earlier = before;
            before = frame;
        }
        return calls;
    }

    /** Whether the function only calls a version of itself. */
    private boolean isEntry(TypedFunction function) {
        return versioned.contains(function.id());
    }

    /** Whether the function is a specialised version that has been left, and goes on in its continuation. */
    private boolean isLeft(Frame before, TypedFunction function) {
        TypedFunction inner = before == null ? null : functions.get(base(before.function()));
        return inner != null
                && inner.id().isContinuation()
                && !function.id().isContinuation()
                && inner.id().origin().equals(function.id().origin());
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

    /**
     * The C compiler calls its variants of a function {@code name.constprop.0} and the like; the emitter makes functions of the bodies of
     * its {@code try} statements.
     */
    private static String base(String function) {
        int dot = function.indexOf('.');
        return TryEmitter.functionOf(dot < 0 ? function : function.substring(0, dot));
    }
}
