package org.bluescript.link.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the little-endian fields of one message, front to back, and never past its end. */
final class MessageReader {
    private final String name;
    private final byte[] bytes;
    private int at;

    MessageReader(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int u8() throws MalformedMessage {
        need(1);
        return bytes[at++] & 0xff;
    }

    int u16() throws MalformedMessage {
        return u8() | u8() << 8;
    }

    int u32() throws MalformedMessage {
        return u16() | u16() << 16;
    }

    byte[] bytes(int count) throws MalformedMessage {
        need(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
        at = bytes.length;
        return rest;
    }

    String text(int count) throws MalformedMessage {
        return new String(bytes(count), StandardCharsets.UTF_8);
    }

    void end() throws MalformedMessage {
        if (hasMore()) {
            throw new MalformedMessage("%s: %d bytes more than expected".formatted(name, bytes.length - at));
        }
    }

    MalformedMessage malformed(String what) {
        return new MalformedMessage(name + ": " + what);
    }

    private void need(int count) throws MalformedMessage {
        if (bytes.length - at < count) {
            throw new MalformedMessage("%s ends after %d bytes, where %d more are needed"
                    .formatted(name, bytes.length, count - (bytes.length - at)));
        }
    }
}
