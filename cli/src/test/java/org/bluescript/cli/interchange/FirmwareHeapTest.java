package org.bluescript.cli.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.bluescript.backend.Firmware;
import org.bluescript.cli.interchange.HeapOperation.Code;
import org.bluescript.cli.interchange.HostSide.Runtime;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.heap.BuiltInClasses;
import org.bluescript.language.shadow.heap.HeapFailure;
import org.bluescript.link.Device;
import org.bluescript.link.LinkTiming;
import org.bluescript.link.board.Board;
import org.bluescript.link.board.Boards;
import org.bluescript.link.board.EmulatedBoard;
import org.bluescript.link.protocol.DeviceEvent;
import org.junit.jupiter.api.Test;

/**
 * The firmware as it is, and the twin, on one heap: what the runtime in flash can be called for is done there, all else by the
 * host. A collection is a call of its own here, on an empty stack; one in the middle of an allocation could find stale words on
 * the stack, so allocations that collect are left to the host.
 */
class FirmwareHeapTest {
    private static final int HEAP = 6 * 1024;
    private static final int OPERATIONS = 400;

    private final Path home = Path.of(System.getProperty("bluescript.home")).toAbsolutePath();

    @Test
    void theRuntimeInFlashAndTheHostContinueEachOthersWork() throws IOException {
        Board board = new Boards(home).find(Boards.DEFAULT);
        Firmware firmware = Firmware.read(board.firmware());
        try (Device device = Device.open(EmulatedBoard.start(board), LinkTiming.socket())) {
            Site site = new Site(firmware.memoryMap().program().base().aligned(8).bits());
            Runtime runtime = new Runtime(Address.of(device.description().heap()), BuiltInClasses.of(firmware.symbols()),
                    HeapInterchangeTest.arrayClasses(firmware.symbols()), firmware.flash(), false);
            assertThat(calls(site, runtime, firmware, device)).isGreaterThan(OPERATIONS / 5);
        }
    }

    /** How many operations the device has done. */
    private static int calls(Site site, Runtime runtime, Firmware firmware, Device device) {
        HostSide host = new HostSide(site, runtime);
        host.initialize(site.plan(HEAP));
        DeviceMemory memory = new DeviceMemory(device);
        memory.start(host);
        OperationChooser chooser = new OperationChooser(new Random(1), host, runtime.arrayClasses().size(), HEAP);
        int calls = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            HeapOperation operation = chooser.next();
            String function = function(operation.code());
            int[] arguments = arguments(host, operation);
            if (!function.isEmpty()) {
                memory.send(host);
            }
            if (perform(host, operation) && !function.isEmpty()) {
                var outcome = device.call(event -> { }, firmware.definitions().get(function), arguments);
                compare(host, memory, site, runtime, operation, outcome);
                calls++;
            }
        }
        return calls;
    }

    /** Whether the operation succeeds without a collection that it does not stand for. */
    private static boolean perform(HostSide host, HeapOperation operation) {
        int collections = host.state().collections();
        try {
            host.perform(operation);
        } catch (HeapFailure e) {
            return false;
        }
        return operation.code() == Code.COLLECT || host.state().collections() == collections;
    }

    private static void compare(HostSide host, DeviceMemory memory, Site site, Runtime runtime, HeapOperation operation,
            DeviceEvent.Outcome outcome) {
        assertThat(outcome).as("%s", operation).isInstanceOf(DeviceEvent.Returned.class);
        int object = host.root(operation.a());
        if (operation.code() != Code.COLLECT) {
            assertThat(((DeviceEvent.Returned) outcome).result()).as("%s", operation).isEqualTo(object);
        }
        Region allocated = site.allocated(HEAP);
        assertThat(memory.has(host.memory(), allocated)).as("heap after %s", operation).isTrue();
        assertThat(memory.has(host.control(), runtime.control())).as("control block after %s", operation).isTrue();
        memory.take(host.memory(), allocated, host.memory().read(allocated.base(), allocated.size()));
        memory.take(host.control(), runtime.control(), host.control().read(runtime.state(), runtime.control().size()));
        host.memory().word(site.roots() + 4 * operation.a(), object); // which the device's function has not written
    }

    /** The runtime's function that does the operation, or nothing. */
    private static String function(Code code) {
        return switch (code) {
            case OBJECT -> "bs_new_object";
            case ARRAY -> "bs_new_array";
            case COPY -> "bs_array_copy";
            case COLLECT -> "bs_collect";
            case CELL, STRING, PUSH, SHIFT, UNSHIFT, STORE, LOAD, DROP -> "";
        };
    }

    private static int[] arguments(HostSide host, HeapOperation operation) {
        return switch (operation.code()) {
            case OBJECT, ARRAY -> new int[] {host.classAddress(operation.b()), operation.c()};
            case COPY -> new int[] {host.root(operation.b())};
            default -> new int[0];
        };
    }
}
