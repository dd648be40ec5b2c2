package org.bluescript.cli.bench.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.bluescript.cli.bench.Benchmark;
import org.bluescript.cli.bench.Figure;

/**
 * Espruino, by its console (README_Protocol.md of its sources): a line is executed at its end, which ESC before it makes a mere new
 * line; DLE at the beginning of a line turns its echo off; Ctrl-C ends what runs; XOFF and XON stop and continue input.
 *
 * <p>The console says nothing about a line that prints nothing. So each piece is followed by a line that prints a mark,
 * and what stands before the mark is what went wrong with the piece.
 */
final class Espruino implements Prompt {
    private static final String INTERRUPT = "\003\003";
    private static final String SILENTLY = "\020";
    private static final String NEW_LINE = "\033\n";
    private static final int TRIES = 5;

    /** The mark in a line that prints it is not the mark, for the line may be echoed. */
    private static final String PRINT_MARK = SILENTLY + "print(\"<<\"+\">>\")\n";
    private static final String MARK = "<<>>";

    /** Defines {@code _c()} by TIM2 of an STM32F4, which counts nanoseconds of virtual time: instructions, at {@code -icount shift=0}. */
    private static final String COUNTER = "poke32(0x40023840,peek32(0x40023840)|1);poke32(0x40000028,0);poke32(0x4000002c,0xffffffff);"
            + "poke32(0x40000014,1);poke32(0x40000000,1);function _c(){return peek32(0x40000024)}";

    private static final String CLOCK = "function _c(){return getTime()*1000000}";

    private final Wire wire;
    private final boolean emulated;
    private final Duration patience;

    /** @see MicroPython#MicroPython */
    Espruino(Wire wire, boolean emulated, Duration patience) {
        this.wire = wire;
        this.emulated = emulated;
        this.patience = patience;
    }

    @Override
    public Path program(Benchmark benchmark) {
        return benchmark.javaScript();
    }

    @Override
    public String greet() throws PeerFailure {
        awaitMark(INTERRUPT, "Espruino's console does not answer: ");
        wire.write(SILENTLY + "print(\"<<\"+process.env.BOARD+\", Espruino \"+process.version+\">\"+\">\")\n");
        wire.readUntil("<<", patience);
        return wire.readUntil(">>", patience) + (emulated ? ", emulated" : "");
    }

    /** Says something after which input may be lost for a while, and asks for the mark until it comes. */
    private void awaitMark(String before, String complaint) throws PeerFailure {
        wire.write(before);
        for (int i = 1;; i++) {
            wire.write(PRINT_MARK);
            try {
                wire.readUntil(MARK, patience.dividedBy(TRIES));
                return;
            } catch (PeerFailure e) {
                if (i == TRIES) {
                    throw PeerFailure.lost(complaint + e.getMessage());
                }
            }
        }
    }

    @Override
    public void load(String program) throws PeerFailure {
        awaitMark(SILENTLY + "reset()\n", "no answer after reset(): ");
        perform(emulated ? COUNTER : CLOCK, patience);
        for (String piece : ProgramText.pieces(program, "//")) {
            perform(piece.strip(), patience);
        }
    }

    @Override
    public Outcome run() throws PeerFailure {
        perform("var _a=_c();var _r=run();var _b=_c();", RUNNING);
        String right = perform("print(right(_r))", patience);
        String result = perform("print(_r)", patience);
        String count = perform(emulated ? "print((_b-_a)>>>0)" : "print(Math.round(_b-_a))", patience);
        try {
            return new Outcome(result, right.equals("true"), emulated ? Figure.INSTRUCTIONS : Figure.MICROSECONDS, Long.parseLong(count));
        } catch (NumberFormatException e) {
            throw PeerFailure.said("its counter says \"" + count + "\"");
        }
    }

    /** Executes code; the result is what it prints. */
    private String perform(String code, Duration limit) throws PeerFailure {
        wire.write(SILENTLY + code.replace("\n", NEW_LINE) + "\n" + PRINT_MARK);
        String said = plain(wire.readUntil(MARK, limit));
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("out of memory") || said.contains("MEMORY")) {
            throw PeerFailure.said("out of memory");
        }
        if (said.contains("Uncaught") || said.contains("ERROR") || said.contains("Execution Interrupted")) {
            throw PeerFailure.said(said.lines().findFirst().orElse(said).strip());
        }
        return said;
    }

    /** Without the prompt, and without the backspaces by which the console takes it back. */
    private static String plain(String said) {
        return said.replaceAll("\\x1b\\[[0-9;]*[A-Za-z]", "").replaceAll("[^\\n -~]", "").replaceAll("(?m)^>+", "").strip();
    }
}
