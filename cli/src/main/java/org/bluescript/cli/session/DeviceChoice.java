package org.bluescript.cli.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bluescript.cli.CommandException;
import org.bluescript.link.Device;
import org.bluescript.link.LinkTiming;
import org.bluescript.link.board.Board;
import org.bluescript.link.board.Boards;
import org.bluescript.link.board.EmulatedBoard;
import org.bluescript.link.protocol.DeviceDescription;
import org.bluescript.link.transport.SerialTransport;
import org.bluescript.link.transport.Transport;

/**
 * Which device the user wants.
 *
 * @param port the serial port of a real board; without it the board is emulated
 */
public record DeviceChoice(Board board, Optional<String> port) {
    /** @throws org.bluescript.link.LinkException if there is no such board; it says which there are */
    public static DeviceChoice of(Path home, String board, Optional<String> port) {
        return new DeviceChoice(new Boards(home).find(board), port);
    }

    /** Starts or opens the device and waits for its answer. */
    public DeviceSession connect() {
        return connect(transport -> transport);
    }

    /** The same through something that watches the wire. */
    public DeviceSession connect(UnaryOperator<Transport> watch) {
        Device device = port.isPresent()
                ? Device.open(watch.apply(SerialTransport.open(port.get(), board.baud())), LinkTiming.serial(board.baud()))
                : Device.open(watch.apply(EmulatedBoard.start(board)), LinkTiming.socket());
        return new DeviceSession(device);
    }

    /** Programs are laid out for one build of the firmware: refuses a device that has another. */
    public void verify(DeviceDescription device, int build) {
        if (device.build() == build) {
            return;
        }
        if (!device.board().equals(board.name())) {
            throw CommandException.world(
                    "the device at %s is a %s, not a %s".formatted(peer(), device.board(), board.name()),
                    "say so: --board " + device.board());
        }
        throw CommandException.world(
                "the device at %s has firmware build 0x%08x, this is build 0x%08x".formatted(peer(), device.build(), build),
                board.flash().map(tool -> "flash it: " + String.join(" ", tool.command()))
                        .orElse("build it: mvn -pl mcu-runtime compile"));
    }

    private String peer() {
        return port.orElse("emulated board " + board.name());
    }
}
