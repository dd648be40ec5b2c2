package org.bluescript.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bluescript.link.transport.SocketTransport;
import org.bluescript.link.transport.Transport;

/** The firmware's end of the link in a process of this machine: {@code mcu-runtime/host}. */
public final class HostBoard implements AutoCloseable {
    public static final int MEMORY = 0x20000000;
    public static final int MEMORY_SIZE = 0x10000;
    public static final int STACK = 0x20010000;
    /** Memory that no program of the board is called by. */
    public static final int FREE = MEMORY + 0x1000;

    // host_board.h, enum host_program
    public static final int ADD = MEMORY;
    public static final int COUNT = MEMORY + 0x04;
    public static final int CHECKSUM = MEMORY + 0x08;
    public static final int SPIN = MEMORY + 0x0c;
    public static final int FLOOD = MEMORY + 0x10;
    public static final int FAIL = MEMORY + 0x14;
    public static final int DIE = MEMORY + 0x18;
    public static final int EPITAPH = MEMORY + 0x1c;
    public static final int TEXT = MEMORY + 0x20;
    public static final int REBOOT = MEMORY + 0x24;
    public static final int VALUES = MEMORY + 0x28;
    public static final int INCREMENT = MEMORY + 0x2c;
    public static final int BABBLE = MEMORY + 0x30;
    public static final int DEAF = MEMORY + 0x34;

    private final Process process;
    private final Transport transport;
    private final String terminal;

    private HostBoard(Process process, Transport transport, String terminal) {
        this.process = process;
        this.transport = transport;
        this.terminal = terminal;
    }

    public static Path home() {
        return Path.of(System.getProperty("bluescript.home"));
    }

    private static String executable() {
        return home().resolve("mcu-runtime/target/host/host-board").toString();
    }

    public static HostBoard onSocket() throws IOException {
        Path folder = Files.createTempDirectory("host-board-");
        Path socket = folder.resolve("wire");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Process process = new ProcessBuilder(executable(), socket.toString()).inheritIO().start();
            return new HostBoard(process, new SocketTransport(server.accept(), "host board"), "");
        } finally {
            Files.deleteIfExists(socket);
            Files.delete(folder);
        }
    }

    public static HostBoard onTerminal() throws IOException {
        Process process = new ProcessBuilder(executable())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader reader = process.inputReader();
        return new HostBoard(process, null, reader.readLine());
    }

    public Transport transport() {
        return transport;
    }

    /** Path of the pseudo-terminal. */
    public String terminal() {
        return terminal;
    }

    /** Makes the board do nothing at all, its wire included, until it {@link #goOn goes on}. */
    public void stop() throws IOException {
        signal("STOP");
    }

    public void goOn() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().onExit().join();
    }

    /** Ends the board without a word, as pulling its plug would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (transport != null) {
            transport.close();
        }
        kill();
    }
}
