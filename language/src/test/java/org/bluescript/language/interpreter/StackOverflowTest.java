package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.heap.HeapState;
import org.bluescript.language.source.Diagnostics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever the host's stack ends, the program's overflow comes at a call: the heap is whole, and the program can go on. */
class StackOverflowTest {
    private static final String PROGRAM = """
            class Node {
                text: string;
                values: integer[];
                next: Node | null;
                constructor(n: integer, next: Node | null) {
                    this.text = "node " + n;
                    this.values = [n, n, n];
                    this.next = next;
                }
            }
            function length(node: Node | null): integer {
                let n = 0;
                while (node != null) {
                    n += node.values[2] - node.values[0] + 1;
                    node = node.next;
                }
                return n;
            }
            function allocate(n: integer, kept: integer[]): integer {
                const text = "at " + n;
                const copy = kept.slice();
                copy.push(n);
                const below = allocate(n + 1, n % 8 == 0 ? [] : copy);
                return below + text.length + copy.length;
            }
            function construct(n: integer): Node {
                return new Node(n, construct(n + 1));
            }
            function retry(n: integer): integer {
                try {
                    return retry(n + 1) + 1;
                } finally {
                    const text = "back at " + n;
                    finals += text.length > 0 ? 1 : 0;
                }
            }
            let finals = 0;
            let caught = 0;
            let list: Node | null = null;
            for (let round = 0; round < 12; round++) {
                list = new Node(round, list);
                try {
                    if (round % 3 == 0) allocate(0, []);
                    if (round % 3 == 1) construct(0);
                    if (round % 3 == 2) retry(0);
                } catch (e) {
                    caught++; // where the stack is large, memory ends first
                }
                list = new Node(-round, list);
                if (length(list) != 2 * round + 2) print("list", round);
            }
            print(caught, length(list), finals > 40);
            """;

    @ParameterizedTest
    @ValueSource(ints = {512, 700, 801, 1024, 1501})
    void comesAtACallAndLeavesTheHeapWhole(int kilobytes) {
        List<String> output = new ArrayList<>();
        HostMachine machine = HostMachine.of((toError, text) -> output.add(new String(text, StandardCharsets.UTF_8)));
        runOnStackOf(kilobytes << 10, machine);
        assertThat(output).containsExactly("12 24 true");
        assertThat(cellsOnLists(machine)).isEqualTo(freeCells(machine));
    }

    private static void runOnStackOf(int bytes, HostMachine machine) {
        MemoryModules modules = MemoryModules.of(Map.of("main", PROGRAM));
        var typed = ProgramChecker.check(modules.module("main"), modules, new Diagnostics()).orElseThrow();
        CompletableFuture<Void> ending = new CompletableFuture<>();
        Thread.ofPlatform().stackSize(bytes).start(() -> {
            try {
                HostProgram.load(typed, machine).run();
                ending.complete(null);
            } catch (Throwable e) {
                ending.completeExceptionally(e);
            }
        });
        ending.join();
    }

    /** The free cells as the heap's lists know them. */
    private static Set<Integer> cellsOnLists(HostMachine machine) {
        HeapState state = machine.heapState();
        Set<Integer> cells = new HashSet<>();
        for (int bin = 1; bin <= HeapLayout.BINS; bin++) {
            int first = bin < HeapLayout.BINS ? state.bin(bin) : state.large();
            for (int cell = first; cell != 0; cell = machine.word(cell + HeapLayout.NEXT_OFFSET)) {
                assertThat(cells.add(cell)).as("is on one list only").isTrue();
                int size = machine.word(cell) & ~HeapLayout.FREE;
                assertThat(bin < HeapLayout.BINS ? size == 8 * bin : size > HeapLayout.LARGEST_BIN).isTrue();
            }
        }
        return cells;
    }

    /** The free cells as they lie, from one start to the next. */
    private static Set<Integer> freeCells(HostMachine machine) {
        HeapState state = machine.heapState();
        Set<Integer> cells = new HashSet<>();
        for (int cell = state.base(); cell != state.end(); ) {
            int next = cell + 8;
            while (next != state.end() && !isStart(machine, next)) {
                next += 8;
            }
            int header = machine.word(cell);
            assertThat(isStart(machine, cell)).isTrue();
            assertThat(header & HeapLayout.MARK).as("is not marked").isZero();
            if ((header & HeapLayout.FREE) != 0) {
                assertThat(header & ~HeapLayout.FREE).as("reaches to the next").isEqualTo(next - cell);
                cells.add(cell);
            }
            cell = next;
        }
        return cells;
    }

    private static boolean isStart(HostMachine machine, int address) {
        int bit = address - machine.heapState().base() >> 3;
        return (machine.word(machine.heapState().starts() + bit / 32 * 4) >>> bit % 32 & 1) == 1;
    }
}
