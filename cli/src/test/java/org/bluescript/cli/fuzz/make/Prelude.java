package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Declarations that every generated program begins with: they keep it small and let it end. */
final class Prelude {
    /** An index within a length. */
    static final String AT = "at";

    /** A short string. */
    static final String CUT = "cut";

    /** How many calls are left, and how deep they are nested. */
    static final String FUEL = "fuel";

    static final String DEEP = "deep";

    /** How many timers may still be set. */
    static final String TIMERS = "timers";

    private Prelude() {}

    static List<Node> declarations() {
        return List.of(
                Node.statement("let " + FUEL + " = 100;"),
                Node.statement("let " + DEEP + " = 0;"),
                Node.statement("function " + AT + "(i: integer, n: integer): integer { "
                        + "return n == 0 ? 0 : (i % n + n) % n; }"),
                Node.statement("function " + CUT + "(s: string): string { "
                        + "return s.length > 40 ? s.substring(0, 40) : s; }"));
    }

    /** At the beginning of a function that may call others: leaves it when there have been enough calls. */
    static Node enter(ValueType result) {
        return Node.statement("if (" + DEEP + " > 5 || " + FUEL + " < 0) { return "
                + (result == ValueType.Simple.VOID ? "" : result.fallback()) + "; } " + DEEP + "++; " + FUEL + "--;");
    }

    static Node leave() {
        return Node.statement(DEEP + "--;");
    }

    /** Of a program that sets timers. */
    static Node timers() {
        return Node.statement("let " + TIMERS + " = 8;");
    }

    /** Between statements of the top level. */
    static Node refuel() {
        return Node.statement(refuelling(40));
    }

    /** Where nothing else has been called. */
    static String refuelling(int calls) {
        return FUEL + " = " + calls + "; " + DEEP + " = 0;";
    }
}
