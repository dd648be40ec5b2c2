package org.bluescript.cli.fuzz.run;

import java.util.List;
import org.bluescript.backend.Firmware;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Region;

/** All of a device's program memory as it was at one time; flash comes from the firmware's file. */
final class DeviceMemory implements Memory.Words {
    private final DataMemory program;
    private final List<ReadOnlyMemory> flash;

    private DeviceMemory(DataMemory program, List<ReadOnlyMemory> flash) {
        this.program = program;
        this.flash = flash;
    }

    static DeviceMemory of(BackDoor device, Firmware firmware) {
        Region region = firmware.memoryMap().program();
        DataMemory program = new DataMemory(region);
        program.write(region.base(), device.read(region.base().bits(), region.size()));
        return new DeviceMemory(program, firmware.flash());
    }

    @Override
    public int word(int address) {
        Address at = Address.of(address);
        if (program.region().contains(at, Integer.BYTES)) {
            return program.word(address);
        }
        return flash.stream()
                .filter(f -> f.region().contains(at, Integer.BYTES))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a pointer to nowhere: " + at))
                .word(address);
    }

    /** The end of what is not 0: behind it is nothing but zeros. */
    Address used() {
        Address at = program.region().end();
        while (at.compareTo(program.region().base()) > 0 && program.word(at.bits() - Integer.BYTES) == 0) {
            at = at.plus(-Integer.BYTES);
        }
        return at;
    }
}
