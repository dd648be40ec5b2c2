package org.bluescript.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The test vectors of {@code src/test/vectors}, which the device's C code is checked against too: blocks of lines,
 * each a word and what belongs to it. A block begins with a line that names it.
 */
public final class Vectors {
    /** One line: {@code word} and the rest. */
    public record Line(String word, String rest) {
        public byte[] bytes() {
            return Vectors.bytes(rest);
        }

        public int number() {
            return Integer.parseUnsignedInt(rest, 16);
        }
    }

    /** One block. Its first line is not among {@code lines}. */
    public record Block(String name, List<Line> lines) {
        public Line line(String word) {
            return lines.stream().filter(line -> line.word().equals(word)).findFirst().orElseThrow();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Vectors() {}

    public static Path folder() {
        return HostBoard.home().resolve("mcu-link/src/test/vectors");
    }

    /** The blocks of a file, each of which begins with {@code first}. */
    public static List<Block> read(String file, String first) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (String text : Files.readAllLines(folder().resolve(file))) {
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            String[] parts = text.split(" ", 2);
            Line line = new Line(parts[0], parts.length > 1 ? parts[1] : "");
            if (line.word().equals(first)) {
                blocks.add(new Block(line.rest(), new ArrayList<>()));
            } else {
                blocks.getLast().lines().add(line);
            }
        }
        return blocks;
    }

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
