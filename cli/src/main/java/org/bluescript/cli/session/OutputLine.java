package org.bluescript.cli.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bluescript.language.text.FloatText;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.OutputValue;

/**
 * What has come of a printed line so far: values joined by spaces, and a line end after the last. Its last event says to which
 * stream it goes, the others do not know.
 */
final class OutputLine {
    /** {@code enum bs_stream}. */
    static final int ERROR_STREAM = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean space;

    void append(DeviceEvent.Output event) {
        for (OutputValue value : event.values()) {
            if (space) {
                bytes.write(' ');
            }
            bytes.writeBytes(text(value));
            space = !value.glued();
        }
        if (!event.more()) {
            end();
        }
    }

    /** Ends the line though the rest of it has not come. */
    void end() {
        bytes.write('\n');
        space = false;
    }

    /** What has come is of no interest any more. */
    void forget() {
        bytes.reset();
        space = false;
    }

    int size() {
        return bytes.size();
    }

    /** The bytes, which are then no longer here. */
    byte[] take() {
        byte[] result = bytes.toByteArray();
        bytes.reset();
        return result;
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
