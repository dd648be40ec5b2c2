package org.bluescript.backend.compile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluescript.backend.tools.Program;
import org.bluescript.backend.tools.ProgramRun;
import org.bluescript.backend.tools.Toolchain;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.backend.tools.ToolchainProblem;

/**
 * The commands that gcc, which only starts other programs, would start: the compiler proper, which reads {@link
 * Workshop#UNIT} and writes assembly to its standard output, and the assembler, which reads that. Asking gcc itself keeps
 * all knowledge about its options and folders where it belongs.
 *
 * @param compiler  cc1 and its arguments
 * @param assembler as and its arguments, without the object file's name
 */
record GccCommands(List<String> compiler, List<String> assembler) {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String OBJECT = "object.o";

    /** Asks gcc, once: a few milliseconds. */
    static GccCommands ask(CompilerOptions options, Workshop workshop) {
        Path gcc = Program.GCC.require(Toolchain.searchPath());
        List<String> question = new ArrayList<>(List.of(gcc.toString(), "-###", "-pipe", "-c"));
        question.addAll(options.arguments());
        question.addAll(workshop.arguments());
        question.addAll(List.of(Workshop.UNIT, "-o", OBJECT));
        ProgramRun run = ProgramRun.of(question, workshop.folder(), "", LIMIT);
        List<List<String>> commands = run.errors().lines()
                .filter(line -> line.startsWith(" "))
                .map(GccCommands::words)
                .toList();
        if (run.status() != 0 || commands.size() != 2) {
            throw new ToolchainException(new ToolchainProblem.Crashed(gcc.toString(), run.status(), run.errors()));
        }
        List<String> compiler = new ArrayList<>(commands.get(0));
        compiler.remove("|");
        List<String> assembler = new ArrayList<>(commands.get(1));
        int output = assembler.indexOf("-o");
        assembler.remove(output + 1);
        assembler.remove(output);
        return new GccCommands(List.copyOf(compiler), List.copyOf(assembler));
    }

    List<String> assemblerTo(Path object) {
        List<String> command = new ArrayList<>(assembler);
        command.add("-o");
        command.add(object.toString());
        return command;
    }

    /** Splits a line as gcc prints it: words apart by blanks, in quotes where needed, with backslashes. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (c == '"') {
                quoted = !quoted;
                inWord = true;
            } else if (c == ' ' && !quoted) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
