package org.bluescript.cli.bench;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.cli.bench.CollectionCase.Kept;
import org.bluescript.cli.bench.CollectionCase.Structure;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.language.source.DiagnosticPrinter;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.link.protocol.DeviceEvent;

/**
 * What a collection costs on a board. A program fills a heap of {@link #HEAP_BYTES} with objects and ends, which leaves its memory as
 * it is. Then the host calls {@code bs_collect}, the function behind {@code gc()}, so that nothing else is counted, and the
 * stack, which is searched for references, is empty.
 */
public final class CollectionBench {
    /** The heap, whatever memory the board has. */
    public static final int HEAP_BYTES = 64 * 1024;

    private static final List<Integer> OBJECT_BYTES = List.of(8, 16, 32);

    private final Workbench workbench;
    private final DeviceSession device;

    public CollectionBench(Workbench workbench, DeviceSession device) {
        this.workbench = workbench;
        this.device = device;
    }

    /** Measures all cases. Throws {@link IllegalStateException} if a heap does not hold what its program ought to have left there. */
    public CollectionResult run(String board) {
        load("let nothing = 0;");
        long empty = collect();
        List<CollectionResult.Row> rows = new ArrayList<>();
        for (CollectionCase one : cases()) {
            rows.add(run(one));
        }
        return new CollectionResult(board, HEAP_BYTES, empty, rows);
    }

    private static List<CollectionCase> cases() {
        List<CollectionCase> cases = new ArrayList<>();
        for (Structure structure : Structure.values()) {
            for (Kept kept : structure.choices()) {
                OBJECT_BYTES.forEach(bytes -> cases.add(new CollectionCase(structure, bytes, kept)));
            }
        }
        return cases;
    }

    private CollectionResult.Row run(CollectionCase one) {
        load(one.program(HEAP_BYTES));
        int full = used();
        long instructions = collect();
        int left = used();
        int dead = one.dead(HEAP_BYTES);
        if (full - left != dead * one.objectBytes() || HEAP_BYTES - full >= 2 * one.bytesOfEach()) {
            throw new IllegalStateException("%s: %d bytes of %d used, %d after the collection, which had to find %d objects"
                    .formatted(one, full, HEAP_BYTES, left, dead));
        }
        return new CollectionResult.Row(one, one.live(HEAP_BYTES), dead, instructions);
    }

    /** Runs a program in a heap of that size and leaves it there. */
    private void load(String text) {
        NativeProgram program = compiled(text);
        device.load(program);
        HeapPlan plan = program.patch().heap();
        int base = plan.heap().base().bits();
        if (plan.heap().size() < HEAP_BYTES) {
            throw new IllegalStateException("a heap of %d bytes only".formatted(plan.heap().size()));
        }
        device.device().heap(base, base + HEAP_BYTES, plan.starts().bits(), plan.roots().bits());
        Ending ending = device.run(program, ProgramContender.output(new ByteArrayOutputStream()));
        if (!(ending instanceof Ending.Finished)) {
            throw new IllegalStateException("a program that fills the heap failed: " + ending + "\n" + text);
        }
    }

    private NativeProgram compiled(String text) {
        MemoryModules modules = MemoryModules.of(Map.of("main", text));
        Diagnostics diagnostics = new Diagnostics();
        try {
            TypedProgram typed = ProgramChecker.check(modules.module("main"), modules, diagnostics)
                    .map(Workbench::inferred)
                    .orElseThrow(() -> wrong(diagnostics));
            return workbench.compile(typed, diagnostics).orElseThrow(() -> wrong(diagnostics));
        } catch (OutOfProgramMemory e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalStateException wrong(Diagnostics diagnostics) {
        return new IllegalStateException(DiagnosticPrinter.plain().print(diagnostics));
    }

    private long collect() {
        return Integer.toUnsignedLong(call("bs_collect").instructions());
    }

    private int used() {
        return call("bs_memory_used").result();
    }

    private DeviceEvent.Returned call(String function) {
        int entry = workbench.firmware().definitions().get(function);
        DeviceEvent.Outcome outcome = device.device().call(event -> { }, entry);
        if (outcome instanceof DeviceEvent.Returned returned) {
            return returned;
        }
        throw new IllegalStateException(function + ": " + outcome);
    }
}
