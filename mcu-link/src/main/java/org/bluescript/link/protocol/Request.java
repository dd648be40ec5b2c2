package org.bluescript.link.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the host may ask of a device. Arrays are not copied. */
public sealed interface Request {
    /** Opens the session. */
    record Hello() implements Request {}

    /** Writes memory. Doing it twice does no harm. */
    record Write(int address, byte[] bytes, int offset, int length) implements Request {}

    record Read(int address, int length) implements Request {}

    /** The CRC-32C of each of {@code count} stretches of {@code length} bytes, the first at {@code address}. */
    record Checksum(int address, int length, int count) implements Request {
        public Checksum {
            if (count < 1 || count > ProtocolNumbers.LARGEST_CHECKSUMS) {
                throw new IllegalArgumentException(
                        "%d checksums, at most %d".formatted(count, ProtocolNumbers.LARGEST_CHECKSUMS));
            }
        }
    }

    /** Initialises {@code bs_heap}: one free cell from {@code base} to {@code end}. */
    record Heap(int base, int end, int starts, int roots) implements Request {}

    /** Runs a function with up to four argument words on the program's stack. */
    record Call(int entry, int... words) implements Request {
        /** The most argument words. */
        public static final int LARGEST_WORDS = 4;

        public Call {
            if (words.length > LARGEST_WORDS) {
                throw new IllegalArgumentException(words.length + " argument words, at most " + LARGEST_WORDS);
            }
        }
    }

    record Interrupt() implements Request {}

    record Reset() implements Request {}

    record Ping(byte[] bytes) implements Request {
        public Ping {
            if (bytes.length > ProtocolNumbers.LARGEST_PING) {
                throw new IllegalArgumentException(
                        "ping of %d bytes, at most %d".formatted(bytes.length, ProtocolNumbers.LARGEST_PING));
            }
        }
    }

    /** Where the running program is. */
    record Sample() implements Request {}

    default int op() {
        return switch (this) {
            case Hello _ -> ProtocolNumbers.OP_HELLO;
            case Write _ -> ProtocolNumbers.OP_WRITE;
            case Read _ -> ProtocolNumbers.OP_READ;
            case Checksum _ -> ProtocolNumbers.OP_CHECKSUM;
            case Heap _ -> ProtocolNumbers.OP_HEAP;
            case Call _ -> ProtocolNumbers.OP_CALL;
            case Interrupt _ -> ProtocolNumbers.OP_INTERRUPT;
            case Reset _ -> ProtocolNumbers.OP_RESET;
            case Ping _ -> ProtocolNumbers.OP_PING;
            case Sample _ -> ProtocolNumbers.OP_SAMPLE;
        };
    }

    default byte[] payload() {
        return switch (this) {
            case Hello _ -> new byte[] {ProtocolNumbers.PROTOCOL_VERSION};
            case Write write -> buffer(4 + write.length).putInt(write.address)
                    .put(write.bytes, write.offset, write.length).array();
            case Read read -> buffer(6).putInt(read.address).putShort((short) read.length).array();
            case Checksum checksum -> checksum(checksum);
            case Heap heap -> buffer(16).putInt(heap.base).putInt(heap.end).putInt(heap.starts)
                    .putInt(heap.roots).array();
            case Call call -> call(call);
            case Interrupt _, Reset _, Sample _ -> new byte[0];
            case Ping ping -> ping.bytes.clone();
        };
    }

    /** What the request is called in an error message, with its values. */
    default String describe() {
        return switch (this) {
            case Hello _ -> "hello";
            case Write write -> "write of %d bytes at 0x%08x".formatted(write.length, write.address);
            case Read read -> "read of %d bytes at 0x%08x".formatted(read.length, read.address);
            case Checksum checksum -> "checksum of %d times %d bytes at 0x%08x".formatted(
                    checksum.count, checksum.length, checksum.address);
            case Heap heap -> "heap from 0x%08x to 0x%08x".formatted(heap.base, heap.end);
            case Call call -> "call of 0x%08x".formatted(call.entry);
            case Interrupt _ -> "interrupt";
            case Reset _ -> "reset";
            case Ping ping -> "ping of %d bytes".formatted(ping.bytes.length);
            case Sample _ -> "sample";
        };
    }

    private static byte[] call(Call call) {
        ByteBuffer bytes = buffer(4 + 4 * call.words.length).putInt(call.entry);
        for (int word : call.words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    private static byte[] checksum(Checksum checksum) {
        ByteBuffer bytes = buffer(checksum.count == 1 ? 8 : 10).putInt(checksum.address).putInt(checksum.length);
        return checksum.count == 1 ? bytes.array() : bytes.putShort((short) checksum.count).array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
