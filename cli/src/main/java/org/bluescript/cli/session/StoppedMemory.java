package org.bluescript.cli.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bluescript.backend.debug.StackMemory;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;

/** The memory of a stopped device, read in pieces as it is asked for. */
final class StoppedMemory implements StackMemory {
    private static final int PIECE = 256;

    private final DeviceSession device;
    private final List<Region> regions;
    private final Map<Integer, byte[]> pieces = new HashMap<>();

    /** @param regions what of it may be read; each begins and ends at a multiple of 4 */
    StoppedMemory(DeviceSession device, List<Region> regions) {
        this.device = device;
        this.regions = regions;
    }

    @Override
    public OptionalInt word(int address) {
        for (Region region : regions) {
            if ((address & 3) == 0 && region.contains(Address.of(address), Integer.BYTES)) {
                return OptionalInt.of(word(region, Address.of(address).minus(region.base())));
            }
        }
        return OptionalInt.empty();
    }

    private int word(Region region, int offset) {
        int start = offset - offset % PIECE;
        byte[] piece = pieces.computeIfAbsent(region.base().plus(start).bits(), address ->
                device.read(address, Math.min(PIECE, region.size() - start)));
        int at = offset - start;
        return (piece[at] & 0xff) | (piece[at + 1] & 0xff) << 8 | (piece[at + 2] & 0xff) << 16 | piece[at + 3] << 24;
    }
}
