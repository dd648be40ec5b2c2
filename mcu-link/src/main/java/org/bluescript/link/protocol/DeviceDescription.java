package org.bluescript.link.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a device says of itself in answer to HELLO.
 *
 * @param version of the protocol it speaks
 * @param state of its program when it answered
 * @param build identifies the firmware build
 * @param board name of the board the firmware was built for
 * @param heap address of {@code bs_heap}
 * @param regions its memory, in no order
 */
public record DeviceDescription(
        int version, State state, int build, String board, int heap, List<Region> regions, Limits limits) {
    public enum State {
        IDLE, RUNNING, FAILED;

        static State of(int code) throws MalformedMessage {
            return switch (code) {
                case 0 -> IDLE;
                case 1 -> RUNNING;
                case 2 -> FAILED;
                default -> throw new MalformedMessage("HELLO: state " + code + " is unknown");
            };
        }
    }

    /**
     * What the device can take, all in bytes but {@code requests}.
     *
     * @param request the largest payload of a request
     * @param message the largest payload the device sends
     * @param read the most one READ may ask for
     * @param queue of messages that the host has not acknowledged
     * @param requests how many may be unanswered at a time
     */
    public record Limits(int request, int message, int read, int queue, int requests) {
        /** What holds before the device has said more: enough for HELLO. */
        public static final Limits LEAST = new Limits(LEAST_REQUEST, LEAST_REQUEST, 1, 128, 1);
    }

    /** Bytes of payload that every device takes: every request but a long WRITE fits. */
    private static final int LEAST_REQUEST = 36;

    public DeviceDescription {
        regions = List.copyOf(regions);
    }

    /** The first region of a kind. */
    public Optional<Region> region(Region.Kind kind) {
        return regions.stream().filter(region -> region.kind() == kind).findFirst();
    }

    /** Reads a reply to HELLO, of any version: of another than this host's, only the version is certain. */
    public static int versionOf(byte[] reply) throws MalformedMessage {
        return new MessageReader("HELLO", reply).u8();
    }

    public static DeviceDescription decode(byte[] reply) throws MalformedMessage {
        MessageReader reader = new MessageReader("HELLO", reply);
        int version = reader.u8();
        State state = State.of(reader.u8());
        int request = reader.u16();
        int message = reader.u16();
        int read = reader.u16();
        int queue = reader.u16();
        int requests = reader.u8();
        int regionCount = reader.u8();
        int build = reader.u32();
        int heap = reader.u32();
        List<Region> regions = new ArrayList<>(regionCount);
        for (int i = 0; i < regionCount; i++) {
            regions.add(new Region(Region.Kind.of(reader.u8()), reader.u32(), reader.u32()));
        }
        String board = reader.text(reader.u8());
        if (request < LEAST_REQUEST || read == 0 || requests == 0) {
            throw reader.malformed("limits too small: request %d, read %d, requests %d".formatted(request, read, requests));
        }
        return new DeviceDescription(version, state, build, board, heap, regions,
                new Limits(request, message, read, queue, requests));
    }
}
