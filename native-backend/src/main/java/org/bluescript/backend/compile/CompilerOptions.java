package org.bluescript.backend.compile;

import java.util.ArrayList;
import java.util.List;

/**
 * How C is compiled.
 *
 * @param level     of optimisation
 * @param core      which instructions may be used
 * @param semantics what keeps the meaning of compiled programs; leave it alone
 * @param tuning    what only changes how fast or large the code is
 * @param debug     how much debugging information
 */
public record CompilerOptions(Level level, List<String> core, List<String> semantics, List<String> tuning,
        List<String> debug) {
    /** How hard the compiler tries. */
    public enum Level {
        O0, O1, O2, O3, OS;

        String flag() {
            return this == OS ? "-Os" : "-" + name();
        }
    }

    /** A Cortex-M4 with single-precision floating point. */
    public static final List<String> CORTEX_M4F =
            List.of("-mcpu=cortex-m4", "-mthumb", "-mfpu=fpv4-sp-d16", "-mfloat-abi=hard");

    /**
     * Integers wrap; floats are never wider and never fused; an access through null is an access and not a reason to
     * delete code. The last group keeps stack traces true: every call has a frame, no two functions share one body, and
     * no two calls one instruction (the condition executed twins of {@code if (c) f(); else f();} included).
     */
    private static final List<String> SEMANTICS = List.of("-std=gnu17", "-ffreestanding", "-fwrapv",
            "-ffp-contract=off", "-fno-math-errno", "-fno-delete-null-pointer-checks", "-fno-common",
            "-fno-optimize-sibling-calls", "-fno-ipa-icf", "-fno-crossjumping", "-fno-tree-tail-merge",
            "-fno-if-conversion2");

    /**
     * What -O3 does and pays on this core: versions of functions for constant arguments, which unfold recursion of known depth, and
     * jumps and conditions moved out of hot paths. The rest of -O3, unrolled and peeled loops mostly, adds an eighth to the
     * code and gives one percent.
     */
    public static final List<String> THOROUGH = List.of(
            "-fipa-cp-clone", "-ftree-partial-pre", "-fgcse-after-reload", "-fsplit-paths", "-funswitch-loops");

    private static final List<String> TUNING = List.of("--param", "max-inline-insns-auto=40", "--param",
            "early-inlining-insns=20", "-falign-functions=4", "-ffunction-sections", "-fdata-sections");

    /** The least level: lines, functions and what was inlined where, which is all that a stack trace needs. */
    private static final List<String> DEBUG = List.of("-g1", "-gdwarf-5", "-fno-ident");

    private static final List<String> MESSAGES = List.of("-fno-diagnostics-show-caret", "-fdiagnostics-color=never",
            "-fno-diagnostics-show-option", "-fdiagnostics-column-unit=byte", "-fmax-errors=20",
            "-Werror=implicit-function-declaration", "-Werror=implicit-int", "-Werror=int-conversion",
            "-Werror=incompatible-pointer-types");

    public CompilerOptions {
        core = List.copyOf(core);
        semantics = List.copyOf(semantics);
        tuning = List.copyOf(tuning);
        debug = List.copyOf(debug);
    }

    /** For this core, at the level that suits most programs. */
    public static CompilerOptions of(Level level) {
        return new CompilerOptions(level, CORTEX_M4F, SEMANTICS, TUNING, DEBUG);
    }

    public static CompilerOptions standard() {
        return of(Level.O2).with(THOROUGH.toArray(String[]::new));
    }

    /** For what does not fit otherwise. */
    public static CompilerOptions small() {
        return of(Level.OS);
    }

    /** For code that is wanted at once, and compiled again if it stays. */
    public static CompilerOptions quick() {
        return of(Level.O1).with("-fstrict-aliasing");
    }

    /** The same with further tuning. */
    public CompilerOptions with(String... flags) {
        List<String> more = new ArrayList<>(tuning);
        more.addAll(List.of(flags));
        return new CompilerOptions(level, core, semantics, more, debug);
    }

    /** The same with other debugging information. */
    public CompilerOptions withDebug(String... flags) {
        return new CompilerOptions(level, core, semantics, tuning, List.of(flags));
    }

    CompilerOptions withoutDebug() {
        return withDebug("-g0", "-fno-ident");
    }

    /** All as arguments of gcc. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add(level.flag());
        arguments.addAll(core);
        arguments.addAll(semantics);
        arguments.addAll(tuning);
        arguments.addAll(debug);
        arguments.addAll(MESSAGES);
        return arguments;
    }
}
