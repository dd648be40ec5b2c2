package org.bluescript.language.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.Test;

class InferenceTest {
    @Test
    void propertiesGetTheTypeOfAllThatIsStoredInThem() {
        TypedProgram program = inferred("""
                class Point { x; y; next = null; constructor(x, y) { this.x = x; this.y = y; } }
                const p = new Point(1, 2.5);
                p.next = new Point(2, 0.5);
                """);
        assertThat(properties(program, "Point")).isEqualTo("x: integer, y: float, next: Point | null");
    }

    @Test
    void propertiesOfTwoTypesStayAny() {
        TypedProgram program = inferred("""
                class Box { value; constructor(value) { this.value = value; } }
                new Box(1);
                (new Box(2) as any).value = "text";
                """);
        assertThat(properties(program, "Box")).isEqualTo("value: any");
    }

    @Test
    void propertiesThatAreReadTooEarlyHoldTheIntegerThatIsThere() {
        TypedProgram program = inferred("""
                class Base { constructor() { this.show(); } show() { } }
                class Early extends Base { x; constructor() { super(); this.x = 1.5; } show() { print(this.x); } }
                class Other extends Base { y; constructor() { super(); this.y = 1.5; } }
                new Early();
                new Other();
                """);
        assertThat(properties(program, "Early")).isEqualTo("x: any");
        assertThat(properties(program, "Other")).isEqualTo("y: float");
    }

    @Test
    void arraysGetTheTypeOfTheirElements() {
        TypedProgram program = inferred("""
                class Holder { numbers = [] as any[]; rows = [] as any[]; mixed = [] as any[]; itself = [] as any[]; }
                const h = new Holder();
                h.numbers.push(1);
                h.rows.push(new Array(3, 0.5));
                h.mixed.push(1);
                h.mixed.push(0.5);
                h.itself.push(h.itself);
                """);
        assertThat(properties(program, "Holder"))
                .isEqualTo("numbers: integer[], rows: float[][], mixed: any[], itself: any[]");
    }

    @Test
    void arraysThatErrorsMayNameStayArraysOfAny() {
        TypedProgram program = inferred("""
                class Holder { seen = new Array(3, 1); unseen = new Array(3, 1); }
                const h = new Holder();
                function text(x: any): string { return x; }
                text(h.seen);
                """);
        assertThat(properties(program, "Holder")).isEqualTo("seen: any[], unseen: integer[]");
    }

    @Test
    void parametersAndResultsOfFunctionsThatAreValuesStay() {
        TypedProgram program = inferred("""
                function called(x) { return x + 1; }
                function value(x) { return x + 1; }
                print(called(1), value(1));
                const f = value as any;
                """);
        assertThat(signature(program, "called")).isEqualTo("(integer): integer");
        assertThat(signature(program, "value")).isEqualTo("(any): any");
    }

    @Test
    void integersThatAreAlwaysTheSameStandWhereTheyAreRead() {
        TypedProgram program = inferred("""
                class Board {
                    size; moves = 0;
                    constructor(size) { this.size = size; }
                    last() { return this.size - 1; }
                    move() { return this.moves++; }
                }
                const b = new Board(8);
                b.last();
                b.move();
                """);
        assertThat(propertiesRead(program, "Board.last")).isEmpty();
        assertThat(propertiesRead(program, "Board.move")).containsExactly("moves");
    }

    @Test
    void propertiesThatAreReadTooEarlyAreStillRead() {
        TypedProgram program = inferred("""
                class Base { constructor() { this.show(); } show(): void { } }
                class Early extends Base { x: integer; constructor() { super(); this.x = 7; } show() { print(this.x); } }
                new Early();
                """);
        assertThat(propertiesRead(program, "Early.show")).containsExactly("x");
    }

    @Test
    void indicesKnowTheLengthOfArraysThatHaveOne() {
        TypedProgram program = inferred("""
                class Table {
                    same: float[]; other: float[]; growing: float[] = [];
                    constructor(size: integer) {
                        this.same = new Array<float>(2 * 8, 0.5);
                        this.other = new Array<float>(size, 0.5);
                        this.growing.push(1.5);
                    }
                    at(i: integer) { return this.same[i]; }
                    otherAt(i: integer) { return this.other[i]; }
                    growingAt(i: integer) { return this.growing[i]; }
                }
                for (const size of [3, 4]) {
                    const t = new Table(size);
                    print(t.at(size), t.otherAt(0), t.growingAt(0));
                }
                """);
        assertThat(lengthsKnown(program, "Table.at")).containsExactly(OptionalInt.of(16));
        assertThat(lengthsKnown(program, "Table.otherAt")).containsExactly(OptionalInt.empty());
        assertThat(lengthsKnown(program, "Table.growingAt")).containsExactly(OptionalInt.empty());
    }

    @Test
    void programsWithInlineCodeStayAsTheyAre() {
        TypedProgram program = checked("""
                class Box { value; constructor(value) { this.value = value; } }
                const b = new Box(1);
                function change(): void { code`(void)0;` }
                change();
                """);
        assertThat(Inference.inferred(program)).isSameAs(program);
    }

    private static String properties(TypedProgram program, String name) {
        return program.classes().values().stream()
                .filter(c -> c.type().name().equals(name))
                .flatMap(c -> c.fields().stream())
                .map(f -> f.name() + ": " + f.type())
                .collect(Collectors.joining(", "));
    }

    private static List<String> propertiesRead(TypedProgram program, String name) {
        List<String> result = new ArrayList<>();
        TreeWalk.expressions(function(program, name).body(), e -> {
            if (e instanceof TypedExpression.FieldRead r) {
                result.add(r.field().name());
            }
        });
        return result;
    }

    private static List<OptionalInt> lengthsKnown(TypedProgram program, String name) {
        List<OptionalInt> result = new ArrayList<>();
        TreeWalk.expressions(function(program, name).body(), e -> {
            if (e instanceof TypedExpression.ElementRead r) {
                result.add(r.bounds().length());
            }
        });
        return result;
    }

    private static String signature(TypedProgram program, String name) {
        TypedFunction function = function(program, name);
        return function.parameters().stream().map(p -> p.type().toString()).collect(Collectors.joining(", ", "(", "): "))
                + function.result();
    }

    private static TypedFunction function(TypedProgram program, String name) {
        return program.functions().values().stream()
                .filter(f -> f.displayName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TypedProgram inferred(String text) {
        return Inference.inferred(checked(text));
    }

    private static TypedProgram checked(String text) {
        MemoryModules modules = MemoryModules.of(Map.of("main", text));
        Diagnostics diagnostics = new Diagnostics();
        return ProgramChecker.check(modules.module("main"), modules, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    }
}
