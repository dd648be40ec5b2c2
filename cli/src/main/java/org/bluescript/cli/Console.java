package org.bluescript.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Where a command writes: standard output for what was asked for, standard error for everything else, both UTF-8.
 *
 * <p>Writing to an output that nobody reads any more throws {@link BrokenPipe}, to one that is full a {@link CommandException}, once;
 * errors on standard error are ignored, for there is nowhere left to report them.
 */
public final class Console {
    /** Whether what we write is coloured. */
    public enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** Nobody reads standard output any more. */
    public static final class BrokenPipe extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        BrokenPipe(IOException cause) {
            super(cause);
        }
    }

    private static final String RED = "\033[1;31m";
    private static final String RESET = "\033[0m";

    private final InputStream input;
    private final OutputStream output;
    private final PrintStream error;
    private final boolean outputIsTerminal;
    private final boolean errorIsTerminal;
    private final boolean inputIsTerminal;
    private boolean outputFailed;
    private boolean coloredOutput;
    private boolean coloredError;

    private Console(
            InputStream input,
            OutputStream output,
            OutputStream error,
            boolean outputIsTerminal,
            boolean errorIsTerminal,
            boolean inputIsTerminal) {
        this.inputIsTerminal = inputIsTerminal;
        this.input = input;
        this.output = new BufferedOutputStream(output, 8192);
        this.error = new PrintStream(error, false, StandardCharsets.UTF_8);
        this.outputIsTerminal = outputIsTerminal;
        this.errorIsTerminal = errorIsTerminal;
        setColor(Color.AUTO);
    }

    /** The process's own streams. The launcher knows which of them are terminals and says so in a system property. */
    public static Console ofProcess() {
        String terminals = System.getProperty("bluescript.terminals", "");
        return new Console(System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err),
                terminals.contains("out"), terminals.contains("err"), terminals.contains("in"));
    }

    /** Any streams, neither of them a terminal. */
    public static Console of(OutputStream output, OutputStream error) {
        return of(InputStream.nullInputStream(), output, error);
    }

    /** The same with something to read. */
    public static Console of(InputStream input, OutputStream output, OutputStream error) {
        return new Console(input, output, error, false, false, false);
    }

    /** What the process reads. */
    public InputStream input() {
        return input;
    }

    public void setColor(Color color) {
        coloredOutput = colored(color, outputIsTerminal);
        coloredError = colored(color, errorIsTerminal);
    }

    /** A stream is coloured if asked for, or else if it is a terminal and NO_COLOR (no-color.org) is unset or empty. */
    private static boolean colored(Color color, boolean terminal) {
        return switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                String noColor = System.getenv("NO_COLOR");
                yield terminal && (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
            }
        };
    }

    public boolean outputIsTerminal() {
        return outputIsTerminal;
    }

    /** Whether somebody types what the process reads. */
    public boolean inputIsTerminal() {
        return inputIsTerminal;
    }

    public boolean errorIsTerminal() {
        return errorIsTerminal;
    }

    public boolean coloredOutput() {
        return coloredOutput;
    }

    public boolean coloredError() {
        return coloredError;
    }

    /** Writes bytes to standard output; they are not flushed. */
    public void write(byte[] bytes, int offset, int length) {
        if (outputFailed) {
            return;
        }
        try {
            output.write(bytes, offset, length);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Java tells a closed pipe from a full disk only by the system's words. */
    private RuntimeException unwritable(IOException e) {
        outputFailed = true;
        String message = String.valueOf(e.getMessage());
        return message.toLowerCase(Locale.ROOT).contains("broken pipe")
                ? new BrokenPipe(e)
                : CommandException.world("standard output cannot be written: " + message);
    }

    public void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    /** Writes a line to standard output and flushes. */
    public void printLine(String line) {
        write(line + "\n");
        flush();
    }

    public void flush() {
        if (outputFailed) {
            return;
        }
        try {
            output.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes text as it is to standard error and flushes. */
    public void writeError(String text) {
        error.print(text);
        error.flush();
    }

    public void writeError(byte[] bytes, int offset, int length) {
        error.write(bytes, offset, length);
        error.flush();
    }

    /** Writes a line to standard error. */
    public void note(String line) {
        writeError(line + "\n");
    }

    /** Reports an error that has no place in a source file. */
    public void error(String message, List<String> help) {
        note((coloredError ? RED + "error:" + RESET : "error:") + " " + message);
        for (String line : help) {
            note("help: " + line);
        }
    }
}
