package org.bluescript.cli.fuzz.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluescript.backend.Firmware;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Region;

/** A device's memory, read in pieces as it is asked for; flash comes from the firmware's file. Good until the next run. */
final class DeviceMemory implements Memory.Words {
    private static final int PIECE = 8192;

    private final BackDoor device;
    private final Region program;
    private final List<ReadOnlyMemory> flash;
    private final Map<Integer, byte[]> pieces = new HashMap<>();

    DeviceMemory(BackDoor device, Firmware firmware) {
        this.device = device;
        this.program = firmware.memoryMap().program();
        this.flash = firmware.flash();
    }

    @Override
    public int word(int address) {
        Address at = Address.of(address);
        if (program.contains(at, Integer.BYTES)) {
            int offset = at.minus(program.base());
            byte[] piece = pieces.computeIfAbsent(offset / PIECE, this::read);
            int i = offset % PIECE;
            return piece[i] & 0xff | (piece[i + 1] & 0xff) << 8 | (piece[i + 2] & 0xff) << 16 | piece[i + 3] << 24;
        }
        return flash.stream()
                .filter(f -> f.region().contains(at, Integer.BYTES))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a pointer to nowhere: " + at))
                .word(address);
    }

    private byte[] read(int number) {
        int offset = number * PIECE;
        return device.read(program.base().plus(offset).bits(), Math.min(PIECE, program.size() - offset));
    }
}
