package org.bluescript.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of commands and what they answered: after each line that begins with {@code $ bluescript} standard output as it was,
 * then the lines of standard error, each after {@code "! "}, then the exit status in brackets unless it is 0. Comments
 * ({@code #}) may stand before a command.
 */
final class Transcript {
    private static final String PROMPT = "$ bluescript";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private record Command(List<String> comments, String line) {}

    private final Path file;

    Transcript(Path file) {
        this.file = file;
    }

    String recorded() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void record(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs all commands again and gives the transcript that this makes. */
    String replay() {
        StringBuilder text = new StringBuilder();
        for (Command command : commands()) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            command.comments().forEach(comment -> text.append(comment).append('\n'));
            text.append(command.line()).append('\n').append(answer(command));
        }
        return text.toString();
    }

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (String line : recorded().lines().toList()) {
            if (line.startsWith(PROMPT)) {
                commands.add(new Command(List.copyOf(comments), line));
                comments.clear();
            } else if (line.startsWith("# ")) {
                comments.add(line);
            }
        }
        return commands;
    }

    private static String answer(Command command) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int status = CommandRunner.run(Console.of(output, error), new Interrupts(), words(command.line().substring(PROMPT.length())));
        StringBuilder text = new StringBuilder(output.toString(StandardCharsets.UTF_8));
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(" (no line end)\n");
        }
        error.toString(StandardCharsets.UTF_8).lines().forEach(line -> text.append("! ").append(line).append('\n'));
        if (status != 0) {
            text.append("[").append(status).append("]\n");
        }
        return text.toString().replaceAll("(?m)^! instructions: [0-9]+$", "! instructions: (a number)");
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words.toArray(String[]::new);
    }
}
