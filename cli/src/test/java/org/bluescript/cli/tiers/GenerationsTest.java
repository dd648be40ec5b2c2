package org.bluescript.cli.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.bluescript.backend.specialize.Specializer;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.backend.tiers.OutOfCodeMemory;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Code of a program is replaced on a device that keeps the program's data and objects. */
class GenerationsTest {
    private static final String SHAPES = """
            class Shape {
                name(): string { return "shape"; }
                area(x): integer { return 0; }
            }
            class Square extends Shape {
                side: integer = 3;
                name(): string { return "square"; }
                area(x): integer { return this.side * this.side + x; }
            }
            let count = 0;
            function sum(a, b) { count += 1; return a + b; }
            function add(a: integer, b: integer): integer { return sum(a, b); }
            function adder(n: integer): (x: integer) => integer { return (x: integer) => sum(x, n); }
            function apply(f: (x: integer) => integer, x: integer): integer { return f(x); }
            function value(): (a: any, b: any) => any { return sum; }
            function applyAny(f: any, a: integer, b: integer): integer { return f(a, b); }
            function make(square: boolean): Shape { return square ? new Square() : new Shape(); }
            function area(s: Shape, x: integer): integer { return s.area(x); }
            function describe(s: Shape): void { print(s.name(), count); }
            function many(a: integer, b: integer, c: integer, d: integer, e: integer, f: integer): integer {
                return ((((a * 10 + b) * 10 + c) * 10 + d) * 10 + e) * 10 + f;
            }
            print(add(1, 2), adder(3)(4), applyAny(sum, 2, 3), area(make(true), 1), area(make(false), 1));
            """;

    private static TierBench bench;

    @BeforeAll
    static void open() {
        bench = TierBench.open();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static void assertWorks(TieredDevice device, int square, int closure, int function) {
        assertThat(device.call("add", 40, 2)).isEqualTo(42);
        assertThat(device.call("apply", closure, 8)).isEqualTo(13);
        assertThat(device.call("applyAny", function + 4, 30, 5)).isEqualTo(35);
        assertThat(device.call("area", square, 100)).isEqualTo(109);
        assertThat(device.call("many", 1, 2, 3, 4, 5, 6)).isEqualTo(123456);
        assertThat(device.print("describe", square)).startsWith("square ");
    }

    @Test
    void theBasesFunctionsAreCalled() {
        TieredDevice device = bench.load(TierBench.check(SHAPES));
        assertWorks(device, device.call("make", 1), device.call("adder", 5), device.call("value"));
        assertThat(device.print("describe", device.call("make", 0))).isEqualTo("shape 3\n");
    }

    @Test
    void objectsOfTheBaseReachTheCodeOfAGeneration() throws OutOfCodeMemory {
        TypedProgram program = TierBench.check(SHAPES);
        TieredDevice device = bench.load(program);
        int square = device.call("make", 1);
        int closure = device.call("adder", 5);
        int function = device.call("value");
        int code = device.word(Address.of(closure + ObjectLayout.CLOSURE_CODE_OFFSET));

        Generation same = device.install(1, device.compile(program));
        assertWorks(device, square, closure, function);
        int used = device.memory().usedBytes();

        CompiledGeneration specialised = device.compile(Specializer.specialize(program, TierBench.profile(program)));
        Generation second = device.install(2, specialised);
        device.memory().free(same.region());
        assertThat(device.memory().usedBytes()).isEqualTo(second.region().size());
        assertThat(used).isEqualTo(same.region().size());
        assertWorks(device, square, closure, function);
        assertWorks(device, device.call("make", 1), device.call("adder", 5), device.call("value"));

        device.callGeneric();
        assertWorks(device, square, closure, function);
        int later = device.word(Address.of(
                device.call("adder", 5) + ObjectLayout.CLOSURE_CODE_OFFSET));
        assertThat(later).isEqualTo(code);
        assertThat(device.print("describe", square)).isEqualTo("square 12\n");
    }
}
