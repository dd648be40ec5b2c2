package org.bluescript.cli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.shared.SharedBench.Result;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.DataMemory.PageState;
import org.bluescript.language.shadow.Region;
import org.bluescript.link.LinkTiming;
import org.bluescript.link.transport.FaultRates;
import org.bluescript.link.transport.FaultyTransport;
import org.junit.jupiter.api.Test;

/**
 * Random operations on one graph of objects, each done by the host or by the device as chance decides, come to the same as all
 * on the host. {@code -Dswitch.sequences=1000} for the long run.
 */
class SideSwitchTest {
    private static final int SEQUENCES = Integer.getInteger("switch.sequences", 20);
    private static final int SEQUENCES_OF_A_PROGRAM = 20;

    /** Each operation twice: {@code device…} has inline C if {@code mark} is any. */
    private static String program(int seed, int sequences, String mark) {
        StringBuilder text = new StringBuilder("""
                class Node {
                    left: Node | null = null;
                    right: Node | null = null;
                    values: integer[] = [];
                    name: string = "";
                    weight: float = 0.0;
                    marked: boolean = false;
                }
                class Leaf extends Node {
                    id: integer = 0;
                    action: (x: integer) => integer = (x: integer) => x;
                }
                let table: (Node | null)[] = new Array<Node | null>(16, null);
                let words: string[] = [];
                let state = %d;
                let hash = 0;
                function next(n: integer): integer {
                    state = state * 1103515245 + 12345;
                    return (state >>> 8 & 0x7fffff) %% n;
                }
                function mix(n: integer): void { hash = Math.imul(hash ^ n, 16777619); }
                """.formatted(seed));
        for (String side : List.of("host", "device")) {
            text.append("""
                function SIDEMake(i: integer, n: integer): Node {
                    MARK
                    const node = new Node();
                    node.name = "node " + i;
                    for (let k = 0; k < n; k++) { node.values.push(k * i); }
                    node.weight = i / 4.0;
                    node.left = table[i];
                    table[i] = node;
                    return node;
                }
                function SIDELeaf(i: integer, by: integer): void {
                    MARK
                    const leaf = new Leaf();
                    leaf.id = by;
                    leaf.name = words.length > 0 ? words[by % words.length] : "leaf";
                    leaf.action = (x: integer) => { leaf.id += 1; return x * by + leaf.id; };
                    leaf.right = table[(i + 1) % 16];
                    table[i] = leaf;
                }
                function SIDELink(i: integer, j: integer): void {
                    MARK
                    const a = table[i];
                    if (a != null) { a.left = table[j]; a.marked = !a.marked; }
                }
                function SIDEDrop(i: integer): Node | null {
                    MARK
                    const old = table[i];
                    table[i] = null;
                    return old;
                }
                function SIDEWord(n: integer): string {
                    MARK
                    let word = "w" + n;
                    if (n % 3 == 0) { word += " and a longer tail of text " + n * n; }
                    words.push(word);
                    if (words.length > 12) { words.shift(); }
                    return word;
                }
                function SIDEAct(i: integer, x: integer): integer {
                    MARK
                    const node = table[i];
                    if (node instanceof Leaf) { return node.action(x); }
                    return node == null ? -1 : node.values.length;
                }
                function SIDECollect(): void {
                    MARK
                    gc();
                }
                function SIDEBig(i: integer, n: integer): integer {
                    MARK
                    const big = new Array<integer>(n, i);
                    const node = table[i];
                    if (node != null) { node.values = big; }
                    return big[n - 1] + big.length;
                }
                function SIDEVisit(node: Node | null, depth: integer): integer {
                    MARK
                    if (node == null || depth == 0) { return 7; }
                    let sum = node.name.length + node.values.length;
                    for (let k = 0; k < node.values.length; k++) { sum = sum * 31 + node.values[k]; }
                    if (node.marked) { sum += 1; }
                    sum = sum * 31 + (node.weight * 4.0 as integer);
                    return sum * 31 + VISIT(node.left, depth - 1) * 3 + VISIT(node.right, depth - 1);
                }
                """.replace("SIDE", side).replace("MARK", side.equals("host") ? "" : mark)
                    .replace("VISIT", side + "Visit"));
        }
        text.append("""
                function step(onDevice: boolean, op: integer): void {
                    const i = next(16);
                    const n = next(40);
                    if (op == 0) { const made = onDevice ? deviceMake(i, n) : hostMake(i, n); mix(made.name.length); }
                    else if (op == 1) { if (onDevice) { deviceLeaf(i, n); } else { hostLeaf(i, n); } }
                    else if (op == 2) { if (onDevice) { deviceLink(i, n % 16); } else { hostLink(i, n % 16); } }
                    else if (op == 3) {
                        const old = onDevice ? deviceDrop(i) : hostDrop(i);
                        if (old != null) { mix(old.name.length); table[n % 16] = old; }
                    }
                    else if (op == 4) { const word = onDevice ? deviceWord(n) : hostWord(n); mix(word.length); }
                    else if (op == 5) { mix(onDevice ? deviceAct(i, n) : hostAct(i, n)); }
                    else if (op == 6) { if (n == 0) { if (onDevice) { deviceCollect(); } else { hostCollect(); } } }
                    else if (op == 7) { mix(onDevice ? deviceBig(i, 1 + n * 20) : hostBig(i, 1 + n * 20)); }
                    else { mix(onDevice ? deviceVisit(table[i], 5) : hostVisit(table[i], 5)); }
                }
                """);
        text.append("""
                for (let sequence = 0; sequence < %d; sequence++) {
                    const steps = 10 + next(20);
                    for (let k = 0; k < steps; k++) {
                        const onDevice = next(3) == 0;
                        step(onDevice, next(9));
                    }
                    for (let i = 0; i < 16; i++) { mix(hostVisit(table[i], 4)); }
                    print(sequence, hash);
                }
                print(deviceVisit(table[0], 4));
                """.formatted(sequences));
        return text.toString();
    }

    private static final String INLINE_C = "code``;";

    private static void compare(SharedBench bench, int sequences, boolean stressed) {
        for (int seed = 1; sequences > 0; seed++, sequences -= SEQUENCES_OF_A_PROGRAM) {
            int count = Math.min(sequences, SEQUENCES_OF_A_PROGRAM);
            Result alone = run(bench, program(seed, count, ""), false);
            Result shared = run(bench, program(seed, count, INLINE_C), stressed);
            assertThat(shared.output()).as("seed %d", seed).isEqualTo(alone.output());
            assertCleanPagesAreTheDevices(shared);
        }
    }

    private static Result run(SharedBench bench, String text, boolean stressed) {
        Result result = bench.run(text, stressed, executor -> executor);
        result.error().ifPresent(e -> {
            throw new AssertionError(e.getMessage(), e);
        });
        return result;
    }

    private static void assertCleanPagesAreTheDevices(Result result) {
        DataMemory memory = result.placed().shadow().memory();
        List<Region> clean = new ArrayList<>();
        for (int at = 0; at < memory.region().size(); at += DataMemory.PAGE) {
            Region page = new Region(memory.region().base().plus(at), Math.min(DataMemory.PAGE, memory.region().size() - at));
            if (memory.page(page.base()) == PageState.CLEAN) {
                clean.add(page);
            }
        }
        assertThat(clean).hasSizeGreaterThan(20);
        Executor device = result.placed().executor().orElseThrow();
        List<byte[]> bytes = device.read(clean);
        for (int i = 0; i < clean.size(); i++) {
            Region page = clean.get(i);
            assertThat(memory.read(page.base(), page.size())).as("%s", page).isEqualTo(bytes.get(i));
        }
    }

    @Test
    void bothSidesTogetherDoWhatTheHostDoesAlone() {
        try (SharedBench bench = SharedBench.open()) {
            compare(bench, SEQUENCES, false);
        }
    }

    @Test
    void theyDoSoWithACollectionAtEveryAllocationOfTheHost() {
        try (SharedBench bench = SharedBench.open()) {
            compare(bench, Math.ceilDiv(SEQUENCES, 5), true);
        }
    }

    @Test
    void theyDoSoOverAWireThatSpoilsWhatGoesOverIt() {
        LinkTiming hasty = new LinkTiming(Duration.ofMillis(200), Duration.ofMillis(50), Duration.ofMillis(200),
                Duration.ofSeconds(20), Duration.ofMillis(100));
        for (double rate : new double[] {0.002, 0.02}) {
            try (SharedBench bench = SharedBench.open(wire -> new FaultyTransport(wire, FaultRates.all(rate), 5), hasty)) {
                compare(bench, Math.ceilDiv(SEQUENCES, 10), false);
            }
        }
    }
}
