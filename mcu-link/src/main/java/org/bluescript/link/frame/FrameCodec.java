package org.bluescript.link.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Frames to bytes of the wire and back.
 *
 * <pre>
 * offset  size
 *      0     1  kind
 *      1     1  flags, 0; a receiver ignores them
 *      2     2  sequence
 *      4     2  acknowledge
 *      6     4  session
 *     10     n  payload
 * 10 + n     4  CRC-32C of everything before it
 * </pre>
 *
 * All of it in {@link Cobs}, between two zero bytes.
 */
public final class FrameCodec {
    public static final int HEADER_SIZE = 10;
    public static final int CRC_SIZE = 4;

    private FrameCodec() {}

    /** The frame as it goes over the wire, both delimiters included. */
    public static byte[] encode(Frame frame) {
        byte[] payload = frame.payload();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_SIZE + payload.length + CRC_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) frame.kind())
                .put((byte) 0)
                .putShort((short) frame.sequence())
                .putShort((short) frame.acknowledge())
                .putInt(frame.session())
                .put(payload);
        bytes.putInt(crc(bytes.array(), bytes.position()));
        byte[] stuffed = Cobs.encode(bytes.array());
        byte[] wire = new byte[stuffed.length + 2];
        System.arraycopy(stuffed, 0, wire, 1, stuffed.length);
        return wire;
    }

    /** The frame between two delimiters, or nothing if the bytes are no whole, undamaged frame. */
    public static Optional<Frame> decode(byte[] between) {
        return Cobs.decode(between)
                .filter(bytes -> bytes.length >= HEADER_SIZE + CRC_SIZE)
                .flatMap(FrameCodec::check);
    }

    private static Optional<Frame> check(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int covered = bytes.length - CRC_SIZE;
        if (buffer.getInt(covered) != crc(bytes, covered)) {
            return Optional.empty();
        }
        byte[] payload = new byte[covered - HEADER_SIZE];
        buffer.get(HEADER_SIZE, payload);
        return Optional.of(new Frame(
                bytes[0] & 0xff, buffer.getShort(2) & 0xffff, buffer.getShort(4) & 0xffff, buffer.getInt(6), payload));
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
