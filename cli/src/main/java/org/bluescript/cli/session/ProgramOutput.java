package org.bluescript.cli.session;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.bluescript.cli.Console;
import org.bluescript.link.frame.VisibleText;
import org.bluescript.link.protocol.DeviceEvent;

/**
 * Writes what a program prints: the values of one print joined by spaces, a line end after the last. What the program
 * says goes out byte by byte as it is, except on a terminal, where control characters are made visible. A line is
 * flushed when it is whole.
 */
public final class ProgramOutput {
    /** A longer piece of a line is written before its end has come, to standard output, so that no line needs more memory. */
    private static final int ENOUGH = 1 << 16;

    private final Console console;
    private final Phases phases;
    private boolean first = true;
    private final OutputLine line = new OutputLine();

    /** @param phases is told of the first output */
    public ProgramOutput(Console console, Phases phases) {
        this.console = console;
        this.phases = phases;
    }

    public void accept(DeviceEvent.Output event) {
        line.append(event);
        if (!event.more() || line.size() > ENOUGH) {
            write(line.take(), event.stream() == OutputLine.ERROR_STREAM);
        }
    }

    /** A stream for one of the two outputs of a program that runs on the host; it flushes after each line. */
    public OutputStream stream(boolean toError) {
        ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        return new OutputStream() {
            @Override
            public void write(int octet) {
                waiting.write(octet);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                waiting.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                if (waiting.size() > 0) {
                    byte[] bytes = waiting.toByteArray();
                    waiting.reset();
                    ProgramOutput.this.write(bytes, toError);
                }
            }
        };
    }

    /** Something that the device said outside of the protocol, already made visible. */
    public void stray(String text) {
        console.note("device: " + text.stripTrailing());
    }

    /** Writes what is left of lines that did not end, for instance because the program was stopped. */
    public void end() {
        if (line.size() > 0) {
            line.end();
            write(line.take(), false);
        }
        line.forget();
    }

    private void write(byte[] said, boolean toError) {
        if (toError) {
            byte[] bytes = console.errorIsTerminal() ? visible(said) : said;
            console.writeError(bytes, 0, bytes.length);
        } else {
            byte[] bytes = console.outputIsTerminal() ? visible(said) : said;
            console.write(bytes, 0, bytes.length);
            console.flush();
        }
        if (first) {
            first = false;
            phases.mark("first output");
        }
    }

    private static byte[] visible(byte[] bytes) {
        return VisibleText.of(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
