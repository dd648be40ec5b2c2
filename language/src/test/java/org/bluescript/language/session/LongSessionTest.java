package org.bluescript.language.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A session of many lines has no more in memory in the end than what can still be reached. */
class LongSessionTest {
    @Test
    void linesThatDeclareNothingLeaveNothing() {
        Transcript session = new Transcript(Map.of());
        try {
            enter(session, 0, 100);
            int before = used(session);
            enter(session, 100, 1100);
            assertThat(used(session)).isLessThanOrEqualTo(before);
        } finally {
            session.session().close();
        }
    }

    @Test
    void functionsThatNothingHoldsAnyMoreAreForgotten() {
        Transcript session = new Transcript(Map.of());
        try {
            session.enter("let total = 1; let fs: ((n: integer) => integer)[] = []");
            makeFunctions(session, 0, 500);
            int before = used(session);
            makeFunctions(session, 500, 2500);
            assertThat(used(session)).isLessThan(before + 8192);
        } finally {
            session.session().close();
        }
    }

    @Test
    void functionsWhoseNamesMeanSomethingElseAreForgotten() {
        Transcript session = new Transcript(Map.of());
        try {
            session.enter("let kept = (n: integer) => \"nothing\"");
            takeNames(session, 0, 200);
            int before = used(session);
            takeNames(session, 200, 800);
            assertThat(used(session)).isLessThan(before + 8192);
        } finally {
            session.session().close();
        }
    }

    /** One that a variable holds still does what it did. */
    private static void takeNames(Transcript session, int from, int to) {
        for (int i = from; i < to; i++) {
            session.enter("function part(n: integer): string { return \"part " + i + " of \" + n }");
            session.enter("function whole(n: integer): string { return \"whole \" + part(n) }");
            if (i % 10 == 0) {
                session.enter("kept = whole");
            }
            session.enter("let part = 1; let whole = " + i);
            assertThat(session.enter("kept(1)")).isEqualTo("\"whole part " + i / 10 * 10 + " of 1\": string\n");
        }
    }

    /** Of each, some are kept for a while, and still do what they did. */
    private static void makeFunctions(Transcript session, int from, int to) {
        for (int i = from; i < to; i += 10) {
            session.enter("fs = []");
            for (int k = i; k < i + 9; k++) {
                session.enter("fs.push(n => n * " + k + " + total)");
            }
            session.enter("{ const c = total; fs.push(n => n * " + (i + 9) + " + c) }");
            assertThat(session.enter("fs.map(f => f(2))")).startsWith("[" + (2 * i + 1) + ", " + (2 * i + 3));
            assertThat(session.enter("fs[9](1)")).isEqualTo((i + 10) + ": integer\n");
        }
    }

    private static void enter(Transcript session, int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(session.enter("print(\"line number " + i + "\")")).isEqualTo("line number " + i + "\n");
            assertThat(session.enter(i + " + 1")).isEqualTo(i + 1 + ": integer\n");
            assertThat(session.enter("nothing" + i)).startsWith("1:1: error");
            assertThat(session.enter("[" + i + "][1]")).contains("index out of range");
        }
    }

    @Test
    void manyDeclarationsOfTheSameNamesAgreeWithWhatTheySay() {
        Transcript session = new Transcript(Map.of());
        Random random = new Random(1);
        int[] factors = new int[5];
        try {
            session.enter("let total = 0");
            for (int f = 0; f < factors.length; f++) {
                session.enter(function(f, 0));
            }
            session.enter("function all(n: integer) { return f0(n) + f1(n) + f2(n) + f3(n) + f4(n) }");
            session.enter("let held = f3");
            for (int i = 0; i < 300; i++) {
                int f = random.nextInt(factors.length);
                factors[f] = i;
                session.enter(random.nextBoolean() ? function(f, i) : function(f, i) + "; total = 0");
                int sum = java.util.Arrays.stream(factors).sum();
                assertThat(session.enter("all(1)")).isEqualTo(sum + ": integer\n");
                assertThat(session.enter("held(1)")).isEqualTo(factors[3] + ": integer\n");
            }
        } finally {
            session.session().close();
        }
    }

    private static String function(int name, int factor) {
        return "function f" + name + "(n: integer) { return n * " + factor + " }";
    }

    private static int used(Transcript session) {
        session.enter("gc()");
        String shown = session.enter("memory.used()");
        return Integer.parseInt(shown.substring(0, shown.indexOf(':')));
    }
}
