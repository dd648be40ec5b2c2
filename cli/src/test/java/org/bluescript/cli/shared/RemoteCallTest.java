package org.bluescript.cli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.bluescript.cli.shared.SharedBench.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs on the host call functions on the device: arguments, results, heap and errors cross both ways. */
class RemoteCallTest {
    private static SharedBench bench;

    @BeforeAll
    static void open() {
        bench = SharedBench.open();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static void assertOutput(String text, String... lines) {
        Result result = bench.run(text);
        result.error().ifPresent(e -> {
            throw new AssertionError(e.getMessage(), e);
        });
        assertThat(result.output().lines()).containsExactly(lines);
    }

    @Test
    void argumentsAndResultsOfEveryFormCross() {
        assertOutput("""
                function add(a: integer, b: integer): integer {
                    let r = 0;
                    code`${r} = ${a} + ${b};`;
                    return r;
                }
                function half(x: float): float { code`${x} = ${x} / 2;`; return x; }
                function not(b: boolean): boolean { code`${b} = !${b};`; return b; }
                function same(s: string): string { code``; return s; }
                function nothing(): void { code``; }
                print(add(40, 2), add(-2147483648, -1));
                print(half(3.0), half(-0.0), half(1e38));
                print(not(true), not(false), same("grün"), same("a" + "b"));
                nothing();
                """,
                "42 2147483647", "1.5 -0.0 5e+37", "false true grün ab");
    }

    @Test
    void valuesOfTypeAnyCross() {
        assertOutput("""
                class Box { value: any = null; }
                function same(x: any): any { code``; return x; }
                function fill(box: Box, x: any, n: integer): any {
                    code``;
                    const old = box.value;
                    box.value = n > 0 ? fill(box, x, n - 1) : x;
                    return old;
                }
                print(same(5), same(2000000000), same(-2000000000), same(1.5), same(1e38), same(true), same(null), same("text"));
                const box = new Box();
                for (let i = 0; i < 50; i++) {
                    const made: any = 1000000000 + i;
                    gc();
                    box.value = same(made);
                }
                print(fill(box, "x" + 1, 1), box.value, fill(box, 3e38, 0), box.value);
                """, "5 2000000000 -2000000000 1.5 1e+38 true undefined text", "1000000049 1000000049 1000000049 3e+38");
    }

    @Test
    void manyArgumentsCross() {
        assertOutput("""
                function join(a: integer, b: float, c: boolean, d: string, e: string, f: float, g: boolean, h: integer): string {
                    code``;
                    return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h;
                }
                print(join(1, 2.5, true, "four", "fi" + "ve", -6.5, false, 8));
                print(join(-1, 0.5, false, "", "x", 1e10, true, 9));
                """,
                "1 2.5 true four five -6.5 false 8", "-1 0.5 false  x 10000000000.0 true 9");
    }

    @Test
    void structuresCrossBothWays() {
        assertOutput("""
                class Node {
                    next: Node | null = null;
                    values: integer[] = [];
                    name: string;
                    constructor(name: string) { this.name = name; }
                }
                let last: Node | null = null;
                function ring(first: Node, n: integer): Node {
                    code``;
                    let at = first;
                    for (let i = 0; i < n; i++) {
                        const made = new Node("device " + i);
                        made.values.push(i * i, i);
                        at.next = made;
                        at = made;
                    }
                    at.next = first;
                    last = at;
                    first.name += "!";
                    return at;
                }
                const first = new Node("host");
                const at = ring(first, 3);
                print(at.name, at.next!.name, last == at, first.next!.name);
                at.next!.values.push(7);
                at.values[0] = 99;
                const again = ring(at, 1);
                print(again.name, again.next!.name, at.values, first.values, at.next == again);
                let node = first;
                let names = "";
                for (let i = 0; i < 5; i++) {
                    names += node.name + "; ";
                    node = node.next!;
                }
                print(names);
                """,
                "device 2 host! true device 0", "device 0 device 2! 99,2 7 true",
                "host!; device 0; device 1; device 2!; device 0; ");
    }

    @Test
    void closuresAreCalledOnTheOtherSide() {
        assertOutput("""
                class Base { name(): string { return "base"; } }
                class Derived extends Base { name(): string { return "derived"; } }
                function twice(f: (x: integer) => integer, x: integer): integer { code``; return f(f(x)); }
                function adder(n: integer): (x: integer) => integer { code``; return (x: integer) => x + n; }
                function nameOf(b: Base): string { code``; return b.name(); }
                function make(derived: boolean): Base { code``; if (derived) { return new Derived(); } return new Base(); }
                function double(x: integer): integer { return 2 * x; }
                let count = 0;
                const counting = (x: integer) => { count += 1; return x + count; };
                print(twice(double, 10), twice(adder(5), 1), adder(3)(4));
                print(twice(counting, 100), count, counting(0), count);
                print(nameOf(new Base()), nameOf(new Derived()), make(true).name(), make(false).name());
                const onDevice = (x: integer) => { code`${x} += ${x};`; return x + count; };
                print(onDevice(4), twice(onDevice, 1));
                """,
                "40 11 7", "103 2 3 3", "base derived derived base", "11 13");
    }

    @Test
    void outputComesInTheOrderOfTheProgram() {
        assertOutput("""
                function say(s: string): void { code``; print("device:", s); }
                print("a"); say("b"); print("c"); say("d"); say("e"); print("f");
                """, "a", "device: b", "c", "device: d", "device: e", "f");
    }

    @Test
    void randomNumbersAreDrawnFromOneSequence() {
        String body = "return Math.random();";
        Result alone = bench.run("function f(): float { " + body + " } print(f(), f(), f(), f());");
        Result shared = bench.run("function f(): float { " + body + " } function g(): float { code``; " + body
                + " } print(f(), g(), g(), f());");
        assertThat(shared.output()).isEqualTo(alone.output());
    }

    @Test
    void hostReferencesSurviveTheDevicesCollections() {
        assertOutput("""
                function churn(n: integer): integer {
                    code``;
                    let total = 0;
                    for (let i = 0; i < n; i++) {
                        const garbage = [i, i + 1, i + 2, i + 3, i + 4];
                        total += garbage[4] - garbage[0];
                    }
                    gc();
                    return total;
                }
                function deep(n: integer): string {
                    const mine = "frame " + n;
                    if (n == 0) {
                        return "" + churn(20000);
                    }
                    const inner = deep(n - 1);
                    return n % 10 == 0 ? inner + " " + mine : inner;
                }
                function pair(a: string, b: integer): string { return a + b; }
                print(pair("x" + 1, churn(5000)));
                print(deep(5));
                print(deep(100));
                """,
                "x120000", "80000",
                "80000 frame 10 frame 20 frame 30 frame 40 frame 50 frame 60 frame 70 frame 80 frame 90 frame 100");
    }

    @Test
    void hostCollectsWhatTheDeviceMade() {
        assertOutput("""
                function strings(n: integer): string[] {
                    code``;
                    const made: string[] = [];
                    for (let i = 0; i < n; i++) {
                        made.push("device string number " + i);
                    }
                    return made;
                }
                let kept: string[] = [];
                for (let round = 0; round < 8; round++) {
                    const fresh = strings(100);
                    kept.push(fresh[round]);
                    gc();
                }
                print(kept.length, kept[0], kept[7]);
                """,
                "8 device string number 0 device string number 7");
    }

    @Test
    void errorsOnTheDeviceAreThrownWithBothStacks() {
        Result result = bench.run("""
                function inner(values: integer[], i: integer): integer {
                    return values[i];
                }

                function middle(values: integer[], i: integer): integer {
                    code`__asm__ volatile("");`;
                    return inner(values, i) + 1;
                }

                function outer(i: integer): integer {
                    const values = [1, 2, 3];
                    return middle(values, i) * 2;
                }

                print(outer(1));
                print(outer(3));
                """);
        assertThat(result.output()).isEqualTo("6\n");
        assertThat(result.error().orElseThrow().getMessage()).isEqualTo("index out of range");
        assertThat(result.error().orElseThrow().getSourceLocation().getCharacters().toString()).isEqualTo("values[i]");
        assertThat(result.calls()).containsExactly("inner:2", "middle:7", "outer:12", "(top level):16");
    }

    @Test
    void errorsOfTheDeviceAreCaughtOnTheHost() {
        assertOutput("""
                class Trouble extends Error {
                    level: integer = 0;
                }
                function fail(i: integer, values: integer[]): integer {
                    code``;
                    if (i == 0) { return values[9]; }
                    if (i == 1) { return 1 / values[0]; }
                    if (i == 2) { assert(false, "as told"); }
                    if (i == 3) { throw new Error("thrown"); }
                    if (i == 4) {
                        const trouble = new Trouble("deep");
                        trouble.level = 7;
                        throw trouble;
                    }
                    if (i == 5) { while (true) { values.push(i); } }
                    if (i == 6) { return fail(i, values) + 1; }
                    try { return values[5]; } catch (e) { values[0] = e.message.length; }
                    return values[0];
                }
                for (let i = 0; i < 8; i++) {
                    try {
                        print(i, fail(i, [0]));
                    } catch (e) {
                        print(i, e.name, e.message, e instanceof Trouble ? e.level : 0);
                    }
                }
                """,
                "0 RangeError index out of range 0", "1 RangeError division by zero 0", "2 Error as told 0",
                "3 Error thrown 0", "4 Error deep 7", "5 RangeError out of memory 0", "6 RangeError stack overflow 0", "7 18");
    }

    @Test
    void uncaughtErrorsAreToldWhereTheyWereThrownFirst() {
        Result fromDevice = bench.run("""
                function fail(): void {
                    code``;
                    throw new Error("from the device");
                }
                try {
                    fail();
                } catch (e) {
                    throw e;
                }
                """);
        assertThat(fromDevice.error().orElseThrow().getMessage()).isEqualTo("Error: from the device");
        assertThat(fromDevice.error().orElseThrow().getSourceLocation().getStartLine()).isEqualTo(3);
        Result fromHost = bench.run("""
                function again(e: Error): void {
                    code``;
                    throw e;
                }
                try {
                    throw new Error("from the host");
                } catch (e) {
                    again(e);
                }
                """);
        assertThat(fromHost.error().orElseThrow().getMessage()).isEqualTo("Error: from the host");
        assertThat(fromHost.error().orElseThrow().getSourceLocation().getStartLine()).isEqualTo(6);
    }

    @Test
    void everyKindOfErrorIsTheSameAsOnTheHost() {
        String[][] cases = {
            {"values[5] = 1;", "index out of range"},
            {"print(1 / values[0]);", "division by zero"},
            {"assert(values.length == 0, \"it is \" + values.length);", "assertion failed: it is 1"},
            {"fail(values, 1);", "stack overflow"},
            {"code`*(volatile int *)4 = 1;`;", "null dereference"},
            {"code`*(volatile int *)0x60000000 = 1;`;", "fault"},
            {"while (true) { values.push(1); }", "out of memory"},
        };
        for (String[] one : cases) {
            Result result = bench.run("""
                    function fail(values: integer[], n: integer): integer {
                        code``;
                        if (n > 0) { return fail(values, n + 1) + 1; }
                        %s
                        return 0;
                    }
                    print(fail([0], 0));
                    """.formatted(one[0]));
            assertThat(result.error().orElseThrow().getMessage()).as(one[0]).startsWith(one[1]);
            assertThat(result.calls()).as(one[0]).contains("fail:4").endsWith("(top level):7");
        }
    }

    @Test
    void mistakesInInlineCAreToldAsSyntaxErrors() {
        Result result = bench.run("function f(): void {\n    code`nonsense;`;\n}\nf();\n");
        assertThat(result.error().orElseThrow().isSyntaxError()).isTrue();
        assertThat(result.error().orElseThrow().getMessage()).contains("2:").contains("nonsense");
    }

    @Test
    void codeAtFileScopeAndItsVariablesLiveOnTheDevice() {
        assertOutput("""
                code`static int32_t calls;`;
                function count(): integer { let n = 0; code`${n} = ++calls;`; return n; }
                let sum = 0;
                for (let i = 0; i < 5; i++) { sum += count(); }
                print(sum);
                """, "15");
    }

    @Test
    void aDamagedHeapIsAnErrorOfTheProgram() {
        Result result = bench.run("""
                function f(): void { code`bs_heap.large = (bs_free_cell *)12;`; }
                f();
                """);
        assertThat(result.error().orElseThrow().getMessage()).startsWith("fault: inline C has damaged the heap");
        assertOutput("function g(): integer { code``; return 5; } print(g());", "5");
    }
}
