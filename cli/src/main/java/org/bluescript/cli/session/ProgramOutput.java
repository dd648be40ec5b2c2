package org.bluescript.cli.session;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.bluescript.cli.Console;
import org.bluescript.language.text.FloatText;
import org.bluescript.link.frame.VisibleText;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.OutputValue;

/**
 * Writes what a program prints: the values of one print joined by spaces, a line end after the last. What the program
 * says goes out byte by byte as it is, except on a terminal, where control characters are made visible. A line is
 * flushed when it is whole.
 */
public final class ProgramOutput {
    /** {@code enum bs_stream}. */
    private static final int ERROR_STREAM = 2;

    private final Console console;
    private final Phases phases;
    private boolean first = true;
    private final Line line = new Line();

    /** @param phases is told of the first output */
    public ProgramOutput(Console console, Phases phases) {
        this.console = console;
        this.phases = phases;
    }

    public void accept(DeviceEvent.Output event) {
        line.append(event);
        if (!event.more() || line.bytes.size() > Line.ENOUGH) {
            write(line.bytes, event.stream() == ERROR_STREAM);
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
                    ProgramOutput.this.write(waiting, toError);
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
        if (line.bytes.size() > 0) {
            line.bytes.write('\n');
            write(line.bytes, false);
        }
        line.space = false;
    }

    /** Writes what has come, and forgets it. */
    private void write(ByteArrayOutputStream waiting, boolean toError) {
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        if (toError) {
            bytes = console.errorIsTerminal() ? visible(bytes) : bytes;
            console.writeError(bytes, 0, bytes.length);
        } else {
            bytes = console.outputIsTerminal() ? visible(bytes) : bytes;
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

    /** What has come of a line so far. Its last event says to which stream it goes, the others do not know. */
    private static final class Line {
        /** A longer piece of a line is written before its end has come, to standard output, so that no line needs more memory. */
        static final int ENOUGH = 1 << 16;

        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean space;

        void append(DeviceEvent.Output event) {
            for (OutputValue value : event.values()) {
                if (space) {
                    bytes.write(' ');
                }
                bytes.writeBytes(text(value));
                space = !value.glued();
            }
            if (!event.more()) {
                bytes.write('\n');
                space = false;
            }
        }

        private static byte[] text(OutputValue value) {
            return switch (value) {
                case OutputValue.IntegerValue(int integer, _) -> ascii(Integer.toString(integer));
                case OutputValue.FloatValue(float number, _) -> ascii(FloatText.of(number));
                case OutputValue.BooleanValue(boolean truth, _) -> ascii(Boolean.toString(truth));
                case OutputValue.NullValue _ -> ascii("undefined");
                case OutputValue.TextValue(byte[] utf8, _) -> utf8;
            };
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
