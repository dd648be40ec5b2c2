package org.bluescript.cli.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluescript.cli.Installation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * TypeScript accepts the examples, the benchmarks and every valid program of the corpus, with {@code bluescript.d.ts} and
 * {@code bluescript.tsconfig.json} and nothing else, but for the few that {@code differences.txt} gives a reason for.
 */
class TypeScriptTest {
    private static final Path HOME = Installation.home();
    private static final Path WORK = HOME.resolve("cli/target/typescript");
    private static final Path PROJECT = WORK.resolve("project");
    private static final List<String> SOURCES = List.of("examples", "jmh/programs", "language/src/test/programs");

    private static Map<String, List<TypeScript.Mistake>> refused;

    @BeforeAll
    static void check() throws IOException {
        empty(PROJECT);
        for (String folder : SOURCES) {
            for (Path program : validPrograms(HOME.resolve(folder))) {
                copy(program);
            }
        }
        Files.writeString(PROJECT.resolve("tsconfig.json"),
                "{ \"extends\": \"" + PROJECT.relativize(HOME.resolve("bluescript.tsconfig.json"))
                        + "\", \"include\": [\"**/*\"] }\n");
        refused = TypeScript.in(WORK).check(PROJECT).stream()
                .collect(Collectors.groupingBy(m -> source(m.file()), TreeMap::new, Collectors.toList()));
    }

    @Test
    void programsThatAreRefusedAreKnownWithTheReason() throws IOException {
        Map<String, String> known = KnownDifferences.read(HOME.resolve("cli/src/test/typescript/differences.txt"));
        Map<String, List<TypeScript.Mistake>> unknown = new TreeMap<>(refused);
        unknown.keySet().removeAll(known.keySet());
        assertThat(unknown.values().stream().flatMap(List::stream).map(TypeScript.Mistake::toString).toList())
                .as("refused by TypeScript")
                .isEmpty();
        assertThat(known.keySet()).as("listed, but accepted").isSubsetOf(refused.keySet());
    }

    /** As the file is called in the repository. */
    private static String source(String copied) {
        return copied.replaceAll("\\.ts$", ".bs");
    }

    /** Those without mistakes, without inline C, and whose folder is not about mistakes in one of its files. */
    private static List<Path> validPrograms(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> programs = files.filter(f -> f.toString().endsWith(".bs")).sorted().toList();
            List<Path> wrong = programs.stream().filter(TypeScriptTest::isWrong).toList();
            return programs.stream()
                    .filter(f -> wrong.stream().noneMatch(w -> w.equals(f) || isOneProgram(w, f)))
                    .toList();
        }
    }

    private static boolean isWrong(Path program) {
        try {
            String text = Files.readString(program);
            return text.contains("// expect error: ") || text.contains("code`");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether both belong to one program of several modules. */
    private static boolean isOneProgram(Path a, Path b) {
        for (Path folder = a.getParent(); !folder.equals(HOME); folder = folder.getParent()) {
            if (Files.exists(folder.resolve("main.bs"))) {
                return b.startsWith(folder);
            }
        }
        return false;
    }

    private static void copy(Path program) throws IOException {
        Path copied = PROJECT.resolve(HOME.relativize(program).toString().replaceAll("\\.bs$", ".ts"));
        Files.createDirectories(copied.getParent());
        Files.copy(program, copied);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
