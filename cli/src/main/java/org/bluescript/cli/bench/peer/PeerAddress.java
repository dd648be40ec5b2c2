package org.bluescript.cli.bench.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.CommandException;
import org.bluescript.link.LinkException;
import org.bluescript.link.board.Board;
import org.bluescript.link.board.EmulatedBoard;
import org.bluescript.link.transport.SerialTransport;
import org.bluescript.link.transport.SocketTransport;
import org.bluescript.link.transport.Transport;

/** Where a peer is. */
sealed interface PeerAddress {
    /** Connects. Throws if there is nobody, saying why. */
    Transport connect() throws PeerFailure;

    /** A serial port. */
    record Port(String path) implements PeerAddress {
        private static final int BAUD = 115_200;

        @Override
        public Transport connect() throws PeerFailure {
            return linked(() -> SerialTransport.open(path, BAUD));
        }
    }

    /** A socket that leads to one. */
    record Tcp(String host, int port) implements PeerAddress {
        private static final int LIMIT_MILLISECONDS = 5_000;

        @Override
        public Transport connect() throws PeerFailure {
            try {
                SocketChannel channel = SocketChannel.open();
                try {
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true); // a prompt waits for every few bytes
                    channel.socket().connect(new InetSocketAddress(host, port), LIMIT_MILLISECONDS);
                    return new SocketTransport(channel, host + ":" + port);
                } catch (IOException | RuntimeException e) {
                    channel.close();
                    throw e;
                }
            } catch (IOException | RuntimeException e) {
                throw PeerFailure.lost("nobody at %s:%d (%s)".formatted(host, port, e.getMessage()));
            }
        }
    }

    /**
     * Firmware in QEMU.
     *
     * @param machine one that QEMU has: nRF51 ("microbit"), or STM32F4
     */
    record Qemu(String machine, Path firmware) implements PeerAddress {
        private static final String COMMAND = "qemu-system-arm";

        /** The machine that firmware of this kind is for: Intel hex for the micro:bit, ELF for an STM32F4. */
        static Qemu of(Path firmware) {
            return new Qemu(firmware.toString().endsWith(".hex") ? "microbit" : "netduinoplus2", firmware);
        }

        @Override
        public Transport connect() throws PeerFailure {
            if (!Files.isRegularFile(firmware)) {
                throw PeerFailure.lost("there is no firmware " + firmware);
            }
            Board.Emulator emulator = new Board.Emulator(COMMAND, COMMAND, List.of(machine), arguments());
            Board board = new Board(machine, machine, "", "", "", List.of(), firmware, 0, Optional.of(emulator), Optional.empty());
            return linked(() -> EmulatedBoard.start(board));
        }

        /**
         * On the micro:bit an instruction takes 64 ns, about what it takes on a real one, for its firmware is lost with a clock that
         * runs slower; time jumps ahead when nothing is to be done.
         */
        private List<String> arguments() {
            boolean microbit = machine.equals("microbit");
            return List.of("-M", "{machine}",
                    microbit ? "-device" : "-kernel", microbit ? "loader,file={kernel}" : "{kernel}",
                    "-icount", microbit ? "shift=6,sleep=off" : "shift=0",
                    "-chardev", "socket,id=link,path={socket},mux=on", "-echr", "0x100", "-serial", "chardev:link",
                    "-display", "none", "-monitor", "none", "-nodefaults");
        }
    }

    /** Reads {@code PORT}, {@code tcp:HOST:PORT}, {@code qemu:FILE} or {@code qemu:MACHINE:FILE}. */
    static PeerAddress of(String text) {
        String[] parts = text.split(":", 3);
        return switch (parts[0]) {
            case "tcp" -> tcp(text);
            case "qemu" -> parts.length == 3 && !parts[1].contains("/")
                    ? new Qemu(parts[1], Path.of(parts[2]))
                    : Qemu.of(Path.of(text.substring("qemu".length() + Math.min(1, parts.length - 1))));
            default -> new Port(text);
        };
    }

    private static PeerAddress tcp(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return new Tcp(text.substring("tcp:".length(), colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw CommandException.usage("\"" + text + "\" is no address", "give tcp:HOST:PORT");
        }
    }

    default boolean isEmulated() {
        return this instanceof Qemu;
    }

    /** Something of the link's. */
    interface Connecting {
        Transport connect();
    }

    private static Transport linked(Connecting connecting) throws PeerFailure {
        try {
            return connecting.connect();
        } catch (LinkException e) {
            throw PeerFailure.lost(e.getMessage());
        }
    }
}
