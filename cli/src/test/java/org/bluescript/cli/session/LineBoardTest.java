package org.bluescript.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.Installation;
import org.bluescript.language.interpreter.SessionBoard;
import org.bluescript.language.profile.Mover;
import org.bluescript.language.session.Outcome;
import org.bluescript.language.session.Session;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.link.board.Boards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines that an emulated board runs as far as only a board can. */
class LineBoardTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final List<String> news = new ArrayList<>();
    private final LineBoard board = LineBoard.of(
            Installation.home(), DeviceChoice.of(Installation.home(), Boards.DEFAULT, Optional.empty()), news::add);
    private final Session session = open();

    private Session open() {
        try {
            return Session.in(Path.of(""), output, output, board, Mover.NONE);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        session.close();
        board.close();
    }

    /** What a line prints and gives. */
    private String line(String text) {
        output.reset();
        Outcome outcome = session.evaluate(text);
        String value = switch (outcome) {
            case Outcome.Value v -> v.text();
            case Outcome.Done d -> "";
            case Outcome.Failed f -> "error: " + f.failure().message();
            default -> outcome.toString();
        };
        return output.toString(StandardCharsets.UTF_8) + value;
    }

    @Test
    void aFunctionWithInlineCIsCalledOnTheBoard() {
        line("function twice(n: integer): integer { let r = 0; code`${r} = ${n} * 2;`; return r }");
        assertThat(line("twice(21)")).isEqualTo("42");
        assertThat(line("twice(twice(1)) + 1")).isEqualTo("5");
    }

    @Test
    void aFunctionThatIsDeclaredAnewIsTheNewOneForTheHostAndOnTheBoard() {
        line("function inner(n: integer): integer { let r = 0; code`${r} = ${n} + 1;`; return r }");
        line("function outer(n: integer): integer { code`;`; return inner(n) * 10 }");
        assertThat(line("outer(1)")).isEqualTo("20");
        line("function inner(n: integer): integer { return n + 5 }");
        assertThat(line("outer(1)")).isEqualTo("60");
        line("function inner(n: integer): integer { let r = 0; code`${r} = ${n} + 7;`; return r }");
        assertThat(line("outer(1)")).isEqualTo("80");
        assertThat(line("inner(1)")).isEqualTo("8");
    }

    @Test
    void codeKnowsTheMembersOfClassesThatAreNew() {
        line("class Plain { size = 1 }");
        line("function sizeOf(o) { code`;`; return o.size }");
        assertThat(line("sizeOf(new Plain())")).isEqualTo("1");
        line("class Named { name = \"n\"; size = 2 }");
        assertThat(line("sizeOf(new Named())")).isEqualTo("2");
        line("class Wide extends Named { get size2() { return this.size } }");
        assertThat(line("sizeOf(new Wide()) + sizeOf(new Plain())")).isEqualTo("3");
        line("class Reckoned { get size() { return 7 } }");
        assertThat(line("sizeOf(new Reckoned())")).isEqualTo("7");
        assertThat(line("sizeOf({ size: 8 })")).isEqualTo("8");
    }

    @Test
    void codeStaysWhenAClassIsNewThatDoesNotConcernIt() {
        line("class Plain { size = 1 }");
        line("function sizeOf(o) { code`;`; return o.size }");
        assertThat(line("sizeOf(new Plain())")).isEqualTo("1");
        SessionBoard.Compiled before = codeOf("sizeOf");
        line("class Other { name = \"n\" }");
        assertThat(codeOf("sizeOf")).isSameAs(before);
        line("class Named { name = \"n\"; size = 2 }");
        assertThat(codeOf("sizeOf")).isNotSameAs(before);
    }

    private SessionBoard.Compiled codeOf(String function) {
        TypedFunction declared = session.seen().program().functions().values().stream()
                .filter(f -> f.id().name().equals(function))
                .findFirst()
                .orElseThrow();
        return session.codeOf(declared).orElseThrow();
    }

    @Test
    void variablesAndObjectsAreTheSameOnBothSides() {
        line("let count = 40");
        line("let name = \"a\"");
        line("let word: any = 1");
        line("function change() { code`${count}++;`; name = name + \"b\"; word = [1, 2.5, \"x\"] }");
        line("change(); change()");
        assertThat(line("count")).isEqualTo("42");
        assertThat(line("name")).isEqualTo("\"abb\"");
        assertThat(line("word")).isEqualTo("[1, 2.5, \"x\"]");
    }

    @Test
    void theBoardsCollectorKeepsWhatTheSessionHolds() {
        line("class Node { next: Node | null; value: integer; constructor(next: Node | null, value: integer) { this.next = next; this.value = value } }");
        line("let list: Node | null = null; let text = \"kept\" + 1; let word: any = new Node(null, 7); let f = (n: integer) => n + 1");
        line("for (let i = 0; i < 100; i++) { list = new Node(list, i) }");
        line("function churn(n: integer) { code`;`; for (let i = 0; i < n; i++) { let a = [i, i, i, i] } }");
        line("churn(20000)");
        assertThat(line("let sum = 0; for (let n = list; n != null; n = n.next) { sum += n.value }; sum")).isEqualTo("4950");
        assertThat(line("text + f(1)")).isEqualTo("\"kept12\"");
        assertThat(line("word.value")).isEqualTo("7");
    }

    @Test
    void functionsThatArePassedToTheBoardRunThere() {
        line("function apply(f: (n: integer) => integer, n: integer): integer { code`;`; return f(n) }");
        line("let k = 5");
        line("function named(n: integer): integer { return n * 3 }");
        assertThat(line("apply(n => n + k, 10)")).isEqualTo("15");
        assertThat(line("apply(named, 10)")).isEqualTo("30");
        line("function named(n: integer): integer { return n * 4 }");
        assertThat(line("apply(named, 10)")).isEqualTo("40");
        assertThat(line("apply(n => { print(\"in\", n); return n }, 1)")).isEqualTo("in 1\n1");
    }

    @Test
    void functionsThatComeFromTheBoardRunOnTheHost() {
        line("function counter() { code`;`; let n = 0; return () => { n += 1; return n } }");
        line("let c = counter()");
        line("c(); c()");
        assertThat(line("c()")).isEqualTo("3");
    }

    @Test
    void subclassesThatComeLaterAreKnownOnTheBoard() {
        line("class Animal { sound(): string { return \"...\" } }");
        line("function listen(a: Animal): string { code`;`; return a.sound() }");
        assertThat(line("listen(new Animal())")).isEqualTo("\"...\"");
        line("class Dog extends Animal { sound(): string { return \"wuff\" } }");
        assertThat(line("listen(new Dog())")).isEqualTo("\"wuff\"");
        line("class Dog extends Animal { sound(): string { return \"wow\" } }");
        assertThat(line("listen(new Dog())")).isEqualTo("\"wow\"");
    }

    @Test
    void wordsOfAnyTypeGoToTheBoardAndBack() {
        line("function increased(v) { code`;`; return v + 1 }");
        assertThat(line("increased(1)")).isEqualTo("2");
        assertThat(line("increased(1.5)")).isEqualTo("2.5");
        assertThat(line("increased(\"x\")")).isEqualTo("\"x1\"");
        line("function member(v: any): any { code`;`; return v.x }");
        line("class HasX { x = 3 }");
        assertThat(line("member(new HasX())")).isEqualTo("3");
        assertThat(line("member({ x: 4, y: \"s\" })")).isEqualTo("4");
        line("function kind(v: any): string { code`;`; return typeof v }");
        assertThat(line("kind(\"text\") + kind(1)")).isEqualTo("\"stringnumber\"");
    }

    @Test
    void errorsOnTheBoardAreErrorsOfTheLine() {
        line("let done = 0");
        line("function fails(i: integer): integer { code`;`; done += 1; return [1, 2, 3][i] }");
        assertThat(line("fails(1)")).isEqualTo("2");
        assertThat(line("fails(7)")).isEqualTo("error: index out of range");
        assertThat(line("done")).isEqualTo("2");
        assertThat(line("try { fails(9) } catch (e) { print(\"caught\", e.message) }")).isEqualTo("caught index out of range\n");
        line("function throws() { code`;`; throw new Error(\"own\") }");
        assertThat(line("throws()")).isEqualTo("error: Error: own");
        line("function tries(): string { code`;`; try { fails(9); return \"no\" } catch (e) { return e.message } }");
        assertThat(line("tries()")).isEqualTo("\"index out of range\"");
    }

    @Test
    void mistakesInInlineCAreToldWhenTheFunctionIsCalled() {
        line("function right(): integer { let r = 0; code`${r} = 1;`; return r }");
        line("function wrong(): integer { let r = 0; code`${r} = nonsense;`; return r }");
        assertThat(line("wrong()")).contains("'nonsense' undeclared", "(line 2:1:50)");
        assertThat(line("right()")).isEqualTo("1");
        line("function wrong(): integer { let r = 0; code`${r} = 2;`; return r }");
        assertThat(line("wrong()")).isEqualTo("2");
    }

    @Test
    void inlineCOfALineIsForAllFunctionsAndForgottenWhereItIsWrong() {
        line("code`#define LED 13`");
        line("function led(): integer { let r = 0; code`${r} = LED;`; return r }");
        assertThat(line("led()")).isEqualTo("13");
        line("code`int helper(int x) { return x + 1 }`");
        line("function other(): integer { let r = 0; code`${r} = LED + 1;`; return r }");
        assertThat(line("other()")).contains("expected ';'", "this C is forgotten");
        assertThat(line("other()")).isEqualTo("14");
        assertThat(line("led()")).isEqualTo("13");
    }

    @Test
    void whatIsPrintedOnBothSidesComesInOrder() {
        line("function say(s: string) { print(\"board\", s); code`;` }");
        assertThat(line("print(\"host\"); say(\"a\"); print(\"host\"); say(\"b\")")).isEqualTo("host\nboard a\nhost\nboard b\n");
    }

    @Test
    void randomNumbersAreDrawnFromOneSequence() {
        line("function drawn(): float { code`;`; return Math.random() }");
        String mixed = line("[Math.random(), drawn(), Math.random()]");
        try (Session alone = Session.in(Path.of(""), output, output)) {
            assertThat(alone.evaluate("[Math.random(), Math.random(), Math.random()]"))
                    .isEqualTo(new Outcome.Value("float[]", mixed));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void codeThatIsNotNeededTakesNoMemory() {
        line("function f(): integer { let r = 0; code`${r} = 0;`; return r }");
        line("f()");
        int used = session.census().used();
        for (int i = 1; i <= 40; i++) {
            line("function f(): integer { let r = " + i + "; code`${r} += 1;`; return r }");
            assertThat(line("f()")).isEqualTo(Integer.toString(i + 1));
        }
        assertThat(session.census().used()).isLessThan(used + 600);
    }

    @Test
    void aLineThatFailsTakesItsFunctionsBackFromTheBoard() {
        line("function f(): integer { let r = 0; code`${r} = 1;`; return r }");
        line("f()");
        assertThat(line("function f(): integer { let r = 0; code`${r} = 2;`; return r } print(f()); throw new Error(\"stop\")"))
                .isEqualTo("2\nerror: Error: stop");
        assertThat(line("f()")).isEqualTo("1");
    }

    @Test
    void whatTheBoardHasDoneToMemoryIsUndone() {
        line("let list: integer[] = []");
        line("function add(n: integer) { code`;`; for (let i = 0; i < n; i++) { list.push(i) } }");
        line("add(3)");
        line("add(400)");
        session.undo();
        assertThat(line("list")).isEqualTo("[0, 1, 2]");
        line("add(1)");
        assertThat(line("list")).isEqualTo("[0, 1, 2, 0]");
        session.undo();
        session.undo();
        assertThat(line("list")).isEqualTo("[0, 1, 2]");
    }

    @Test
    void functionsThatAreTakenBackAreWhatTheyWereOnTheBoard() {
        line("function f(): integer { let r = 0; code`${r} = 1;`; return r }");
        line("f()");
        line("function f(): integer { let r = 0; code`${r} = 2;`; return r }");
        assertThat(line("f()")).isEqualTo("2");
        session.undo();
        session.undo();
        assertThat(line("f()")).isEqualTo("1");
        session.undo();
        session.redo();
        assertThat(line("f()")).isEqualTo("1");
        for (int i = 0; i < 4; i++) {
            session.undo();
        }
        assertThat(line("f()")).contains("there is no \"f\"");
        line("function f(): integer { let r = 0; code`${r} = 5;`; return r }");
        assertThat(line("f()")).isEqualTo("5");
    }

    @Test
    void whatThePageShowsOfTheBoardIsWhatComesBack() throws java.io.IOException {
        List<String> shown = Files.readString(Installation.home().resolve("docs/prompt.md")).lines()
                .dropWhile(l -> !l.equals("```"))
                .skip(1)
                .takeWhile(l -> !l.equals("```"))
                .toList();
        List<String> replayed = new ArrayList<>();
        for (String entry : shown) {
            if (entry.startsWith("> ")) {
                replayed.add(entry);
                if (session.evaluate(entry.substring(2)) instanceof Outcome.Value v) {
                    replayed.add(v.text() + ": " + v.type());
                }
            }
        }
        assertThat(replayed).hasSizeGreaterThan(3).isEqualTo(shown);
    }

    @Test
    void aFunctionWithoutInlineCRunsOnTheBoardIfThatIsWanted() {
        line("let calls = 0");
        line("function mean(values: float[]): float { calls += 1; let s = 0.0; for (const v of values) { s += v } return s / values.length }");
        assertThat(line("mean([1.0, 2.0])")).isEqualTo("1.5");
        session.want(session.function("mean").orElseThrow(), Optional.of(true));
        assertThat(session.whereabouts(session.function("mean").orElseThrow()).onBoard()).isTrue();
        assertThat(line("mean([1.0, 2.0, 6.0]) + calls")).isEqualTo("5.0");
        assertThat(board.description()).contains("connected");
        line("function mean(values: float[]): float { return 7.0 }");
        assertThat(line("mean([])")).isEqualTo("7.0");
        assertThat(session.whereabouts(session.function("mean").orElseThrow()).onBoard()).isTrue();
        session.want(session.function("mean").orElseThrow(), Optional.of(false));
        assertThat(line("mean([])")).isEqualTo("7.0");
    }

    @Test
    void methodsAndClosuresMayContainInlineC() {
        line("class Pin { level = 0; set(n: integer) { code`${this.level} = ${n};` } get(): integer { return this.level } }");
        line("let pin = new Pin(); pin.set(3)");
        assertThat(line("pin.get()")).isEqualTo("3");
        line("let k = 4");
        line("let f = (n: integer): integer => { let r = 0; code`${r} = ${n} + ${k};`; return r }");
        assertThat(line("f(1)")).isEqualTo("5");
        assertThat(line("[1, 2].map(f)")).isEqualTo("[5, 6]");
    }

    @Test
    void manyLinesMayBeDeclaredBeforeAnythingIsCalled() {
        for (int i = 0; i < 60; i++) {
            line("function f" + i % 20 + "(): integer { let r = 0; code`${r} = " + i + ";`; return r }");
        }
        assertThat(line("f0() + f19()")).isEqualTo("99");
    }
}
