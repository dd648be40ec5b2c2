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
 */
public final class Exchange {
    public static final String SYMBOL = "bs_exchange";

    /** References that the host can hold without making an array for them. */
    public static final int ROOTS = 32;

    public static final int ARGUMENTS_OFFSET = 4 * ROOTS;

    /** Arguments that come in registers. */
    public static final int REGISTERS = 4;

    private Exchange() {}

    /** How many words a function takes: the closure, if it is one, and its parameters. */
    public static int words(TypedFunction function) {
        return function.parameters().size() + (function.kind() == TypedFunction.Kind.CLOSURE ? 1 : 0);
    }

    static int bytes(TypedProgram program) {
        int most = program.functions().values().stream()
                .filter(TypedFunction::deviceBound)
                .mapToInt(Exchange::words)
                .max()
                .orElse(0);
        return ARGUMENTS_OFFSET + 4 * Math.max(0, most - REGISTERS);
    }
}
