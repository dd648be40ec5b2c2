package org.bluescript.cli.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.StackFrame;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.backend.tiers.OutOfCodeMemory;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.tiers.InstalledLoop;
import org.bluescript.language.typed.FunctionId;
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

        CompiledGeneration specialised = device.compile(specialised(program));
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

    /** With the declaration of another type gcc passes no arguments once it sees which function a closure holds. */
    @Test
    void entriesThatClosuresHoldAreDeclaredWithTheirOwnTypes() throws OutOfCodeMemory {
        TypedProgram program = TierBench.check(SHAPES);
        TieredDevice device = bench.load(program);
        String unit = device.install(1, device.compile(program)).code().unit().text();
        assertThat(unit)
                .containsPattern("extern int32_t \\w*adder_closure1_entry\\(struct \\w+ \\*self, int32_t \\w+\\);")
                .doesNotContainPattern("closure1_entry\\(void\\)");
    }

    private static final String FAILING = """
            function at(values, i) {
                return values[i];
            }

            function outer(n: integer): integer {
                return at([1, 2, 3], n);
            }

            function thrower(n): integer {
                if (n > 2) {
                    throw new RangeError("too great: " + n);
                }
                return n;
            }

            let kept: any = null;

            function keep(n: integer): integer {
                try { return thrower(n); } catch (e) { kept = e; return -1; }
            }

            function rethrow(): void {
                throw kept;
            }

            function deep(n) { return n == 0 ? 0 : 1 + deep(n + 1); }
            function sink(): integer { return deep(1); }

            print(outer(1), keep(1), keep(5));
            """;

    private static void assertAt(RunTimeError error, String message, int line, String... calls) {
        assertThat(error.message()).isEqualTo(message);
        assertThat(error.place().orElseThrow().position().line()).isEqualTo(line);
        if (calls.length > 0) {
            assertThat(error.innermost().stream().map(StackFrame::function)).containsExactly(calls);
        }
    }

    private static void assertFailuresAreFound(TieredDevice device) {
        assertThat(device.call("outer", 2)).isEqualTo(3);
        assertAt(device.fail("outer", 3), "index out of range", 2, "at", "outer");
        assertAt(device.fail("thrower", 8 * 7), "RangeError: too great: 7", 11, "thrower");
        assertAt(device.fail("sink"), "stack overflow", 26);
    }

    @Test
    void errorsAreFoundInEachGeneration() throws OutOfCodeMemory {
        TypedProgram program = TierBench.check(FAILING);
        TieredDevice device = bench.load(program);
        assertFailuresAreFound(device);
        Generation first = device.install(1, device.compile(specialised(program)));
        assertFailuresAreFound(device);
        assertThat(device.call("keep", 9)).isEqualTo(-1);

        device.install(2, device.compile(program));
        assertAt(device.fail("rethrow"), "RangeError: too great: 9", 11, "rethrow");
        device.memory().free(first.region());
        device.install(3, device.compile(specialised(program)));
        assertThat(device.memory().usedBytes()).isLessThan(TierBench.CODE_MEMORY);
        assertFailuresAreFound(device);
    }

    @Test
    void aCallInProgressEndsInItsOwnCodeAndReachesTheNew() throws Exception {
        TypedProgram program = TierBench.check("""
                let waiting: boolean = true;
                let begun = 0;
                function increment(x: integer): integer { return x + 1; }
                function run(f: (x: integer) => integer): integer {
                    let n = 0;
                    while (waiting) { n = f(n) & 0xffff; begun += 1; }
                    return f(1000000);
                }
                function start(): integer { waiting = true; return run(increment); }
                print(increment(1));
                """);
        TieredDevice device = bench.load(program);
        CompiledGeneration other = device.compile(program);
        CompletableFuture<Integer> result = CompletableFuture.supplyAsync(() -> device.call("start"));
        Address begun = device.global("begun");
        await(result, () -> device.word(begun) > 100);
        device.install(1, other);
        FunctionId increment = new FunctionId("main", "increment");
        device.base().code().image().symbols().stream()
                .filter(s -> s.name().equals(device.base().code().layout().code().value(increment)))
                .forEach(s -> device.poison(new Region(Address.of(s.address()), s.size())));
        int before = device.word(begun);
        await(result, () -> device.word(begun) - before > 100);
        device.octet(device.global("waiting"), 0);
        assertThat(result.get()).isEqualTo(1000001);
    }

    /** Ends when the device is so far, which must be before the call ends. */
    private static void await(CompletableFuture<Integer> call, BooleanSupplier condition) throws Exception {
        while (!condition.getAsBoolean()) {
            if (call.isDone()) {
                throw new AssertionError("ended with " + call.get());
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsSize() {
        TypedProgram program = TierBench.check(SHAPES);
        TieredDevice device = bench.load(program, 256);
        CompiledGeneration compiled = device.compile(program);
        assertThat(compiled.size()).isGreaterThan(256);
        assertThatThrownBy(() -> compiled.place(1, device.memory()))
                .isInstanceOf(OutOfCodeMemory.class)
                .hasMessageContaining(ObjectLayout.occupied(compiled.size()) + " bytes");
        assertThat(device.memory().freeBytes()).isEqualTo(256);
        assertThat(device.call("add", 1, 2)).isEqualTo(3);
    }

    @Test
    void onlyWhatIsReplacedLeavesGenerationZero() throws OutOfCodeMemory {
        TypedProgram program = TierBench.check(SHAPES);
        TieredDevice device = bench.load(program);
        int square = device.call("make", 1);
        int closure = device.call("adder", 5);
        FunctionId apply = new FunctionId("main", "apply");
        FunctionId area = new FunctionId("main", "Square.area");
        CompiledGeneration part = device.compile(program, Set.of(apply), Set.of(area));
        assertThat(part.size()).isLessThan(device.compile(program).size() / 2);
        Generation generation = device.install(1, part);
        assertThat(generation.called()).containsOnlyKeys(apply);
        assertThat(device.call("apply", closure, 8)).isEqualTo(13);
        device.callGeneric();
        assertThat(device.call("area", square, 1)).isEqualTo(10);
        device.poison(generation.region());
        assertThat(device.call("apply", closure, 8)).isEqualTo(13);
        assertThat(device.fail("area", square, 1).kind()).isEqualTo(RunTimeErrorKind.FAULT);
    }

    @Test
    void inlineCIsInOnePlace() throws OutOfCodeMemory {
        TypedProgram program = TierBench.check("""
                code`static int32_t made = 40;`
                function next(step: integer): integer { let r = 0; code`made += ${step}; ${r} = made;`; return r; }
                function twice(f: (n: integer) => integer): integer { f(1); return f(1); }
                function both(step): integer { return next(step) + twice(next); }
                """);
        TieredDevice device = bench.load(program);
        assertThat(device.call("both", 8)).isEqualTo(41 + 43);
        device.install(1, device.compile(program));
        assertThat(device.call("both", 8)).isEqualTo(44 + 46);
        device.callGeneric();
        assertThat(device.call("next", 1)).isEqualTo(47);
    }

    static final String LOOP = """
            let step = 1;
            function sum(values, n) {
                let total: any = 0;
                let i: any = 0;
                while (i < n) {
                    total = (total + values[i % values.length]) % 1000003;
                    i = i + step;
                }
                return total;
            }
            function numbers(a, b): any { return [a, b, 3, 4, 5]; }
            function some(n: integer): integer { return sum(numbers(1, 2), n); }
            function halves(n: integer): float { return sum(numbers(1.5, 2.5), n); }
            print(some(20));
            """;

    /** On the memory of the program as it was. */
    private static TypedProgram specialised(TypedProgram program) {
        return Specializer.specialize(program, TierBench.profile(program), Request.WHOLE).program();
    }

    private static SpecializedProgram specialised(TypedProgram program, boolean counting) {
        return Specializer.specialize(program, TierBench.profile(program), new Request(f -> true, l -> true, counting));
    }

    /** The words of a loop's locals by their names, tagged. */
    private static int[] words(InstalledLoop loop, Map<String, Integer> values) {
        return loop.locals().stream().mapToInt(l -> values.get(l.name())).toArray();
    }

    @Test
    void aLoopIsRecalledAndGoesOnInAnotherGeneration() throws Exception {
        TypedProgram program = TierBench.check(LOOP);
        TieredDevice device = bench.load(program);
        CompiledGeneration compiled = device.compile(specialised(program, false));
        Generation first = device.install(1, compiled);
        int array = device.call("numbers", 1 << 3, 2 << 3);
        InstalledLoop loop = first.loops().values().iterator().next();
        int[] start = words(loop, Map.of("values", array, "n", 50 << 3, "total", 7 << 3, "i", 20 << 3));

        device.word(device.global("step"), 0);
        CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> device.call(loop.entry(), start));
        await(call, () -> device.isIn(first.region()));
        Generation second = device.install(2, compiled);
        device.word(device.base().recall(), 1);
        call.get();
        Address exchange = device.base().exchange();
        assertThat(device.word(exchange.plus(Exchange.RECALLED_OFFSET))).isEqualTo(1);
        device.memory().free(first.region());
        device.poison(first.region());
        device.word(device.base().recall(), 0);
        device.word(exchange.plus(Exchange.RECALLED_OFFSET), 0);
        device.word(device.global("step"), 1);

        Map<String, Integer> state = new HashMap<>();
        for (int i = 0; i < loop.locals().size(); i++) {
            state.put(loop.locals().get(i).name(), device.word(exchange.plus(Exchange.STATE_OFFSET + 4 * i)));
        }
        assertThat(state).containsEntry("values", array).containsEntry("n", 50 << 3).containsEntry("i", 20 << 3);
        assertThat(state.get("total")).isNotEqualTo(7 << 3);
        InstalledLoop again = second.loops().values().iterator().next();
        int rest = device.call("some", 50) - device.call("some", 20);
        assertThat(device.call(again.entry(), words(again, state))).isEqualTo(state.get("total") + (rest << 3));
        assertThat(device.word(exchange.plus(Exchange.RECALLED_OFFSET))).isZero();
    }

    @Test
    void guardsThatFailAreCountedWithTheirWords() throws OutOfCodeMemory {
        TypedProgram program = TierBench.check(LOOP);
        TieredDevice device = bench.load(program);
        device.call("(top level)");
        CompiledGeneration compiled = device.compile(specialised(program, true));
        Generation generation = device.install(1, compiled);
        Region guards = generation.guards().orElseThrow();
        assertThat(guards.size()).isEqualTo(Generation.GUARD_SIZE * compiled.made().guards().size());
        assertThat(device.call("some", 10)).isEqualTo(30);
        assertThat(counts(device, guards)).containsOnly(0);
        assertThat(Float.intBitsToFloat(device.call("halves", 10))).isEqualTo(32);
        assertThat(counts(device, guards)).contains(1);
        assertThat(Float.intBitsToFloat(device.call("halves", 10))).isEqualTo(32);
        assertThat(counts(device, guards)).contains(2);
    }

    private static List<Integer> counts(TieredDevice device, Region guards) {
        return IntStream.range(0, guards.size() / Generation.GUARD_SIZE)
                .mapToObj(i -> device.word(guards.base().plus(Generation.GUARD_SIZE * i)))
                .toList();
    }

    @Test
    void aGenerationKnowsTheSizesOfItsFunctions() throws OutOfCodeMemory {
        TypedProgram program = TierBench.check(LOOP);
        TieredDevice device = bench.load(program);
        Generation generation = device.install(1, device.compile(specialised(program, true)));
        FunctionId sum = new FunctionId("main", "sum");
        assertThat(generation.sizes()).containsKeys(sum, sum.specialised(), sum.continuation());
        assertThat(generation.sizes().values().stream().mapToInt(i -> i).sum())
                .isLessThanOrEqualTo(generation.region().size())
                .isGreaterThan(generation.region().size() / 2);
        assertThat(device.base().sizes()).containsKey(sum).doesNotContainKey(sum.specialised());
    }
}
