package org.bluescript.link.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a device tells while, and after, a program runs. */
public sealed interface DeviceEvent {
    /**
     * A part of what the program prints. {@link OutputText} joins parts.
     *
     * @param stream 1 for output, 2 for errors
     * @param more whether the line goes on in the stream's next event
     */
    record Output(int stream, List<OutputValue> values, boolean more) implements DeviceEvent {}

    /** The message, or a piece of it, of the assertion that is about to fail. */
    record AssertMessage(String text) implements DeviceEvent {}

    /** Bytes that were no frame, readable as text, made visible: safe to show. */
    record Text(String text) implements DeviceEvent {}

    /** The firmware itself has failed. Nothing is known of the device any more. */
    record Epitaph(MachineState state, int error, String text) implements DeviceEvent {}

    /** How a call ended. */
    sealed interface Outcome extends DeviceEvent {
        /** Instructions (of an emulated board; processor cycles of a real one) that the program took, modulo 2<sup>32</sup>. */
        int instructions();

        /** Microseconds from call to end, waiting included, modulo 2<sup>32</sup>. */
        int elapsed();
    }

    /** The function returned; {@code result} is r0. */
    record Returned(int result, int instructions, int elapsed) implements Outcome {}

    /**
     * The program was stopped. Memory and stack can be read until the next call.
     *
     * @param error what went wrong: {@code enum bs_error} of {@code bs_trap.h}
     * @param site number of the place in the source, as the trap instruction has it
     */
    record Failed(int error, int site, MachineState state, int instructions, int elapsed) implements Outcome {}

    /** Reads a message of the device other than REPLY and REFUSED. */
    static DeviceEvent decode(int kind, byte[] payload) throws MalformedMessage {
        return switch (kind) {
            case ProtocolNumbers.MESSAGE_OUTPUT -> output(new MessageReader("OUTPUT", payload));
            case ProtocolNumbers.MESSAGE_ASSERT -> new AssertMessage(new String(payload, StandardCharsets.UTF_8));
            case ProtocolNumbers.MESSAGE_RETURNED -> returned(new MessageReader("RETURNED", payload));
            case ProtocolNumbers.MESSAGE_FAILED -> failed(new MessageReader("FAILED", payload));
            case ProtocolNumbers.FRAME_EPITAPH -> epitaph(new MessageReader("EPITAPH", payload));
            default -> throw new MalformedMessage("message kind 0x%02x is unknown".formatted(kind));
        };
    }

    private static Output output(MessageReader reader) throws MalformedMessage {
        int stream = reader.u8();
        boolean more = (reader.u8() & ProtocolNumbers.OUTPUT_MORE) != 0;
        return new Output(stream, OutputValue.decodeAll(reader), more);
    }

    private static Returned returned(MessageReader reader) throws MalformedMessage {
        Returned returned = new Returned(reader.u32(), reader.u32(), reader.u32());
        reader.end();
        return returned;
    }

    private static Failed failed(MessageReader reader) throws MalformedMessage {
        int error = reader.u8();
        int flags = reader.u8();
        int site = reader.u16();
        Failed failed = new Failed(error, site, MachineState.decode(reader, flags), reader.u32(), reader.u32());
        reader.end();
        return failed;
    }

    private static Epitaph epitaph(MessageReader reader) throws MalformedMessage {
        int error = reader.u8();
        int flags = reader.u8();
        reader.u16();
        MachineState state = MachineState.decode(reader, flags);
        return new Epitaph(state, error, new String(reader.rest(), StandardCharsets.UTF_8));
    }
}
