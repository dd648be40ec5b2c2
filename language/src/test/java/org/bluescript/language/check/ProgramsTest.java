package org.bluescript.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.bluescript.language.ProgramChecker;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Diagnostics;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks the programs in {@code src/test/programs} (see the README there): each reports exactly the compile errors that its
 * comments expect, and a program that expects none has none.
 */
class ProgramsTest {
    private static final Path PROGRAMS = Path.of("src/test/programs");
    private static final Pattern EXPECTATION = Pattern.compile("// expect error: (.*)$");

    private record Expectation(String place, String fragment) {
        boolean isMetBy(Diagnostic diagnostic) {
            return place.equals(placeOf(diagnostic)) && diagnostic.message().contains(fragment);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachProgramHasExactlyTheErrorsThatItExpects() throws IOException {
        return programs().stream()
                .map(p -> DynamicTest.dynamicTest(PROGRAMS.relativize(p).toString(), () -> check(p)));
    }

    /** The main files: every file but those beside or below a {@code main.bs}. */
    private static List<Path> programs() throws IOException {
        List<Path> files = sources(PROGRAMS);
        List<Path> folders = files.stream()
                .filter(f -> f.getFileName().toString().equals("main.bs"))
                .map(Path::getParent)
                .toList();
        return files.stream()
                .filter(f -> f.getFileName().toString().equals("main.bs")
                        || folders.stream().noneMatch(f::startsWith))
                .toList();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".bs") || f.toString().endsWith(".ts"))
                    .sorted()
                    .toList();
        }
    }

    private static void check(Path program) throws IOException {
        boolean isFolder = program.getFileName().toString().equals("main.bs");
        List<Expectation> expected = new ArrayList<>();
        for (Path file : isFolder ? sources(program.getParent()) : List.of(program)) {
            expected.addAll(expectations(file));
        }
        FolderModules modules = FolderModules.of(program);
        Diagnostics diagnostics = new Diagnostics();
        ProgramChecker.check(modules.main(), modules, diagnostics);
        List<String> surprises = new ArrayList<>();
        List<Expectation> open = new ArrayList<>(expected);
        for (Diagnostic diagnostic : diagnostics.all()) {
            if (!open.removeIf(e -> e.isMetBy(diagnostic))) {
                surprises.add(diagnostic.span() + ": " + diagnostic.message());
            }
        }
        assertThat(surprises).as("errors that were not expected").isEmpty();
        assertThat(open).as("expected errors that were not reported").isEmpty();
    }

    private static List<Expectation> expectations(Path file) {
        List<Expectation> result = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = EXPECTATION.matcher(lines.get(i));
                if (matcher.find()) {
                    result.add(new Expectation(file + ":" + (i + 1), matcher.group(1).strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    private static String placeOf(Diagnostic diagnostic) {
        return diagnostic.span().file().name() + ":" + diagnostic.span().position().line();
    }
}
