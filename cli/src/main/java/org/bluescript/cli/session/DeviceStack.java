package org.bluescript.cli.session;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.bluescript.backend.debug.StackMemory;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;

/** The stack of a stopped device, read in pieces as it is asked for. */
final class DeviceStack implements StackMemory {
    private static final int PIECE = 256;

    private final DeviceSession device;
    private final Region stack;
    private final Map<Integer, byte[]> pieces = new HashMap<>();

    DeviceStack(DeviceSession device, Region stack) {
        this.device = device;
        this.stack = stack;
    }

    @Override
    public OptionalInt word(int address) {
        if (!stack.contains(Address.of(address), Integer.BYTES)) {
            return OptionalInt.empty();
        }
        int offset = Address.of(address).minus(stack.base());
        byte[] piece = pieces.computeIfAbsent(offset / PIECE, this::read);
        int at = offset % PIECE;
        return OptionalInt.of((piece[at] & 0xff) | (piece[at + 1] & 0xff) << 8 | (piece[at + 2] & 0xff) << 16
                | piece[at + 3] << 24);
    }

    private byte[] read(int number) {
        int offset = number * PIECE;
        return device.read(stack.base().plus(offset).bits(), Math.min(PIECE, stack.size() - offset));
    }
}
