package org.bluescript.cli.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluescript.backend.tools.ProgramRun;

/**
 * TypeScript's compiler, of one version, which is fetched with npm if it is not there yet.
 *
 * @param compiler the program {@code tsc}
 */
record TypeScript(Path compiler) {
    private static final String VERSION = "5.9.3";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern MISTAKE = Pattern.compile("(\\S.*)\\((\\d+),\\d+\\): error (TS\\d+): (.*)");

    /**
     * What the compiler complains about.
     *
     * @param file as the compiler names it: relative to the folder in which it ran
     * @param code for example {@code TS2322}
     */
    record Mistake(String file, int line, String code, String message) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + code + ": " + message;
        }
    }

    /** The one in this folder, for which npm is asked only once. */
    static TypeScript in(Path folder) throws IOException {
        Path installed = folder.resolve("node_modules/typescript");
        Path description = installed.resolve("package.json");
        if (!Files.exists(description) || !Files.readString(description).contains("\"version\": \"" + VERSION + "\"")) {
            Files.createDirectories(folder);
            ProgramRun run = ProgramRun.of(
                    List.of("npm", "install", "--prefix", ".", "--no-audit", "--no-fund", "--no-save", "typescript@" + VERSION),
                    folder, "", LIMIT);
            if (run.status() != 0) {
                throw new IllegalStateException("npm cannot fetch TypeScript " + VERSION + ":\n" + run.errors());
            }
        }
        return new TypeScript(installed.resolve("bin/tsc"));
    }

    /** All mistakes in the project whose {@code tsconfig.json} is in the folder. */
    List<Mistake> check(Path folder) {
        ProgramRun run = ProgramRun.of(
                List.of("node", compiler.toString(), "--pretty", "false", "--project", "tsconfig.json"), folder, "", LIMIT);
        List<Mistake> mistakes =
                run.output().lines().map(MISTAKE::matcher).filter(Matcher::matches).map(TypeScript::mistake).toList();
        if (run.status() != 0 && mistakes.isEmpty()) {
            throw new IllegalStateException("tsc fails:\n" + run.output() + run.errors());
        }
        return mistakes;
    }

    private static Mistake mistake(Matcher found) {
        return new Mistake(found.group(1), Integer.parseInt(found.group(2)), found.group(3), found.group(4));
    }
}
