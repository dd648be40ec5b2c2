package org.bluescript.link.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Joins one stream's {@link DeviceEvent.Output} events to text: a space between values that are not glued, a
 * line end after the last. Characters may be cut between events; a character is given when it is whole.
 *
 * <p>It promises nothing about what the text contains: pass it through {@code VisibleText} before a terminal
 * sees it. It keeps at most three bytes between events.
 */
public final class OutputText {
    private final Function<Float, String> floats;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean space;

    /** @param floats how the language writes a float */
    public OutputText(Function<Float, String> floats) {
        this.floats = floats;
    }

    /** The text that this event adds. */
    public String accept(DeviceEvent.Output output) {
        for (OutputValue value : output.values()) {
            if (space) {
                pending.write(' ');
            }
            pending.writeBytes(format(value));
            space = !value.glued();
        }
        if (!output.more()) {
            pending.write('\n');
            space = false;
        }
        byte[] bytes = pending.toByteArray();
        int whole = bytes.length - beginningOfCharacterAtEnd(bytes);
        pending.reset();
        pending.write(bytes, whole, bytes.length - whole);
        return new String(bytes, 0, whole, StandardCharsets.UTF_8);
    }

    private byte[] format(OutputValue value) {
        return switch (value) {
            case OutputValue.IntegerValue v -> ascii(Integer.toString(v.value()));
            case OutputValue.FloatValue v -> ascii(floats.apply(v.value()));
            case OutputValue.BooleanValue v -> ascii(Boolean.toString(v.value()));
            case OutputValue.NullValue _ -> ascii("undefined");
            case OutputValue.TextValue v -> v.utf8();
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** How many bytes at the end are the beginning of a character whose rest is missing: 0 to 3. */
    private static int beginningOfCharacterAtEnd(byte[] bytes) {
        for (int back = 1; back <= 3 && back <= bytes.length; back++) {
            int b = bytes[bytes.length - back] & 0xff;
            if (b < 0x80) {
                return 0;
            }
            if (b >= 0xc0) {
                int size = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return size > back ? back : 0;
            }
        }
        return 0;
    }
}
