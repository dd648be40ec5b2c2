package org.bluescript.language.parser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;

/** The programs under {@code src/test/syntax}, and what parsing makes of a text. */
final class SyntaxFile {
    static final Path FOLDER = Path.of("src/test/syntax");

    private static final String EXPECTATION = "// error: ";

    private SyntaxFile() {}

    /** The programs of a folder. */
    static Stream<Path> in(String folder) {
        return list(FOLDER.resolve(folder)).stream();
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".bs")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code line: sentence} of every {@code // error: sentence} in a text. */
    static List<String> expectations(String text) {
        List<String> expected = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int from = lines[i].indexOf(EXPECTATION);
            while (from >= 0) {
                int next = lines[i].indexOf(EXPECTATION, from + 1);
                String sentence = lines[i].substring(from + EXPECTATION.length(), next < 0 ? lines[i].length() : next);
                expected.add(i + 1 + ": " + sentence.strip());
                from = next;
            }
        }
        return expected;
    }

    /** The {@code line: sentence} of every mistake that parsing reports. */
    static List<String> mistakes(String text) {
        return diagnostics(text).stream()
                .map(mistake -> mistake.span().position().line() + ": " + mistake.message())
                .toList();
    }

    static List<Diagnostic> diagnostics(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Parser.parse(SourceFile.of("test.bs", text), diagnostics);
        return diagnostics.all();
    }

    /** The tree of a text without mistakes. */
    static String tree(String text) {
        Diagnostics diagnostics = new Diagnostics();
        var module = Parser.parse(SourceFile.of("test.bs", text), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new AssertionError(diagnostics.all().toString());
        }
        return TreePrinter.print(module);
    }

    static ParseOutcome outcome(String text) {
        return Parser.parseText(SourceFile.of("test.bs", text), new Diagnostics());
    }
}
