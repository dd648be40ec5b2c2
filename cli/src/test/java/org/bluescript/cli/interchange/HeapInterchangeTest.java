package org.bluescript.cli.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluescript.backend.Firmware;
import org.bluescript.cli.interchange.HostSide.Runtime;
import org.bluescript.cli.interchange.RunnerBuilder.Runner;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.heap.BuiltInClasses;
import org.bluescript.link.Device;
import org.bluescript.link.LinkTiming;
import org.bluescript.link.board.Board;
import org.bluescript.link.board.Boards;
import org.bluescript.link.board.EmulatedBoard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Either side continues on the heap where the other stopped. {@code -Dinterchange.sequences=1000} runs more. */
class HeapInterchangeTest {
    private static final int SEQUENCES = Integer.getInteger("interchange.sequences", 100);
    private static final long SEED = Long.getLong("interchange.seed", 1);

    private static Path home;
    private static Firmware firmware;
    private static Device device;

    @BeforeAll
    static void start() throws IOException {
        home = Path.of(System.getProperty("bluescript.home")).toAbsolutePath();
        Board board = new Boards(home).find(Boards.DEFAULT);
        firmware = Firmware.read(board.firmware());
        device = Device.open(EmulatedBoard.start(board), LinkTiming.socket());
    }

    @AfterAll
    static void stop() {
        if (device != null) {
            device.close();
        }
    }

    @Test
    void bothSidesContinueEachOthersWork() throws IOException {
        Relay relay = relay(false);
        run(relay, SEQUENCES);
        assertThat(relay.failures()).as("allocations that fail").isPositive();
        assertThat(relay.collections()).as("collections").isGreaterThan(SEQUENCES);
    }

    @Test
    void bothSidesAgreeUnderStress() throws IOException {
        run(relay(true), Math.ceilDiv(SEQUENCES, 10));
    }

    private static void run(Relay relay, int sequences) {
        for (long seed = SEED; seed < SEED + sequences; seed++) {
            relay.run(seed);
        }
        System.out.println("heap interchange: %d sequences from seed %d on, %s".formatted(sequences, SEED, relay.summary()));
    }

    private static Relay relay(boolean stressed) throws IOException {
        int base = firmware.memoryMap().program().base().aligned(8).bits();
        Runner runner = RunnerBuilder.build(home, firmware, base, stressed);
        Site site = new Site(runner.end());
        Map<String, Address> symbols = firmware.symbols();
        Runtime runtime = new Runtime(Address.of(runner.state()), BuiltInClasses.of(symbols), arrayClasses(symbols),
                firmware.flash(), stressed);
        return new Relay(site, runtime, new DeviceSide(device, runner, site));
    }

    /** Every built-in class of arrays, that of growable arrays of references last. */
    static List<Address> arrayClasses(Map<String, Address> symbols) {
        List<Address> classes = new ArrayList<>();
        symbols.forEach((name, address) -> {
            if (name.startsWith("bs_class_array_") || name.startsWith("bs_class_vector_")) {
                classes.add(address);
            }
        });
        classes.add(symbols.get("bs_class_vector_reference"));
        return classes;
    }
}
