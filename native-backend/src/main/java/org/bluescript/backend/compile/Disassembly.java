package org.bluescript.backend.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.tools.Program;
import org.bluescript.backend.tools.ProgramRun;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.backend.tools.ToolchainProblem;

/** The instructions of object code as text, for people. What has no address yet stands there by its name. */
public final class Disassembly {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** {@code 00000000 <name>:} */
    private static final Pattern HEAD = Pattern.compile("^[0-9a-f]+ <(.+)>:$");

    private final Map<String, StringBuilder> functions = new HashMap<>();

    private Disassembly(String listing) {
        StringBuilder text = new StringBuilder();
        for (String line : listing.lines().toList()) {
            Matcher head = HEAD.matcher(line);
            if (head.matches()) {
                text = functions.computeIfAbsent(head.group(1), name -> new StringBuilder(name + ":\n"));
            } else if (line.startsWith(" ") || line.startsWith("\t")) {
                text.append(line.stripTrailing()).append('\n');
            }
        }
    }

    /** @throws ToolchainException if the program that does it is missing or broken */
    public static Disassembly of(ObjectCode object) {
        String program = Program.OBJDUMP.require(System.getenv("PATH")).toString();
        Path file = null;
        try {
            file = Files.createTempFile("bluescript-", ".o");
            Files.write(file, object.elf().bytes().toArray());
            ProgramRun run = ProgramRun.of(
                    List.of(program, "-dr", "--no-show-raw-insn", file.toString()), file.getParent(), "", LIMIT);
            if (run.status() != 0) {
                throw new ToolchainException(new ToolchainProblem.Unusable(program, run.errors().strip()));
            }
            return new Disassembly(run.output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Workshop.delete(file);
        }
    }

    /** The function with this symbol; empty if there is none, because the compiler has put it into its callers. */
    public String of(String symbol) {
        return functions.getOrDefault(symbol, new StringBuilder()).toString();
    }
}
