package org.bluescript.link.board;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluescript.link.LinkException;
import org.bluescript.link.transport.SocketTransport;
import org.bluescript.link.transport.Transport;

/**
 * A running emulator, connected by a Unix-domain socket: a {@link Transport} whose other end ends with it.
 *
 * <p>The emulator connects to us, so that nothing it sends is lost and nobody has to try again. It is pinned to one
 * core, since its two threads hand bytes over to each other, which is slower on two. Its serial port is behind a multiplexer of one
 * ({@code mux=on} in the board's file), for that has a buffer: then it is 32 bytes that are handed over and not each, which is more than twice
 * as fast. (Its escape character, 0x100, is none that a byte could be.) It is in a session
 * of its own, since a Ctrl-C at the terminal is meant for the program, not for the board. And it ends when this
 * process ends, however it does: a shell beside it waits for the end of its standard input, which is a pipe from
 * here, and then kills it and removes the folder of the socket.
 */
public final class EmulatedBoard implements Transport {
    /** $1 is the folder to remove, the rest the command. One that ended unkilled leaves the folder: what it said is in it. */
    private static final String GUARD = """
            folder=$1; shift; exec 3<&0
            "$@" </dev/null 3<&- & emulator=$!
            { read -r _ <&3; kill -KILL $emulator; } 2>/dev/null & guard=$!
            exec 3<&-
            wait $emulator; status=$?
            kill $guard 2>/dev/null
            [ $status -ne 137 ] || rm -rf "$folder"
            exit $status
            """;

    /** Boards that this process has started. */
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Process process;
    private final Transport transport;
    private final Path folder;

    private EmulatedBoard(Process process, Transport transport, Path folder) {
        this.process = process;
        this.transport = transport;
        this.folder = folder;
    }

    /** Starts the board's firmware. Throws a {@link LinkException} that says what is missing. */
    public static EmulatedBoard start(Board board) {
        return start(board, board.firmware());
    }

    /** Starts another ELF file on the board. */
    public static EmulatedBoard start(Board board, Path kernel) {
        Board.Emulator emulator = board.emulator().orElseThrow(() -> new LinkException.NotEmulated(board.name()));
        if (!Files.isRegularFile(kernel)) {
            throw new LinkException.FirmwareMissing(kernel);
        }
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        String machine = MachineChooser.inUserCache().choose(emulator, path);
        try {
            Path folder = Files.createTempDirectory("bluescript-");
            try {
                Path socket = folder.resolve("serial");
                List<String> command = command(MachineChooser.find(emulator, path), emulator,
                        Map.of("{machine}", machine, "{kernel}", kernel.toString(), "{socket}", socket.toString()));
                return connect(board, folder, socket, command);
            } catch (IOException | RuntimeException e) {
                remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new LinkException.EmulatorFailed(emulator.command(), e.getMessage());
        }
    }

    private static EmulatedBoard connect(Board board, Path folder, Path socket, List<String> command)
            throws IOException {
        Path said = folder.resolve("said");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            List<String> guarded = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "guard", folder.toString()));
            guarded.addAll(command);
            Process process = new ProcessBuilder(guarded).redirectErrorStream(true).redirectOutput(said.toFile()).start();
            process.onExit().thenRun(() -> closeQuietly(server)); // or the wait below has no end
            try {
                SocketChannel channel = server.accept();
                return new EmulatedBoard(process, new SocketTransport(channel, "emulated board " + board.name()), folder);
            } catch (ClosedChannelException e) {
                throw new LinkException.EmulatorFailed(String.join(" ", command), readSaid(said));
            } catch (IOException e) {
                process.getOutputStream().close();
                throw e;
            }
        }
    }

    private static List<String> command(Path executable, Board.Emulator emulator, Map<String, String> values) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            command.addAll(List.of("taskset", "-c", String.valueOf(core())));
        }
        command.add(executable.toString());
        for (String argument : emulator.arguments()) {
            String filled = argument;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace(value.getKey(), value.getValue());
            }
            command.add(filled);
        }
        return command;
    }

    /** One of the cores this process may use; another for another process, and for the next board. */
    private static int core() {
        List<Integer> allowed = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("Cpus_allowed_list:")) {
                    for (String range : line.substring(line.indexOf(':') + 1).strip().split(",")) {
                        String[] ends = range.split("-");
                        for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                            allowed.add(i);
                        }
                    }
                }
            }
        } catch (IOException e) {
            return 0;
        }
        Collections.sort(allowed);
        return allowed.isEmpty() ? 0 : allowed.get((int) ((ProcessHandle.current().pid() + STARTED.getAndIncrement()) % allowed.size()));
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        return transport.read(buffer);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        transport.write(bytes);
    }

    /** Ends the emulator and waits until it is gone. */
    @Override
    public void close() {
        transport.close();
        try {
            process.getOutputStream().close(); // the guard's signal
            process.waitFor();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        remove(folder);
    }

    @Override
    public String peer() {
        return transport.peer();
    }

    private static String readSaid(Path said) {
        try {
            byte[] bytes = Files.readAllBytes(said);
            return new String(bytes, 0, Math.min(bytes.length, 2000), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static void closeQuietly(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            // Nothing waits on it then.
        }
    }

    private static void remove(Path folder) {
        for (String name : List.of("serial", "said", "")) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                // The guard removes it too; whoever comes second finds nothing.
            }
        }
    }
}
