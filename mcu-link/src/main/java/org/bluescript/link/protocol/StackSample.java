package org.bluescript.link.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where a running program was at a moment, as the receive interrupt found it: the registers that the processor saves, and the top of
 * the stack above them. Words that were not sent, of a deep stack, are not known.
 *
 * @param pc the instruction that comes next
 * @param lr the link register
 * @param sp the stack pointer as the program had it
 * @param stack the bytes from {@code sp} on
 */
public record StackSample(int pc, int lr, int sp, byte[] stack) {
    private static final int BASIC_FRAME = 32;
    private static final int EXTENDED_FRAME = 104;
    private static final int LR = 20;
    private static final int PC = 24;
    private static final int PSR = 28;
    private static final int REALIGNED = 1 << 9;

    /** ARMv7-M ARM, B1.5.7: with floating-point context the frame is larger, and it is aligned to eight bytes. */
    public static StackSample decode(byte[] reply) throws MalformedMessage {
        if (reply.length < ProtocolNumbers.SAMPLE_STACK + BASIC_FRAME) {
            throw new MalformedMessage("a sample of %d bytes".formatted(reply.length));
        }
        ByteBuffer bytes = ByteBuffer.wrap(reply).order(ByteOrder.LITTLE_ENDIAN);
        int frame = ProtocolNumbers.SAMPLE_STACK;
        boolean isExtended = (bytes.getInt(ProtocolNumbers.SAMPLE_FPCCR) & 1) != 0;
        boolean isRealigned = (bytes.getInt(frame + PSR) & REALIGNED) != 0;
        int size = (isExtended ? EXTENDED_FRAME : BASIC_FRAME) + (isRealigned ? 4 : 0);
        int rest = Math.min(frame + size, reply.length);
        byte[] stack = new byte[reply.length - rest];
        System.arraycopy(reply, rest, stack, 0, stack.length);
        return new StackSample(
                bytes.getInt(frame + PC), bytes.getInt(frame + LR), bytes.getInt(ProtocolNumbers.SAMPLE_SP) + size, stack);
    }
}
