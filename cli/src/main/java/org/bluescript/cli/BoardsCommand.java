package org.bluescript.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bluescript.link.board.Board;
import org.bluescript.link.board.Boards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bluescript boards}: each folder of {@code mcu-runtime/boards}. */
@Command(name = "boards", description = "List the boards there are.", sortOptions = false)
final class BoardsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GlobalOptions global;

    @Option(names = "--json", description = "Print a JSON list.")
    private boolean json;

    BoardsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.setColor(global.color);
        List<Board> boards = new Boards(Installation.home()).list();
        if (json) {
            console.write(JsonText.of(boards.stream().map(BoardsCommand::fields).toList()));
        } else {
            console.write("%-14s %-9s %-9s %s%n".formatted("board", "emulated", "firmware", "what it is"));
            for (Board board : boards) {
                console.write("%-14s %-9s %-9s %s%n".formatted(board.name(), board.emulator().isPresent() ? "yes" : "no",
                        isBuilt(board) ? "built" : "not built", board.title()));
            }
        }
        console.flush();
        return ExitStatus.OK;
    }

    private static boolean isBuilt(Board board) {
        return Files.isRegularFile(board.firmware());
    }

    private static Map<String, Object> fields(Board board) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", board.name());
        fields.put("title", board.title());
        fields.put("default", board.name().equals(Boards.DEFAULT));
        fields.put("core", board.core());
        fields.put("emulated", board.emulator().isPresent());
        fields.put("firmwareBuilt", isBuilt(board));
        fields.put("baud", board.baud());
        List<Object> memory = new ArrayList<>();
        for (Board.Memory part : board.memory()) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("kind", part.kind());
            region.put("base", Integer.toUnsignedLong(part.base()));
            region.put("size", Integer.toUnsignedLong(part.size()));
            memory.add(region);
        }
        fields.put("memory", memory);
        return fields;
    }
}
