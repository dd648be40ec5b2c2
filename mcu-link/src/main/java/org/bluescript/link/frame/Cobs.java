package org.bluescript.link.frame;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Consistent Overhead Byte Stuffing: any bytes as bytes without a zero, at most one byte in 254 longer, plus
 * one. Delimiters are not part of it.
 *
 * <p>After S. Cheshire and M. Baker, "Consistent Overhead Byte Stuffing", 1999. A full block at the very end
 * is not followed by an empty one.
 */
public final class Cobs {
    private static final int FULL_BLOCK = 0xff;

    private Cobs() {}

    public static byte[] encode(byte[] bytes) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(bytes.length + bytes.length / 254 + 1);
        int at = 0;
        while (true) {
            int run = 0;
            while (run < FULL_BLOCK - 1 && at + run < bytes.length && bytes[at + run] != 0) {
                run++;
            }
            encoded.write(run + 1);
            encoded.write(bytes, at, run);
            at += run;
            if (at == bytes.length) {
                return encoded.toByteArray();
            }
            if (run + 1 != FULL_BLOCK) {
                at++; // the zero that the block's end stands for
            }
        }
    }

    /** The bytes, or nothing if {@code encoded} holds a zero, is empty, or ends in the middle of a block. */
    public static Optional<byte[]> decode(byte[] encoded) {
        byte[] bytes = new byte[encoded.length];
        int length = 0;
        int at = 0;
        while (at < encoded.length) {
            int code = encoded[at++] & 0xff;
            if (code == 0 || at + code - 1 > encoded.length) {
                return Optional.empty();
            }
            for (int i = 1; i < code; i++) {
                if (encoded[at] == 0) {
                    return Optional.empty();
                }
                bytes[length++] = encoded[at++];
            }
            if (code != FULL_BLOCK && at < encoded.length) {
                bytes[length++] = 0;
            }
        }
        return encoded.length == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, length));
    }
}
