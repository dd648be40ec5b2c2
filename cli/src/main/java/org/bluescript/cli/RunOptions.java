package org.bluescript.cli;

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

    @Option(names = "--save-profile", paramLabel = "PROFILE",
            description = "With --interpret: write down which types the values had, beside what earlier runs have shown.")
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
