package org.bluescript.language.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.DeviceTwin;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.shadow.heap.Stress;
import org.junit.jupiter.api.Test;

/** Programs that are handed over, at calls and in the middle of loops, and come back, do what they do alone. */
class HandoverTest {
    private static TieredRun same(String text) {
        List<String> alone = TieredRun.alone(text);
        TieredRun stressed = new TieredRun(text, Stress.COLLECTING).run();
        assertThat(stressed.failure()).isEmpty();
        assertThat(stressed.output()).as("with a collection at every allocation").isEqualTo(alone);
        TieredRun run = new TieredRun(text).run();
        assertThat(run.failure()).isEmpty();
        assertThat(run.output()).isEqualTo(alone);
        assertThat(run.twin().hasKeptApart()).isTrue();
        assertThat(run.tiers().running()).isEmpty();
        return run;
    }

    @Test
    void argumentsAndResultsOfEveryFormCross() {
        TieredRun run = same("""
            class Box { n: integer; constructor(n: integer) { this.n = n } get twice(): integer { return 2 * this.n } add(k: integer): Box { return new Box(this.n + k) } }
            function whole(a: integer, b: integer): integer { return a - b }
            function part(x: float): float { return x / 3 }
            function not(b: boolean): boolean { return !b }
            function text(s: string, n: integer): string { return s + n }
            function some(v) { return v == null ? "none" : v + v }
            function box(b: Box | null): Box { return b ?? new Box(7) }
            function nothing(a: integer[]): void { a[0] += 1 }
            function many(a: integer, b: float, c: boolean, d: string, e: any, f: Box, g: integer[], h: any): string {
                return a + " " + b + " " + c + " " + d + " " + e + " " + f.n + " " + g.length + " " + h
            }
            function all(): void {
                const a = [1, 2]
                print(whole(3, 5), whole(-2147483648, 1), part(1.0), part(-0.0), not(true), not(false), text("n", 1), text("", -1))
                print(some(1), some(1.5), some("a"), some(null), some(2000000000), some(3e38))
                print(box(null).n, box(new Box(3)).n, box(new Box(4)).twice, new Box(5).add(6).n)
                nothing(a)
                print(a, many(1, 2.5, true, "four", 5, new Box(6), [7, 8], "nine"), many(-1, -0.5, false, "", null, new Box(0), [], 1e30))
            }
            all()
            print("!install whole part not text some box nothing many Box.add")
            all()
            gc()
            all()
            """);
        assertThat(run.crossings("whole").calls()).isEqualTo(4);
        assertThat(run.crossings("many").calls()).isEqualTo(4);
        assertThat(run.callsSeen("whole")).isEqualTo(2);
        assertThat(run.twin().calls()).isEqualTo(2 * (2 + 2 + 2 + 2 + 6 + 3 + 1 + 1 + 2));
    }

    @Test
    void whatCallsTakeIsAddedUpForEachGeneration() {
        TieredRun run = same("""
            function f(n: integer): integer { return n + 1 }
            print(f(1))
            print("!install f")
            print(f(2) + f(3))
            print("!install f")
            print(f(4))
            """);
        assertThat(run.crossings("f").spent())
                .isEqualTo(Map.of(1, new Spent(2, 2 * DeviceTwin.INSTRUCTIONS), 2, new Spent(1, DeviceTwin.INSTRUCTIONS)));
    }

    @Test
    void whatOnlyBeganIsNotMeasured() {
        TieredRun run = new TieredRun("""
            function f(n: integer): integer { return 6 / n }
            print("!install f")
            print(f(2))
            print(f(0))
            """).run();
        assertThat(run.crossings("f").calls()).isEqualTo(2);
        assertThat(run.crossings("f").spent()).isEqualTo(Map.of(1, new Spent(1, DeviceTwin.INSTRUCTIONS)));
    }

    @Test
    void recursionIsHandedOverInTheMiddle() {
        TieredRun run = same("""
            let calls = 0
            function fib(n: integer): integer {
                calls++
                if (calls == 20) { print("!install fib") }
                return n < 2 ? n : fib(n - 1) + fib(n - 2)
            }
            print(fib(12), calls)
            """);
        assertThat(run.callsSeen("fib")).isEqualTo(20);
        assertThat(run.crossings("fib").calls()).isBetween(5L, 20L);
    }

    private static final String FORMS = """
        class Box { n: integer; constructor(n: integer) { this.n = n } }
        let given = false
        let state_n = 0; let state_i = 0; let state_x = 0.0; let state_b = false; let state_w: any = null
        let state_o: Box | null = null; let state_s = ""; let state_a: integer[] = []
        function work(n: integer): string {
            let i = 0; let x = 0.5; let b = false; let w: any = 1; let o: Box | null = null; let s = ""; let a: integer[] = []
            while (i < n) {
                if (i == 3) { print("!install work#0") }
                i++; x += 1.25; b = !b; w = i % 3 == 0 ? x * 1e37 : b ? i * 300000000 : "w" + i; o = new Box(i + (o == null ? 0 : o.n))
                s = s + i; a.push(i)
            }
            return n + " " + i + " " + x + " " + b + " " + w + " " + o!.n + " " + s + " " + a
        }
        function work_loop0(n: integer, i: integer, x: float, b: boolean, w: any, o: Box | null, s: string, a: integer[]): string {
            let turns = 0
            while (i < n) {
                if (turns == TURNS) {
                    given = true
                    state_n = n; state_i = i; state_x = x; state_b = b; state_w = w; state_o = o; state_s = s; state_a = a
                    return ""
                }
                turns++
                i++; x += 1.25; b = !b; w = i % 3 == 0 ? x * 1e37 : b ? i * 300000000 : "w" + i; o = new Box(i + (o == null ? 0 : o.n))
                s = s + i; a.push(i)
            }
            return n + " " + i + " " + x + " " + b + " " + w + " " + o!.n + " " + s + " " + a
        }
        print(work(11))
        print(work(12))
        print(work(13))
        """;

    @Test
    void loopsAreHandedOverWithLocalsOfEveryForm() {
        TieredRun run = same(FORMS.replace("TURNS", "-1"));
        assertThat(run.crossings("work", 0).calls()).isEqualTo(3);
        assertThat(run.crossings("work", 0).recalls()).isZero();
        assertThat(run.turnsSeen("work", 0)).isEqualTo(4);
        assertThat(run.crossings("work", 0).turns()).isEqualTo(4);
    }

    @Test
    void recalledLoopsGoOnOnTheHost() {
        TieredRun run = same(FORMS.replace("TURNS", "2"));
        assertThat(run.crossings("work", 0).recalls()).isGreaterThan(6);
        assertThat(run.turnsSeen("work", 0)).isBetween(12L, 20L);
        assertThat(run.callsSeen("work")).isEqualTo(3);
    }

    @Test
    void aLoopThatIsRecalledAtOnceGetsAheadAllTheSame() {
        TieredRun run = same(FORMS.replace("TURNS", "0"));
        assertThat(run.turnsSeen("work", 0)).isEqualTo(36);
    }

    @Test
    void localsWithoutAValueYetCross() {
        same("""
            let given = false
            let state_n = 0; let state_i = 0; let state_x = 0.0; let state_b = false; let state_w: any = null; let state_s = ""
            function work(n: integer): string {
                let all = ""
                for (let k = 0; k < 3; k++) {
                    let i = 0
                    while (i < n) { if (all.length < 40) { i++; const x = i / 2; const b = i > 1; const w: any = b ? x : i; const s = "i" + w; all += s } else { return all } }
                }
                return all
            }
            function work_loop1(n: integer, i: integer, x: float, b: boolean, w: any, s: string): string {
                given = true; state_n = n; state_i = i; state_x = x; state_b = b; state_w = w; state_s = s
                return ""
            }
            print("!install work#1")
            print(work(2))
            print(work(9))
            """);
    }

    @Test
    void resultsOfLoopsHaveEveryForm() {
        same("""
            class Box { n: integer; constructor(n: integer) { this.n = n } }
            function f(k: integer): float { let i = 0; for (; i < k; i++) {} return i / 4 }
            function f_loop0(k: integer, i: integer): float { for (; i < k; i++) {} return i / 4 }
            function b(k: integer): boolean { let i = 0; for (; i < k; i++) {} return i > 3 }
            function b_loop0(k: integer, i: integer): boolean { for (; i < k; i++) {} return i > 3 }
            function w(k) { let i: any = 0; for (; i < k; i++) {} return i * 1.5 }
            function w_loop0(k, i) { for (; i < k; i++) {} return i * 1.5 }
            function o(k: integer): Box | null { let i = 0; for (; i < k; i++) {} return i == 0 ? null : new Box(i) }
            function o_loop0(k: integer, i: integer): Box | null { for (; i < k; i++) {} return i == 0 ? null : new Box(i) }
            let sum = 0
            function v(k: integer): void { let i = 0; for (; i < k; i++) { sum += i } }
            function v_loop0(k: integer, i: integer): void { for (; i < k; i++) { sum += i } }
            function all(): void { v(4); print(f(5), b(5), b(2), w(5), w(2.5), o(0) == null, o(5)!.n, sum) }
            all()
            print("!install f#0 b#0 w#0 o#0 v#0")
            all()
            """);
    }

    @Test
    void innerLoopsTakeTheRestOfTheFunctionWithThem() {
        TieredRun run = same("""
            function find(n: integer): string {
                let s = ""
                let i = 0
                outer: while (i < n) {
                    i++
                    let k = 0
                    while (true) {
                        if (i == 2 && k == 1) { print("!install find#1") }
                        k++
                        if (k == 3) { continue }
                        if (k == 5) { continue outer }
                        if (i == 4) { break outer }
                        if (i * k == 36) { return s + "found" }
                        s += i * k + ","
                    }
                }
                return s
            }
            function find_loop1(n: integer, s: string, i: integer, k: integer): string {
                let fresh = false
                outer: while (i < n || !fresh) {
                    if (fresh) { i++; k = 0 }
                    fresh = true
                    while (true) {
                        k++
                        if (k == 3) { continue }
                        if (k == 5) { continue outer }
                        if (i == 4) { break outer }
                        if (i * k == 36) { return s + "found" }
                        s += i * k + ","
                    }
                }
                return s
            }
            print(find(3), find(4), find(5))
            """);
        assertThat(run.crossings("find", 1).calls()).isEqualTo(3);
    }

    @Test
    void loopsThatTestLastAreEnteredAtTheTest() {
        TieredRun run = same("""
            function down(n: integer): integer {
                let turns = 0
                do {
                    turns++
                    if (turns == 2) { print("!install down#0") }
                    n = n / 2
                } while (n > 0)
                return turns
            }
            function down_loop0(n: integer, turns: integer): integer {
                while (n > 0) { turns++; n = n / 2 }
                return turns
            }
            print(down(1000), down(0), down(1))
            """);
        assertThat(run.turnsSeen("down", 0)).isEqualTo(4);
    }

    @Test
    void aHandedOverLoopOfATopLevelFinishesTheTopLevel() {
        TieredRun run = same("""
            let i = 0
            function top_loop0(): void {
                while (i < 10) { i++ }
                print("after", i)
                print("end")
            }
            while (i < 10) {
                if (i == 4) { print("!install top#0") }
                i++
            }
            print("after", i)
            print("end")
            """);
        assertThat(run.crossings("top", 0).calls()).isEqualTo(1);
        assertThat(run.turnsSeen("top", 0)).isEqualTo(5);
    }

    @Test
    void loopsOfClosuresTakeTheClosure() {
        TieredRun run = same("""
            function make(base: integer): (i: integer) => integer {
                return (i: integer) => {
                    while (i < 20) { if (i == 5) { print("!install make.closure1#0=make.closure1") } i++ }
                    base += i
                    return base
                }
            }
            const a = make(100)
            const b = make(1000)
            print(a(1), b(1), a(7), a(5), b(6))
            """);
        assertThat(run.crossings("make.closure1", 0).calls()).isEqualTo(5);
    }

    @Test
    void sharedVariablesCrossInTheirCells() {
        same("""
            function count(n: integer): string {
                let total = 0
                let i = 0
                const add = (k: integer) => { total += k; return total }
                while (i < n) { i++; if (i == 3) { print("!install count#0") } add(i); total++ }
                return total + " " + add(1)
            }
            let given = false; let state_n = 0; let state_i = 0; let state_add = (k: integer) => k
            function count_loop0(n: integer, i: integer, add: (k: integer) => integer): string {
                if (i < n) { i++; add(i + 1); given = true; state_n = n; state_i = i; state_add = add; return "" }
                return add(0) + " " + add(1)
            }
            print(count(9))
            """);
    }

    @Test
    void errorsOfTheDeviceAreCaughtInTheCaller() {
        TieredRun run = same("""
            class Odd extends Error {}
            function at(a: integer[], i: integer): integer { if (i == 9) { throw new Odd("nine") } return a[i] }
            function sum(a: integer[], n: integer): integer { let s = 0; for (let i = 0; i < n; i++) { s += at(a, i) } return s }
            function sum_loop0(a: integer[], n: integer, s: integer, i: integer): integer { for (; i < n; i++) { s += at(a, i) } return s }
            function kind(v): string { return v.name }
            function all(): void {
                for (let n = 2; n < 12; n += 3) {
                    try { print(sum([1, 2, 3, 4, 5, 6, 7, 8, 9], n)) } catch (e) { print(e.name, e.message, e instanceof Odd) } finally { print("finally", n) }
                }
                try { print(sum([], 2)) } catch (e) { print(e.name, e.message) }
                try { print(kind(5)) } catch (e) { print(e.name, e.message) }
                try { const none: any = null; print(kind(none)) } catch (e) { print(e.name, e.message) }
            }
            all()
            print("!install at kind")
            all()
            print("!install sum kind")
            all()
            print("!install sum#0")
            all()
            """);
        assertThat(run.crossings("sum", 0).calls()).isEqualTo(5);
    }

    @Test
    void aStackOverflowOfTheDeviceIsCaughtInTheCaller() {
        same("""
            function deep(n: integer): integer { return n < 0 ? 0 : deep(n + 1) + 1 }
            print("!install deep")
            try { deep(0) } catch (e) { print(e.message) }
            """);
    }

    @Test
    void anErrorThatNothingCatchesShowsTheCallsOfBoth() {
        TieredRun run = new TieredRun("""
            function inner(a: integer[], i: integer): integer {
                return a[i]
            }
            function middle(n: integer): integer {
                let i = 0
                while (i < n) {
                    i++
                }
                return inner([1], i)
            }
            function middle_loop0(n: integer, i: integer): integer {
                return inner([1], n)
            }
            function outer(): integer {
                return middle(3) + 1
            }
            print("!install middle#0")
            outer()
            """).run();
        assertThat(run.failure().orElseThrow().getMessage()).isEqualTo("index out of range");
        assertThat(TieredRun.calls(run.failure().get())).containsExactly("inner:2", "middle:12", "outer:15", "(top level):18");
    }

    @Test
    void anInterruptionOfTheDeviceIsNotCaught() {
        TieredRun run = new TieredRun("""
            function wait(): void { try { print("!interrupt") } catch (e) { print("caught there") } }
            print("!install wait")
            try { wait() } catch (e) { print("caught") } finally { print("finally") }
            """).run();
        assertThat(run.output()).isEmpty();
        assertThat(run.failure().orElseThrow().kind()).isEqualTo(RunTimeErrorKind.INTERRUPTED);
    }

    @Test
    void wordsOfAGenerationStandInMemoryBeforeItIsCalled() {
        TieredRun run = new TieredRun("""
            let switched = 0
            function f(): integer { return switched }
            print(f())
            print("!install f")
            print(f(), switched)
            """);
        int at = run.twin().global("switched").orElseThrow();
        run.writes(new Stretch(Address.of(at), new byte[] {7, 0, 0, 0}));
        assertThat(run.run().output()).containsExactly("0", "7 7");
    }

    @Test
    void outputKeepsItsOrder() {
        same("""
            function say(n: integer): void { print("device", n); for (let i = 0; i < 2; i++) { print("still", i) } }
            print("!install say")
            for (let i = 0; i < 3; i++) { print("host", i); say(i) }
            """);
    }

    @Test
    void timersAndClosuresAreCalledOnTheDevice() {
        TieredRun run = same("""
            let n = 0
            let id = 0
            function tick(): void {
                n++
                print("tick", n)
                if (n == 3) { clearInterval(id) }
            }
            function later(k: integer): () => void { return () => { print("later", k, n) } }
            print("!install tick later.closure1 later")
            id = setInterval(tick, 2)
            setTimeout(later(1), 1)
            setTimeout(later(2), 3)
            """);
        assertThat(run.crossings("tick").calls()).isEqualTo(3);
        assertThat(run.crossings("later.closure1").calls()).isEqualTo(2);
    }

    @Test
    void manyReferencesOfTheHostSurviveOnTheDevice() {
        same("""
            function churn(n: integer): string { let s = ""; for (let i = 0; i < n; i++) { s = "s" + i } gc(); return s }
            function deep(n: integer): string {
                const mine = "frame " + n
                const more = [n, n + 1, n + 2]
                if (n == 0) { return churn(50) }
                return deep(n - 1) + " " + mine.length + more[2]
            }
            print("!install churn")
            print(deep(3))
            print(deep(40))
            """);
    }

    @Test
    void afterAWithdrawalTheHostRunsAndObservesAgain() {
        TieredRun run = same("""
            function f(a) { let i = 0; while (i < 2) { i++ } return a }
            function all(): void { for (let i = 0; i < 5; i++) { f(i) } }
            all()
            print("!install f")
            all()
            print("!withdraw")
            f(1.5)
            all()
            print(f("a"))
            """);
        assertThat(run.callsSeen("f")).isEqualTo(12);
        assertThat(run.turnsSeen("f", 0)).isEqualTo(24);
        assertThat(run.crossings("f").calls()).isEqualTo(5);
        assertThat(run.observations().profile().of(run.function("f").id()).orElseThrow().parameters().getFirst().types()).hasSize(3);
        assertThat(run.tiers().installed()).isEmpty();
    }

    @Test
    void aLaterGenerationIsCalledFromTheNextCallOn() {
        TieredRun run = same("""
            function f(n: integer): integer { if (n == 3) { print("!install g") } return n }
            function g(n: integer): integer { return f(n) }
            print("!install f")
            for (let i = 0; i < 6; i++) { g(i) }
            """);
        assertThat(run.crossings("f").calls()).isEqualTo(4);
        assertThat(run.crossings("g").calls()).isEqualTo(2);
        assertThat(run.tiers().installed().orElseThrow().generation()).isEqualTo(2);
    }

    @Test
    void theRunningGenerationIsKnown() {
        Set<Integer> seen = new LinkedHashSet<>();
        TieredRun run = new TieredRun("""
            function f(n: integer): void { print(n); print("!install f"); print(n) }
            print(0)
            print("!install f")
            f(1)
            print(0)
            f(2)
            """);
        run.atOutput(() -> seen.add(run.tiers().running().orElse(-1))).run();
        assertThat(seen).containsExactly(-1, 1, 2);
    }
}
