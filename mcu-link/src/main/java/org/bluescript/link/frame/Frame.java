package org.bluescript.link.frame;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One frame. Header fields are unsigned; {@code session} is 32 bits in an int. The payload is not copied:
 * whoever makes a frame gives the array away.
 *
 * @param kind what the frame is, 0 to 255
 * @param sequence number of this message in its direction, modulo 2<sup>16</sup>; 0 in control frames
 * @param acknowledge number of the message that the sender expects next
 * @param session the session it belongs to; 0 is none
 */
public record Frame(int kind, int sequence, int acknowledge, int session, byte[] payload) {
    public Frame {
        if (kind != (kind & 0xff) || sequence != (sequence & 0xffff) || acknowledge != (acknowledge & 0xffff)) {
            throw new IllegalArgumentException("frame header out of range: kind " + kind + ", sequence "
                    + sequence + ", acknowledge " + acknowledge);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that
                && kind == that.kind
                && sequence == that.sequence
                && acknowledge == that.acknowledge
                && session == that.session
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind + sequence) + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return "frame %02x sequence %d acknowledge %d session %08x payload [%s]"
                .formatted(kind, sequence, acknowledge, session, HexFormat.of().formatHex(payload));
    }
}
