package org.bluescript.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.OutputText;
import org.bluescript.link.transport.FaultRates;
import org.bluescript.link.transport.FaultyTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many sessions over wires that spoil what goes over them: each operation is done once and whole, or ends in a clear
 * error. {@code -Dsoak.sessions=2000} for the long run.
 */
class FaultyWireTest {
    private static final int SESSIONS = Integer.getInteger("soak.sessions", 100);

    private static final LinkTiming HASTY = new LinkTiming(
            Duration.ofMillis(20), Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofSeconds(10), Duration.ofMillis(5));

    private enum Ending { WHOLE, ERROR }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "nothing, 0", "corrupt, 0.01", "corrupt, 0.1", "drop, 0.01", "drop, 0.1", "duplicate, 0.01", "duplicate, 0.1",
        "truncate, 0.01", "truncate, 0.1", "delay, 0.01", "delay, 0.1", "all, 0.01", "all, 0.1"
    })
    void everySessionIsWholeOrAnError(String fault, double rate) throws Exception {
        FaultRates rates = switch (fault) {
            case "corrupt" -> new FaultRates(rate, 0, 0, 0, 0);
            case "drop" -> new FaultRates(0, rate, 0, 0, 0);
            case "duplicate" -> new FaultRates(0, 0, rate, 0, 0);
            case "truncate" -> new FaultRates(0, 0, 0, rate, 0);
            case "delay" -> new FaultRates(0, 0, 0, 0, rate);
            default -> FaultRates.all(rate);
        };
        Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
        Random random = new Random(fault.hashCode() + Double.hashCode(rate));
        long counted = 0;
        try (HostBoard board = HostBoard.onSocket();
                Device device = Device.open(new FaultyTransport(board.transport(), rates, random.nextLong()), HASTY)) {
            device.write(HostBoard.FREE, new byte[4]);
            for (int session = 0; session < SESSIONS; session++) {
                try {
                    device.hello();
                    counted = incrementOnce(device, counted);
                    runSession(device, random);
                    endings.merge(Ending.WHOLE, 1, Integer::sum);
                } catch (LinkException e) {
                    assertThat(e).isNotInstanceOf(LinkException.Refused.class);
                    endings.merge(Ending.ERROR, 1, Integer::sum);
                    int done = countAfterError(device);
                    assertThat(done).isBetween((int) counted, (int) counted + 1); // once, or not at all
                    counted = done;
                }
            }
        }
        System.out.printf("wire with %s at %s: %s%n", fault, rate, endings);
        assertThat(endings.getOrDefault(Ending.WHOLE, 0)).isGreaterThanOrEqualTo(SESSIONS * 9 / 10);
    }

    @Test
    void programThatPrintsIsInterruptedOverABadWire() throws Exception {
        try (HostBoard board = HostBoard.onSocket();
                Device device = Device.open(new FaultyTransport(board.transport(), FaultRates.all(0.1), 1), HASTY)) {
            for (int i = 0; i < 20; i++) {
                device.hello();
                DeviceEvent.Outcome outcome = device.call(event -> device.interrupt(), HostBoard.FLOOD);
                assertThat(outcome).isInstanceOf(DeviceEvent.Failed.class);
            }
        }
    }

    /** A call with an effect is the operation that must not be done twice. */
    private static long incrementOnce(Device device, long counted) {
        DeviceEvent.Outcome outcome = device.call(event -> { }, HostBoard.INCREMENT, HostBoard.FREE);
        assertThat(outcome).isInstanceOfSatisfying(DeviceEvent.Returned.class,
                returned -> assertThat(returned.result()).isEqualTo((int) counted + 1));
        return counted + 1;
    }

    private static int countAfterError(Device device) {
        while (true) {
            try {
                device.hello();
                return word(device.read(HostBoard.FREE, 4));
            } catch (LinkException.SessionLost e) {
                // A HELLO of an earlier session came late. Once more.
            }
        }
    }

    private static void runSession(Device device, Random random) {
        byte[] block = printable(random, 1 + random.nextInt(1500));
        int address = HostBoard.FREE + 8 + random.nextInt(1000);
        device.write(address, block);
        CRC32C crc = new CRC32C();
        crc.update(block);
        int expected = (int) crc.getValue();
        assertThat(device.checksum(address, block.length)).isEqualTo(expected);
        assertThat(device.read(address, block.length)).isEqualTo(block);

        List<DeviceEvent> events = new ArrayList<>();
        DeviceEvent.Outcome outcome = device.call(events::add, HostBoard.CHECKSUM, address, block.length);
        assertThat(outcome).isInstanceOfSatisfying(DeviceEvent.Returned.class,
                returned -> assertThat(returned.result()).isEqualTo(expected));
        assertThat(printed(events)).isEqualTo(new String(block, StandardCharsets.US_ASCII) + "\n");
    }

    private static String printed(List<DeviceEvent> events) {
        OutputText text = new OutputText(String::valueOf);
        StringBuilder all = new StringBuilder();
        for (DeviceEvent event : events) {
            if (event instanceof DeviceEvent.Output output) {
                all.append(text.accept(output));
            }
        }
        return all.toString();
    }

    private static byte[] printable(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (' ' + random.nextInt(95));
        }
        return bytes;
    }

    private static int word(byte[] bytes) {
        return (bytes[0] & 0xff) | (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff) << 16 | bytes[3] << 24;
    }
}
