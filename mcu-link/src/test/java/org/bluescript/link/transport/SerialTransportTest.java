package org.bluescript.link.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.bluescript.link.Device;
import org.bluescript.link.HostBoard;
import org.bluescript.link.LinkException;
import org.bluescript.link.LinkTiming;
import org.bluescript.link.protocol.DeviceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A serial port that is a pseudo-terminal, with the host board at its other end. */
@Timeout(60)
class SerialTransportTest {
    private static final int BAUD = 115200;

    private static Device open(HostBoard board) {
        return Device.open(SerialTransport.open(board.terminal(), BAUD), LinkTiming.serial(BAUD));
    }

    @Test
    void everyByteValuePasses() throws Exception {
        try (HostBoard board = HostBoard.onTerminal(); Device device = open(board)) {
            byte[] bytes = new byte[5000];
            new Random(1).nextBytes(bytes);
            for (int i = 0; i < 256; i++) {
                bytes[i] = (byte) i; // XON, XOFF, interrupt and end-of-file characters among them
            }
            device.write(HostBoard.FREE, bytes);
            assertThat(device.read(HostBoard.FREE, bytes.length)).isEqualTo(bytes);
        }
    }

    @Test
    void callsAndOutputPass() throws Exception {
        try (HostBoard board = HostBoard.onTerminal(); Device device = open(board)) {
            int[] lines = {0};
            DeviceEvent.Outcome outcome = device.call(event -> lines[0]++, HostBoard.COUNT, 500);
            assertThat(outcome).isInstanceOf(DeviceEvent.Returned.class);
            assertThat(lines[0]).isEqualTo(501);
        }
    }

    @Test
    void portCanBeOpenedAgain() throws Exception {
        try (HostBoard board = HostBoard.onTerminal()) {
            for (int i = 0; i < 3; i++) {
                try (Device device = open(board)) {
                    assertThat(device.ping(new byte[] {5})).containsExactly(5);
                }
            }
        }
    }

    @Test
    void deadPeerIsNoticedWhileWaiting() throws Exception {
        try (HostBoard board = HostBoard.onTerminal(); Device device = open(board)) {
            assertThatThrownBy(() -> device.call(event -> board.kill(), HostBoard.FLOOD))
                    .isInstanceOf(LinkException.DeviceLost.class);
        }
    }

    @Test
    void deadPeerIsNoticedByTheNextOperation() throws Exception {
        try (HostBoard board = HostBoard.onTerminal(); Device device = open(board)) {
            board.kill();
            assertThatThrownBy(() -> device.ping(new byte[0])).isInstanceOf(LinkException.DeviceLost.class);
        }
    }

    @Test
    void peerThatStopsReadingIsNoHang() throws Exception {
        try (HostBoard board = HostBoard.onTerminal()) {
            try (SerialTransport port = SerialTransport.open(board.terminal(), BAUD)) {
                board.stop();
                assertThatThrownBy(() -> {
                    while (true) {
                        port.write(new byte[1000]);
                    }
                }).hasMessage("the port takes nothing any more");
            } finally {
                board.goOn();
            }
        }
    }

    @Test
    void missingPortIsNamed() {
        assertThatThrownBy(() -> SerialTransport.open("/dev/ttyNONE", BAUD))
                .isInstanceOf(LinkException.PortMissing.class)
                .hasMessageStartingWith("there is no port /dev/ttyNONE; there ");
    }

    @Test
    void portInUseIsBusy() throws Exception {
        try (HostBoard board = HostBoard.onTerminal(); Device device = open(board)) {
            assertThatThrownBy(() -> SerialTransport.open(board.terminal(), BAUD))
                    .isInstanceOf(LinkException.PortBusy.class)
                    .hasMessage("port %s is in use by another program", board.terminal());
            assertThat(device.ping(new byte[] {5})).containsExactly(5);
        }
    }
}
