package org.bluescript.backend.specialize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.bluescript.backend.EmittedPrograms;
import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.compile.CompileFailure;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.CrossCompiler;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs specialised to what they do: the C of those in {@code src/test/specialize}, with entries for all loops and counted guards,
 * rewritten with {@code -Dupdate=true} and reviewed in the diff; and what the specialiser tells of its work.
 */
class SpecializerTest {
    private static final Path FOLDER = Path.of("src/test/specialize");
    private static final boolean UPDATE = Boolean.getBoolean("update");
    private static final Request ALL = new Request(f -> true, l -> true, true);

    @TestFactory
    Stream<DynamicTest> emittedCIsAsExpectedAndCorrect() throws IOException {
        List<Path> programs;
        try (Stream<Path> files = Files.list(FOLDER)) {
            programs = files.filter(f -> f.toString().endsWith(".bs")).sorted().toList();
        }
        assertThat(programs).isNotEmpty();
        return programs.stream().map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> compare(p)));
    }

    private static void compare(Path program) throws IOException, CompileFailure {
        Path expected = program.resolveSibling(program.getFileName().toString().replace(".bs", ".c"));
        String text = EmittedPrograms.emitShared(specialized(Files.readString(program), ALL).program()).text();
        if (UPDATE) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
        try (CrossCompiler compiler = new PlainGcc(CompilerOptions.standard(), RuntimeHeaders.installed())) {
            compiler.compile(CSource.of(program.getFileName().toString(), text));
        }
    }

    private static SpecializedProgram specialized(String text, Request request) {
        TypedProgram program = checked(text);
        return Specializer.specialize(program, profile(program), request);
    }

    private static TypedProgram checked(String text) {
        MemoryModules modules = MemoryModules.of(Map.of("main", text));
        Diagnostics diagnostics = new Diagnostics();
        return ProgramChecker.check(modules.module("main"), modules, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    }

    private static Profile profile(TypedProgram program) {
        Observations observations = new Observations();
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (HostedProgram hosted = HostedProgram.of(
                program, nowhere, nowhere, Map.of("engine.WarnInterpreterOnly", "false"), Optional.of(observations))) {
            hosted.run();
        }
        return observations.profile();
    }

    private static FunctionId main(String name) {
        return new FunctionId("main", name);
    }

    private static final String SEVERAL = """
            function add(a, b) { return a + b; }
            function twice(x) { return add(x, x); }
            function amount(v) { return v instanceof Box ? v.n : v; }
            class Box { n: integer; constructor(n: integer) { this.n = n; } }
            for (let i = 0; i < 50; i++) { twice(i); twice(0.5); amount(i); amount(new Box(i)); amount(2.5); }
            twice("text");
            """;

    @Test
    void typesThatHaveNothingInCommonGetVersionsOfTheirOwn() {
        SpecializedProgram program = specialized(SEVERAL, Request.WHOLE);
        assertThat(versions(program, "add")).containsExactlyInAnyOrder("[integer, integer]: integer", "[float, float]: float");
        assertThat(versions(program, "twice")).as("what it calls tells").containsExactlyInAnyOrder("[integer]: integer", "[float]: float");
        assertThat(versions(program, "amount")).containsExactlyInAnyOrder("[integer]: integer", "[float]: float", "[Box]: integer");
        String text = EmittedPrograms.emitShared(program.program()).text();
        assertThat(text).contains("_add_2(", "_amount_3(");
    }

    @Test
    void thereAreNotMoreVersionsThanAskedFor() {
        SpecializedProgram one = specialized(SEVERAL, new Request(f -> true, l -> true, true, 1));
        assertThat(versions(one, "amount")).hasSize(1);
        assertThat(one.program().functions()).doesNotContainKey(main("amount").specialised(2));
        assertThat(versions(specialized(SEVERAL, new Request(f -> true, l -> true, true, 2)), "amount")).hasSize(2);
    }

    private static List<String> versions(SpecializedProgram program, String function) {
        return program.notes().get(main(function)) instanceof VersionNote.Versioned v
                ? v.versions().stream().map(m -> m.parameters() + ": " + m.result()).toList()
                : List.of();
    }

    @Test
    void conditionsThatWereNearlyAlwaysTheSameAreToldToTheCompiler() {
        String text = """
                function f(n: integer, a) {
                    let sum = 0;
                    for (let i = 0; i < n; i++) {
                        if (i % 50 == 49) { sum += a; }
                        sum += i != 70 ? 1 : 2;
                        if (i % 2 == 0) { sum++; }
                    }
                    return sum;
                }
                f(100, 2);
                """;
        String specialised = EmittedPrograms.emitShared(specialized(text, Request.WHOLE).program()).text();
        assertThat(specialised).containsPattern("if \\(BS_UNLIKELY\\(.*49").containsPattern("BS_LIKELY\\(.*70.* \\? ");
        assertThat(EmittedPrograms.emitShared(specialized(text.replace("100", "30"), Request.WHOLE).program()).text())
                .doesNotContainPattern("LIKELY\\(.*(49|70)");
    }

    @Test
    void entriesOfLoopsTakeWhatIsUsedFromThereOn() {
        SpecializedProgram program = specialized("""
                function f(a, unused, n: integer) {
                    let before = a * 2;
                    let sum = before;
                    for (let i = 0; i < n; i++) {
                        const inner = i * a;
                        sum += inner;
                    }
                    return sum;
                }
                f(1, 2, 3);
                """, ALL);
        LoopEntry entry = program.loops().entrySet().stream()
                .filter(e -> e.getKey().function().equals(main("f")))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(entry.locals().stream().map(Local::name)).containsExactly("a", "n", "sum", "i");
        assertThat(program.program().functions()).containsKey(entry.id());
    }

    @Test
    void loopsThatCannotBeEnteredHaveReasons() {
        SpecializedProgram program = specialized("""
                function caught() { try { for (let i = 0; i < 2; i++) { } } catch (e) { for (let i = 0; i < 2; i++) { } } }
                function shared() { let n = 0; const add = () => { n += 1; }; for (let i = 0; i < 2; i++) { add(); } return n; }
                function nested() { try { for (let i = 0; i < 2; i++) { for (let j = 0; j < 2; j++) { } } } catch (e) { } }
                caught();
                shared();
                nested();
                """, ALL);
        assertThat(program.closed().values()).containsExactlyInAnyOrder(
                "closures share its variables: n", "it is in a loop in the body of a try statement");
        assertThat(program.loops()).hasSize(3);
    }

    @Test
    void everyFunctionHasANote() {
        SpecializedProgram program = specialized("""
                class Box { value; constructor(value) { this.value = value; } get() { return this.value; } }
                function twice(x) { return x + x; }
                function never(x) { return x; }
                function typed(x: integer): integer { return x; }
                function careful(x) { try { return x.get(); } catch (e) { return 0; } }
                const add = (x) => x + 1;
                print(twice(1), typed(2), careful(new Box(3)), add(4));
                """, new Request(f -> !f.name().equals("twice"), l -> true, true));
        assertThat(program.notes().keySet())
                .containsAll(program.notes().keySet())
                .contains(main("twice"), main("never"), main("typed"), main("careful"), main("Box.get"));
        assertThat(reason(program, "twice")).isEqualTo(VersionNote.Reason.NOT_ASKED_FOR);
        assertThat(reason(program, "never")).isEqualTo(VersionNote.Reason.NEVER_SEEN);
        assertThat(reason(program, "typed")).isEqualTo(VersionNote.Reason.ALL_TYPES_KNOWN);
        assertThat(reason(program, "careful")).isEqualTo(VersionNote.Reason.TRY);
        assertThat(reason(program, FunctionId.TOP_LEVEL)).isEqualTo(VersionNote.Reason.TOP_LEVEL);
        assertThat(program.notes().get(main("Box.get"))).isInstanceOf(VersionNote.Versioned.class);
        assertThat(program.notes().values().stream().filter(n -> n instanceof VersionNote.Versioned)).hasSize(3);
    }

    private static VersionNote.Reason reason(SpecializedProgram program, String function) {
        return ((VersionNote.Unversioned) program.notes().get(main(function))).reason();
    }

    @Test
    void whatWasNeverSeenCountsWhatComes() {
        SpecializedProgram program = specialized("""
                function never(x, typed: integer, y) { return x + typed + y; }
                if (time.now() < 0) { never(1, 2, 3); }
                """, new Request(f -> true, l -> true, true));
        assertThat(program.guards()).extracting(Guard::site).containsExactly(new Guard.Argument(0), new Guard.Argument(2));
    }

    @Test
    void guardsTellWhatTheyLookAt() {
        SpecializedProgram program = specialized("""
                function first(values, index) { return values[index]; }
                print(first([1, "one"], 0));
                """, ALL);
        assertThat(program.guards()).extracting(Guard::function).containsOnly(main("first"));
        assertThat(program.guards().stream().map(Guard::site))
                .contains(new Guard.Parameter(0), new Guard.Parameter(1))
                .anyMatch(s -> s instanceof Guard.Value);
        assertThat(program.guards().stream().map(Guard::number).sorted())
                .isEqualTo(Stream.iterate(0, i -> i + 1).limit(program.guards().size()).toList());
    }

    @Test
    void nothingIsCountedUnlessItIsWanted() {
        SpecializedProgram program = specialized("function f(x) { return x + 1; } f(1);", Request.WHOLE);
        assertThat(program.guards()).isEmpty();
        assertThat(EmittedPrograms.emitShared(program.program()).text()).doesNotContain("bs_guard_failed");
    }
}
