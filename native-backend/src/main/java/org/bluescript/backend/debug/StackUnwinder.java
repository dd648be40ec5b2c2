package org.bluescript.backend.debug;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out which functions are on the stack of a stopped device. Whatever the stack holds, it ends and does not throw:
 * where it can go no further, the trace is marked incomplete. Any number of threads may use it at the same time: somebody may
 * look at a program at the moment in which it fails.
 */
public final class StackUnwinder {
    private static final int INNERMOST_LIMIT = 24;
    private static final int OUTERMOST_LIMIT = 8;
    /** More than fit on any stack: 1 MiB of frames of 8 bytes. */
    private static final int DEEPEST = 1 << 17;

    private final List<CodeImage> images;
    private final int bottom;
    private final int innermostLimit;
    private final int outermostLimit;
    private final Map<Integer, List<CodeLocation>> located = new ConcurrentHashMap<>();

    /**
     * @param images all code that may be on the stack
     * @param bottom the address that the outermost function returns to
     */
    public StackUnwinder(List<CodeImage> images, int bottom) {
        this(images, bottom, INNERMOST_LIMIT, OUTERMOST_LIMIT);
    }

    /** With limits for how many frames of a deep stack are told, those nearest to each end. */
    public StackUnwinder(List<CodeImage> images, int bottom, int innermostLimit, int outermostLimit) {
        this.images = List.copyOf(images);
        this.bottom = bottom & ~1;
        this.innermostLimit = innermostLimit;
        this.outermostLimit = outermostLimit;
    }

    /** The stack of a device that stopped at the instruction that the program counter points at. */
    public StackTrace unwind(Registers registers, StackMemory memory) {
        TraceBuilder trace = new TraceBuilder(innermostLimit, outermostLimit);
        return trace.build(walk(registers, memory, true, trace));
    }

    /**
     * The stack of a device that has run out of it, so that the processor could not save the program counter. Looks for
     * the lowest word that may be a return address and from which a chain of frames leads to the bottom. The function that
     * overflowed may itself be missing from the trace; its caller is there. Works for optimised code: code that finds its
     * variables by a frame pointer may end in an empty trace.
     *
     * @param registers the stack pointer, possibly below the stack, and r4 to r11 if they are known
     * @param stackEnd  the first address above the stack
     */
    public StackTrace unwindOverflow(Registers registers, int stackEnd, StackMemory memory) {
        int steps = 0;
        for (int at = registers.sp() + 3 & ~3; Integer.compareUnsigned(at, stackEnd) < 0; at += 4) {
            OptionalInt word = memory.word(at);
            if (word.isPresent() && isReturnAddress(word.getAsInt())) {
                Registers caller = registers.returned(word.getAsInt(), at + 4);
                ChainCheck check = new ChainCheck(caller, memory);
                if (check.reachesBottom(DEEPEST - steps)) {
                    TraceBuilder trace = new TraceBuilder(innermostLimit, outermostLimit);
                    return trace.build(walk(caller, memory, false, trace));
                }
                steps += check.steps;
            }
        }
        return new StackTrace(List.of(), 0, List.of(), false);
    }

    /** Adds frames up to the bottom; whether it was reached. */
    private boolean walk(Registers first, StackMemory memory, boolean stoppedHere, TraceBuilder trace) {
        Registers registers = first;
        boolean innermost = stoppedHere;
        String cutFrom = null;
        for (int i = 0; i < DEEPEST; i++) {
            if (registers.pc() == bottom) {
                return true;
            }
            int place = innermost ? registers.pc() : registers.pc() - 1;
            Optional<CodeImage> image = image(place);
            if (image.isEmpty() && !innermost) {
                return false;
            }
            cutFrom = addFrames(image, place, registers.pc(), cutFrom, trace);
            Optional<Registers> caller = caller(image, registers, innermost, memory);
            if (caller.isEmpty()) {
                return false;
            }
            registers = caller.get();
            innermost = false;
        }
        return false;
    }

    /**
     * Adds what is at one place. A function that was cut in two, one part inlined into the caller and the other called,
     * is one frame.
     *
     * @param cutFrom the name of the function that the frame before was cut from, or null
     * @return the same for the next frame
     */
    private String addFrames(Optional<CodeImage> image, int place, int pc, String cutFrom, TraceBuilder trace) {
        if (image.isEmpty()) {
            trace.add(new Frame("?", "?", Optional.empty(), pc, false));
            return null;
        }
        List<CodeLocation> locations = located.computeIfAbsent(place, image.get()::locate);
        boolean skip = locations.getFirst().function().equals(cutFrom);
        for (CodeLocation location : skip ? locations.subList(1, locations.size()) : locations) {
            trace.add(new Frame(image.get().name(), location.function(), location.line(), pc, location.inlined()));
        }
        return image.get().isPartOfFunction(place) ? locations.getLast().function() : null;
    }

    /** The registers of the caller, as far as they can be known. */
    private static Optional<Registers> caller(Optional<CodeImage> image, Registers registers, boolean innermost,
            StackMemory memory) {
        int place = innermost ? registers.pc() : registers.pc() - 1;
        Optional<UnwindRow> row = image.flatMap(found -> found.unwindRow(place));
        if (row.isEmpty()) {
            return innermost ? leafCaller(registers) : Optional.empty();
        }
        if (row.get().cfaRegister < 0) {
            return Optional.empty();
        }
        OptionalInt base = registers.get(row.get().cfaRegister);
        if (base.isEmpty()) {
            return Optional.empty();
        }
        int cfa = base.getAsInt() + row.get().cfaOffset;
        int growth = Integer.compareUnsigned(cfa, registers.sp());
        boolean savedNothing = row.get().rule(Registers.LR) instanceof UnwindRow.Rule.Same;
        if (growth < 0 || growth == 0 && !innermost || savedNothing && !innermost) {
            return Optional.empty();
        }
        return restore(row.get(), registers, cfa, memory);
    }

    private static Optional<Registers> restore(UnwindRow row, Registers registers, int cfa, StackMemory memory) {
        OptionalInt pc = value(row.rule(Registers.LR), Registers.LR, registers, cfa, memory);
        if (pc.isEmpty()) {
            return Optional.empty();
        }
        Registers caller = Registers.stackPointer(cfa).with(Registers.PC, pc.getAsInt());
        for (int i = 4; i <= 11; i++) {
            OptionalInt value = value(row.rule(i), i, registers, cfa, memory);
            if (value.isPresent()) {
                caller = caller.with(i, value.getAsInt());
            }
        }
        return Optional.of(caller);
    }

    /** Code without information, stopped at an instruction: it is short and keeps its return address in a register. */
    private static Optional<Registers> leafCaller(Registers registers) {
        OptionalInt lr = registers.get(Registers.LR);
        if (lr.isEmpty() || lr.getAsInt() == registers.get(Registers.PC).orElse(0)) {
            return Optional.empty();
        }
        return Optional.of(registers.returned(lr.getAsInt(), registers.sp()));
    }

    private static OptionalInt value(UnwindRow.Rule rule, int register, Registers registers, int cfa,
            StackMemory memory) {
        return switch (rule) {
            case UnwindRow.Rule.Same() -> registers.get(register);
            case UnwindRow.Rule.Lost() -> OptionalInt.empty();
            case UnwindRow.Rule.Saved(int offset) ->
                (cfa + offset & 3) == 0 ? memory.word(cfa + offset) : OptionalInt.empty();
            case UnwindRow.Rule.Frame(int offset) -> OptionalInt.of(cfa + offset);
            case UnwindRow.Rule.In(int other) -> registers.get(other);
        };
    }

    private Optional<CodeImage> image(int address) {
        for (CodeImage image : images) {
            if (image.contains(address)) {
                return Optional.of(image);
            }
        }
        return Optional.empty();
    }

    private boolean isReturnAddress(int word) {
        return (word & 1) != 0 && image(word - 2).filter(image -> image.followsCall(word & ~1)).isPresent();
    }

    /** The name of the function with a body of its own at an address. */
    private Optional<String> function(int place) {
        return image(place).map(image -> located.computeIfAbsent(place, image::locate).getLast().function())
                .filter(name -> !name.equals("?"));
    }

    /** Follows a chain of frames more strictly than is needed when its beginning is certain. */
    private final class ChainCheck {
        private Registers registers;
        private final StackMemory memory;
        int steps;

        ChainCheck(Registers first, StackMemory memory) {
            registers = first;
            this.memory = memory;
        }

        boolean reachesBottom(int limit) {
            while (registers.pc() != bottom) {
                int place = registers.pc() - 1;
                Optional<Registers> caller = caller(image(place), registers, false, memory);
                steps++;
                if (caller.isEmpty() || steps > limit || !mayHaveCalled(caller.get(), place)) {
                    return false;
                }
                registers = caller.get();
            }
            return true;
        }

        /** The caller stands behind a call, and if that names a function, it is the one at {@code place}. */
        private boolean mayHaveCalled(Registers caller, int place) {
            if (caller.pc() == bottom) {
                return true;
            }
            if (!isReturnAddress(caller.pc() | 1)) {
                return false;
            }
            OptionalInt target = image(caller.pc() - 1).orElseThrow().branchTarget(caller.pc());
            if (target.isEmpty()) {
                return true;
            }
            Optional<String> called = function(target.getAsInt());
            Optional<String> found = function(place);
            return called.isEmpty() || found.isEmpty() || called.equals(found);
        }
    }
}
