package org.bluescript.cli;

import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What running a program needs to know; shared by {@code bluescript FILE} and {@code bluescript run FILE}. */
final class RunOptions {
    /** What to show instead of running the program. */
    enum Emit {
        C,
        ASM,
        MAP
    }

    @Mixin
    GlobalOptions global;

    @Mixin
    BoardOptions device;

    @Option(names = "--count",
            description = "Afterwards, print on standard error how many guest instructions the program took.")
    boolean count;

    @Option(names = "--interpret",
            description = "Run the program on this computer; only functions with inline C run on the board.")
    boolean interpret;

    @Option(names = "--profile",
            description = "Begin on this computer and move to the board what gets hot, compiled for the types that were seen; "
                    + "afterwards, tell on standard error what became of every function.")
    boolean profile;

    @Option(names = "--report", paramLabel = "PAGE",
            description = "With --profile: write a page for a browser that tells all, with the annotated source.")
    String report;

    @Option(names = "--cpuprofile", paramLabel = "FILE",
            description = "With --profile: write where the time went, for VS Code or Chrome to open.")
    String cpuProfile;

    @Option(names = "--policy", paramLabel = "NAME=N", split = ",",
            description = "With --profile: other thresholds: calls and turns that make a function hot, shapes that are told apart, "
                    + "failures of guards after which it is specialised anew, attempts, turns apart.")
    Map<String, Long> policy;

    @Option(names = "--code-memory", paramLabel = "KIB", defaultValue = "24",
            description = "With --profile: kibibytes of the board's memory for specialised code (default: ${DEFAULT-VALUE}).")
    int codeMemory;

    @Option(names = "--save-profile", paramLabel = "PROFILE",
            description = "With --interpret or --profile: write down which types the values had, beside what earlier runs have shown "
                    + "(--profile does so in any case, into PROGRAM.bsprofile).")
    String saveProfile;

    @Option(names = "--with-profile", paramLabel = "PROFILE",
            description = "Compile the program for the types that its values had in the runs that the profile tells of.")
    String withProfile;

    @Option(names = "--emit", paramLabel = "WHAT",
            description = "Do not run: print the C code (c), its assembly (asm) or the memory map (map).")
    Emit emit;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The program, a .bs or .ts file.")
    String file;
}
