package org.bluescript.language.interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A few programs of each folder: those that end without an error, spread evenly over the folder. */
final class ProgramSample {
    private static final int OF_EACH_FOLDER = 3;

    private ProgramSample() {}

    static List<Path> of(Path root) throws IOException {
        List<Path> chosen = new ArrayList<>();
        for (Path folder : list(root).stream().filter(Files::isDirectory).toList()) {
            List<Path> programs = new ArrayList<>();
            for (Path file : list(folder)) {
                if (file.toString().endsWith(".bs") && ends(file)) {
                    programs.add(file);
                }
            }
            for (int i = 0; i < Math.min(OF_EACH_FOLDER, programs.size()); i++) {
                chosen.add(programs.get(i * programs.size() / OF_EACH_FOLDER));
            }
        }
        return chosen.stream().distinct().toList();
    }

    private static boolean ends(Path program) throws IOException {
        ProgramExpectation expected = ProgramExpectation.of(program);
        return !expected.isRefused() && expected.error().isEmpty() && !Files.readString(program).contains("code`");
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
