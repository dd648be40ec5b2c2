package org.bluescript.link.protocol;

/** The numbers of {@code mcu-runtime/include/bs_protocol.h}, under the same names without their prefix. */
public final class ProtocolNumbers {
    public static final int PROTOCOL_VERSION = 1;

    public static final int FRAME_ACK = 0x00;
    public static final int FRAME_POLL = 0x01;
    public static final int FRAME_NAK = 0x02;
    public static final int FRAME_LOST = 0x03;
    public static final int FRAME_BOOTED = 0x04;
    public static final int FRAME_EPITAPH = 0x05;

    public static final int OP_HELLO = 0x10;
    public static final int OP_WRITE = 0x11;
    public static final int OP_READ = 0x12;
    public static final int OP_CHECKSUM = 0x13;
    public static final int OP_HEAP = 0x14;
    public static final int OP_CALL = 0x15;
    public static final int OP_INTERRUPT = 0x16;
    public static final int OP_RESET = 0x17;
    public static final int OP_PING = 0x18;
    public static final int OP_SAMPLE = 0x19;

    public static final int MESSAGE_REPLY = 0x80;
    public static final int MESSAGE_REFUSED = 0x81;
    public static final int MESSAGE_OUTPUT = 0x82;
    public static final int MESSAGE_ASSERT = 0x83;
    public static final int MESSAGE_RETURNED = 0x84;
    public static final int MESSAGE_FAILED = 0x85;

    public static final int VALUE_INTEGER = 1;
    public static final int VALUE_FLOAT = 2;
    public static final int VALUE_FALSE = 3;
    public static final int VALUE_TRUE = 4;
    public static final int VALUE_NULL = 5;
    public static final int VALUE_TEXT = 6;
    public static final int VALUE_GLUED = 0x80;
    public static final int OUTPUT_MORE = 1;

    public static final int HELLO_REGION = 20;
    public static final int HELLO_REGION_SIZE = 9;

    public static final int SAMPLE_SP = 0;
    public static final int SAMPLE_FPCCR = 4;
    public static final int SAMPLE_STACK = 8;

    public static final int FAILED_SIZE = 92;
    public static final int EPITAPH_TEXT = 84;
    public static final int FAILED_HAS_PC = 1;
    public static final int FAILED_HAS_REGISTERS = 2;
    public static final int FAILED_HAS_ADDRESS = 4;

    public static final int LARGEST_PING = 32;
    public static final int LARGEST_CHECKSUMS = 32;

    private ProtocolNumbers() {}
}
