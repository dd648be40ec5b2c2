package org.bluescript.link.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts what arrives into frames, text, and damage. Needs {@value #LARGEST_CHUNK} bytes whatever arrives.
 *
 * <p>What stands between two delimiters and is no frame is text if it could be: no control character but the
 * usual ones of terminals, and no bad UTF-8. A frame's second byte, the flags, is zero, so that on the wire it
 * begins with 01 or 02: the beginning of a frame is never text. Its end, if the beginning was lost, may be.
 */
public final class FrameReceiver {
    /** Where the pieces go, in order. */
    public interface Sink {
        void frame(Frame frame);

        /** Text as it came: a terminal must not see it before {@link VisibleText} did. */
        void text(String text);

        /** Something ended that was neither frame nor text. */
        void damaged();
    }

    /** Bytes without a delimiter among them are given up at this length. */
    public static final int LARGEST_CHUNK = 4096;

    private final byte[] chunk = new byte[LARGEST_CHUNK];
    private int length;
    private boolean overflowed;

    public void accept(byte[] bytes, int offset, int count, Sink sink) {
        for (int i = offset; i < offset + count; i++) {
            if (bytes[i] == 0) {
                endChunk(sink);
            } else if (length < LARGEST_CHUNK) {
                chunk[length++] = bytes[i];
            } else if (!flushText(sink)) {
                overflowed = true;
            } else {
                chunk[length++] = bytes[i];
            }
        }
        if (length > 0 && chunk[length - 1] == '\n') {
            flushText(sink); // whoever writes lines will perhaps never send a delimiter
        }
    }

    /** Passes on text whose end has not come, at the end of a connection say. Returns whether there was any. */
    public boolean flushText(Sink sink) {
        Optional<String> text = overflowed ? Optional.empty() : asText();
        text.ifPresent(sink::text);
        if (text.isPresent()) {
            length = 0;
        }
        return text.isPresent();
    }

    private void endChunk(Sink sink) {
        if (length == 0) {
            return;
        }
        Optional<Frame> frame = overflowed ? Optional.empty() : FrameCodec.decode(Arrays.copyOf(chunk, length));
        if (frame.isPresent()) {
            sink.frame(frame.get());
        } else if (!flushText(sink)) {
            sink.damaged();
        }
        length = 0;
        overflowed = false;
    }

    private Optional<String> asText() {
        if (length == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < length; i++) {
            if (isBinary(chunk[i])) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(chunk, 0, length)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isBinary(byte b) {
        return b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\b' && b != 7 && b != 0x1b;
    }
}
