package org.bluescript.language.layout;

import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/**
 * What a host writes into a stretch of static data before it calls a function on the device:
 *
 * <pre>
 * offset            words
 * 0                 ROOTS   references that the host holds, 0 where there is none; a root range of the collector
 * ARGUMENTS_OFFSET  n       arguments behind the fourth, in the function's order
 * </pre>
 *
 * The first four arguments come in registers. All words are values in the form of their static type: two's complement, the
 * bits of a binary32, 0 or 1, an address, a tagged word.
 *
 * <p>In a tiered program there is room for {@link #MOST_WORDS} arguments, and behind them
 *
 * <pre>
 * RECALL_OFFSET     1       not 0: the host wants the loop back that it has called, and the loop's next test ends the call
 * RECALLED_OFFSET   1       not 0: the call has ended for this reason; its result means nothing
 * STATE_OFFSET      n       the variables of the loop then, in the order in which it took them
 * CLOCK_OFFSET      2       the program's time when the call began, in milliseconds and in microseconds, each modulo 2³²: a device's clock
 *                           begins anew with every call
 * </pre>
 *
 * The host clears the first two before a call.
 */
public final class Exchange {
    public static final String SYMBOL = "bs_exchange";

    /** References that the host can hold without making an array for them. */
    public static final int ROOTS = 32;

    public static final int ARGUMENTS_OFFSET = 4 * ROOTS;

    /** Arguments that come in registers. */
    public static final int REGISTERS = 4;

    /** The words that a function of a tiered program may take, if the host is to call it. */
    public static final int MOST_WORDS = 24;

    public static final int RECALL_OFFSET = ARGUMENTS_OFFSET + 4 * (MOST_WORDS - REGISTERS);

    public static final int RECALLED_OFFSET = RECALL_OFFSET + 4;

    public static final int STATE_OFFSET = RECALLED_OFFSET + 4;

    public static final int CLOCK_OFFSET = STATE_OFFSET + 4 * MOST_WORDS;

    /** In bytes, for a session. */
    public static final int SESSION_BYTES = CLOCK_OFFSET + 8;

    private Exchange() {}

    /** How many words a function takes: the closure, if it is one, and its parameters. */
    public static int words(TypedFunction function) {
        return function.parameters().size() + (function.kind() == TypedFunction.Kind.CLOSURE ? 1 : 0);
    }

    /** Whether the host can call a function of a tiered program. */
    public static boolean takes(TypedFunction function) {
        return words(function) <= MOST_WORDS;
    }

    /** In bytes, for the device-bound functions of a program. */
    static int bytes(TypedProgram program) {
        int most = program.functions().values().stream()
                .filter(TypedFunction::deviceBound)
                .mapToInt(Exchange::words)
                .max()
                .orElse(0);
        return ARGUMENTS_OFFSET + 4 * Math.max(0, most - REGISTERS);
    }

    /** In bytes, for a tiered program. */
    static int tieredBytes(TypedProgram program) {
        return Math.max(bytes(program), SESSION_BYTES);
    }
}
