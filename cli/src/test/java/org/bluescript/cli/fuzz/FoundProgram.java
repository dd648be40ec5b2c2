package org.bluescript.cli.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bluescript.cli.fuzz.run.Outcome;

/**
 * A program that showed a difference, as one of the language's corpus. What it expects is what the interpreter did: whoever
 * mends the difference says whether that was right.
 */
final class FoundProgram {
    private FoundProgram() {}

    /** The text with its expectations. */
    static String text(String program, Outcome expected, String difference) {
        List<String> lines = new ArrayList<>(program.lines().toList());
        expected.failure().ifPresent(failure -> {
            int at = failure.line() - 1;
            lines.set(at, lines.get(at) + " // expect runtime error: " + failure.message());
        });
        StringBuilder text = new StringBuilder("// Found by the fuzzer: " + difference.lines().findFirst().orElse("") + "\n");
        lines.forEach(line -> text.append(line).append('\n'));
        if (!expected.output().isEmpty()) {
            Arrays.stream(expected.output().split("\n"))
                    .forEach(line -> text.append(("// expect: " + line).stripTrailing()).append('\n'));
        }
        return text.toString();
    }

    static Path save(Path folder, long seed, String text) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("seed-" + seed + ".bs"), text);
    }
}
