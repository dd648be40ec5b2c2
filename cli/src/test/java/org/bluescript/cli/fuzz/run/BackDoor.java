package org.bluescript.cli.fuzz.run;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bluescript.link.board.Board;

/**
 * The memory of an emulated board, through the emulator's debugger port: a hundred kilobytes in a few milliseconds, where the
 * emulated serial port, which hands every byte from one thread to another, takes 20 µs for each. The board stands still while
 * it is read or written and notices nothing, its count of instructions included.
 *
 * <p>Commands of the <a href="https://sourceware.org/gdb/current/onlinedocs/gdb.html/Remote-Protocol.html">remote serial
 * protocol</a>: {@code m}, {@code M}, {@code c}, and an interrupt to stop. One thread at a time.
 */
final class BackDoor implements AutoCloseable {
    /** Bytes in one packet, which the emulator limits to 4096 characters; two for each byte. */
    private static final int PIECE = 2000;

    /** Packets on their way at once; all their replies fit into the socket's buffer. */
    private static final int WINDOW = 16;

    private static final int INTERRUPT = 3;

    /** The answer to the question in which state the board is; it begins otherwise where nobody asked. */
    private static final String STOPPED = "T05";

    private static final HexFormat HEX = HexFormat.of();

    private final Path folder;
    private final ServerSocketChannel server;
    private SocketChannel channel;
    private InputStream in;
    private OutputStream out;

    private BackDoor(Path folder, ServerSocketChannel server) {
        this.folder = folder;
        this.server = server;
    }

    /** A door that no board has yet. */
    static BackDoor make() {
        try {
            Path folder = Files.createTempDirectory("bluescript-door-");
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(folder.resolve("door")));
            return new BackDoor(folder, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same board with this door. */
    Board in(Board board) {
        Board.Emulator emulator = board.emulator().orElseThrow();
        List<String> arguments = new ArrayList<>(emulator.arguments());
        arguments.addAll(List.of("-chardev", "socket,id=door,path=" + folder.resolve("door"), "-gdb", "chardev:door"));
        return board.with(new Board.Emulator(emulator.command(), emulator.installedBy(), emulator.machines(), arguments));
    }

    /** Opens it and lets the board run, which waits behind a debugger's door for that. The emulator must have been started. */
    void open() {
        try {
            channel = server.accept();
            server.close();
            Files.delete(folder.resolve("door"));
            Files.delete(folder);
            in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
            out = Channels.newOutputStream(channel);
            out.write(INTERRUPT); // it has come to the door perhaps and perhaps not
            out.write(packet("?"));
            while (!reply().startsWith(STOPPED)) {
                // Then it told of the interrupt.
            }
            out.write(packet("c"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(int address, byte[] bytes) {
        exchange(bytes.length,
                (at, size) -> "M%x,%x:".formatted(address + at, size) + HEX.formatHex(bytes, at, at + size),
                (at, size, reply) -> {
                    if (!reply.equals("OK")) {
                        throw new IllegalStateException("%d bytes to 0x%08x: %s".formatted(size, address + at, reply));
                    }
                });
    }

    byte[] read(int address, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        exchange(length,
                (at, size) -> "m%x,%x".formatted(address + at, size),
                (at, size, reply) -> {
                    if (reply.length() != 2 * size) {
                        throw new IllegalStateException("%d bytes from 0x%08x: %s".formatted(size, address + at, reply));
                    }
                    bytes.put(HEX.parseHex(reply));
                });
        return bytes.array();
    }

    private interface Question {
        String packet(int at, int size);
    }

    private interface Answer {
        void take(int at, int size, String reply);
    }

    private void exchange(int length, Question question, Answer answer) {
        try {
            out.write(INTERRUPT);
            reply();
            int answered = 0;
            for (int asked = 0; answered < length; ) {
                ByteArrayOutputStream packets = new ByteArrayOutputStream();
                while (asked < length && asked - answered < WINDOW * PIECE) {
                    int size = Math.min(PIECE, length - asked);
                    packets.writeBytes(packet(question.packet(asked, size)));
                    asked += size;
                }
                out.write(packets.toByteArray());
                while (answered < asked) {
                    int size = Math.min(PIECE, asked - answered);
                    answer.take(answered, size, reply());
                    answered += size;
                }
            }
            out.write(packet("c"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packet(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += text.charAt(i);
        }
        return ("$" + text + "#%02x".formatted(sum & 0xff)).getBytes(StandardCharsets.US_ASCII);
    }

    /** The text of the next packet; that its sum is right goes without saying on a socket. */
    private String reply() throws IOException {
        while (next() != '$') {
            // An acknowledgement.
        }
        StringBuilder text = new StringBuilder(2 * PIECE);
        for (int c = next(); c != '#'; c = next()) {
            text.append((char) c);
        }
        next();
        next();
        return text.toString();
    }

    private int next() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new EOFException("the emulator has ended");
        }
        return c;
    }

    @Override
    public void close() {
        try {
            server.close();
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
