package org.bluescript.cli.interchange;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.Region;
import org.bluescript.link.Device;

/** Keeps the device's memory and the host's copy the same, and compares them. */
final class DeviceMemory {
    /** A difference goes on over fewer equal bytes than this: another request costs as much. */
    private static final int SHORT_GAP = 48;

    private final Device device;
    /** What the device has, by region. */
    private final Map<Region, DataMemory> known = new HashMap<>();

    DeviceMemory(Device device) {
        this.device = device;
    }

    /** Sends all that the host has. */
    void start(HostSide host) {
        for (DataMemory memory : List.of(host.memory(), host.control())) {
            Region all = memory.region();
            byte[] bytes = memory.read(all.base(), all.size());
            device.write(all.base().bits(), bytes);
            take(memory, all, bytes);
        }
    }

    /** Sends what the host has changed: of the pages that it says it has written, what differs. */
    void send(HostSide host) {
        send(host.memory());
        send(host.control());
    }

    private void send(DataMemory memory) {
        for (Region dirty : memory.dirty()) {
            byte[] bytes = memory.read(dirty.base(), dirty.size());
            byte[] old = known(memory).read(dirty.base(), dirty.size());
            for (int from = Arrays.mismatch(bytes, old); from >= 0; ) {
                int end = endOfDifference(bytes, old, from);
                device.write(dirty.base().plus(from).bits(), bytes, from, end - from);
                int next = Arrays.mismatch(bytes, end, bytes.length, old, end, old.length);
                from = next < 0 ? next : end + next;
            }
            known(memory).write(dirty.base(), bytes);
            memory.synchronised(dirty);
        }
    }

    /** Behind the last difference before the first {@link #SHORT_GAP} bytes without any. */
    private static int endOfDifference(byte[] bytes, byte[] old, int from) {
        int end = from;
        for (int i = from; i < bytes.length && i - end < SHORT_GAP; i++) {
            end = bytes[i] != old[i] ? i + 1 : end;
        }
        return end;
    }

    /** Whether the device's bytes there have the same CRC-32C as the host's. */
    boolean has(DataMemory memory, Region part) {
        CRC32C sum = new CRC32C();
        sum.update(memory.read(part.base(), part.size()));
        return device.checksum(part.base().bits(), part.size()) == (int) sum.getValue();
    }

    /** Brings a part of memory, and the control block, back to the host. */
    void fetch(HostSide host, Region part) {
        take(host.memory(), part, device.read(part.base().bits(), part.size()));
        Region control = host.control().region();
        take(host.control(), control, device.read(control.base().bits(), control.size()));
    }

    /** The host learns the device's bytes. */
    void take(DataMemory memory, Region part, byte[] bytes) {
        memory.write(part.base(), bytes);
        known(memory).write(part.base(), bytes);
        memory.synchronised(memory.region());
    }

    private DataMemory known(DataMemory memory) {
        return known.computeIfAbsent(memory.region(), DataMemory::new);
    }
}
