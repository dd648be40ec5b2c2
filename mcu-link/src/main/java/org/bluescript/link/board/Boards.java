package org.bluescript.link.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bluescript.link.LinkException;

/** The boards there are: each folder of {@code mcu-runtime/boards} that has a {@code board.json}. */
public final class Boards {
    /** The board that is meant when none is named. */
    public static final String DEFAULT = "stm32f405";

    private static final String FILE = "board.json";

    private final Path home;
    private final Path folder;

    /** @param home the folder that holds {@code mcu-runtime} */
    public Boards(Path home) {
        this.home = home;
        this.folder = home.resolve("mcu-runtime").resolve("boards");
    }

    /** By name. A folder whose file is broken is an error. */
    public List<Board> list() {
        return names().stream().map(this::read).toList();
    }

    /** The names, without reading any file. */
    public List<String> names() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(board -> Files.isRegularFile(board.resolve(FILE)))
                    .map(board -> board.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LinkException.BoardFileBroken(folder, "cannot be listed: " + e.getMessage());
        }
    }

    public Board find(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new LinkException.BoardUnknown(name, names);
        }
        return read(name);
    }

    private Board read(String name) {
        Path file = folder.resolve(name).resolve(FILE);
        Board board = new BoardFile(file, home).read();
        if (!board.name().equals(name)) {
            throw new LinkException.BoardFileBroken(file, "\"name\" is \"%s\", the folder's is \"%s\"".formatted(board.name(), name));
        }
        return board;
    }
}
