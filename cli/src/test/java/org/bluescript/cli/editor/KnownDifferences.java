package org.bluescript.cli.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Programs that TypeScript refuses and BlueScript does not, each with the reason, as {@code differences.txt} lists them. */
final class KnownDifferences {
    private KnownDifferences() {}

    /** By program. A line is {@code PATH: REASON}; those with {@code #} are comments. */
    static Map<String, String> read(Path file) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                reasons.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return reasons;
    }
}
