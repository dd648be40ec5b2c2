package org.bluescript.language.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;

import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.source.Diagnostics;
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

    private static String signature(TypedProgram program, String name) {
        TypedFunction function = program.functions().values().stream()
                .filter(f -> f.displayName().equals(name))
                .findFirst()
                .orElseThrow();
        return function.parameters().stream().map(p -> p.type().toString()).collect(Collectors.joining(", ", "(", "): "))
                + function.result();
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
