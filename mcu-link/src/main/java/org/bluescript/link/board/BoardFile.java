package org.bluescript.link.board;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.link.LinkException;

/** Reads a {@code board.json}. Every complaint names the file and the field. */
final class BoardFile {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final Path home;

    BoardFile(Path file, Path home) {
        this.file = file;
        this.home = home;
    }

    Board read() {
        JsonNode root = parse();
        JsonNode transport = field(root, "transport");
        return new Board(
                text(root, "name"),
                text(root, "title"),
                text(root, "core"),
                text(root, "fpu"),
                text(root, "floatAbi"),
                memory(field(root, "memory")),
                home.resolve(text(root, "firmware")).toAbsolutePath().normalize(),
                number(transport, "baud"),
                Optional.ofNullable(root.get("emulator")).map(this::emulator),
                Optional.ofNullable(root.get("flash")).map(this::flash));
    }

    private JsonNode parse() {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw broken("line %d: %s".formatted(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            throw broken("cannot be read: " + e.getMessage());
        }
    }

    private Board.Emulator emulator(JsonNode node) {
        List<String> machines = texts(node, "machines");
        if (machines.isEmpty()) {
            throw broken("\"machines\" is empty");
        }
        return new Board.Emulator(text(node, "command"), text(node, "package"), machines, texts(node, "arguments"));
    }

    private Board.FlashTool flash(JsonNode node) {
        return new Board.FlashTool(texts(node, "command"), text(node, "package"));
    }

    private List<Board.Memory> memory(JsonNode list) {
        List<Board.Memory> memory = new ArrayList<>();
        for (JsonNode node : list) {
            memory.add(new Board.Memory(text(node, "kind"), address(node, "base"), address(node, "size")));
        }
        return List.copyOf(memory);
    }

    private int address(JsonNode node, String name) {
        String text = text(node, name);
        try {
            return Integer.parseUnsignedInt(text.substring(text.startsWith("0x") ? 2 : 0), text.startsWith("0x") ? 16 : 10);
        } catch (NumberFormatException e) {
            throw broken("\"%s\" is no 32-bit address: %s".formatted(name, text));
        }
    }

    private int number(JsonNode node, String name) {
        JsonNode value = field(node, name);
        if (!value.isInt() || value.intValue() <= 0) {
            throw broken("\"%s\" is no positive number".formatted(name));
        }
        return value.intValue();
    }

    private List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : field(node, name)) {
            if (!element.isTextual()) {
                throw broken("\"%s\" is no list of strings".formatted(name));
            }
            texts.add(element.textValue());
        }
        return List.copyOf(texts);
    }

    private String text(JsonNode node, String name) {
        JsonNode value = field(node, name);
        if (!value.isTextual()) {
            throw broken("\"%s\" is no string".formatted(name));
        }
        return value.textValue();
    }

    private JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw broken("\"%s\" is missing".formatted(name));
        }
        return value;
    }

    private LinkException broken(String what) {
        return new LinkException.BoardFileBroken(file, what);
    }
}
