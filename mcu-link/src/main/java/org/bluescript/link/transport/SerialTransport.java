package org.bluescript.link.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bluescript.link.LinkException;

/**
 * A serial port, or a pseudo-terminal by its path: 8 data bits, no parity, one stop bit, no flow control.
 *
 * <p>A device that has stopped reading can block whoever writes for as long as it likes, and closing the port does not
 * wake him. So a thread of its own writes, callers only queue, and a queue that does not move is an error.
 */
public final class SerialTransport implements Transport {
    /** Writes that may wait: far more than a link sends to a device that does not answer before it gives up. */
    private static final int LARGEST_QUEUE = 256;

    /** How long closing may take before nobody waits for it any more. */
    private static final Duration CLOSING = Duration.ofMillis(500);

    private final SerialPort port;
    private final String path;
    private final BlockingQueue<byte[]> outgoing = new ArrayBlockingQueue<>(LARGEST_QUEUE);
    private volatile boolean closed;

    private SerialTransport(SerialPort port, String path) {
        this.port = port;
        this.path = path;
        Thread.ofPlatform().name("writer of " + path).daemon().start(this::writeAll);
    }

    /** The ports of this machine. Pseudo-terminals are not among them, but can be opened. */
    public static List<String> ports() {
        return Arrays.stream(SerialPort.getCommPorts()).map(SerialPort::getSystemPortPath).sorted().toList();
    }

    /** Opens a port. Throws a {@link LinkException} that says why it cannot be. */
    public static SerialTransport open(String path, int baud) {
        if (path.startsWith("/") && !Files.exists(Path.of(path))) {
            throw new LinkException.PortMissing(path, ports());
        }
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new LinkException.PortMissing(path, ports());
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 0, 0);
        if (!port.openPort(0)) {
            if (path.startsWith("/") && !(Files.isReadable(Path.of(path)) && Files.isWritable(Path.of(path)))) {
                throw new LinkException.PortForbidden(path);
            }
            throw new LinkException.PortBusy(path);
        }
        return new SerialTransport(port, path);
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        int count = port.readBytes(buffer, buffer.length);
        if (count > 0) {
            return count;
        }
        return -1; // closed, or the other end is gone: isOpen and the error code say nothing of it
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (closed) {
            throw new IOException("the port is closed");
        }
        if (!outgoing.offer(bytes.clone())) {
            throw new IOException("the port takes nothing any more");
        }
    }

    private void writeAll() {
        try {
            while (!closed) {
                byte[] bytes = outgoing.take();
                int done = 0;
                while (done < bytes.length) {
                    int count = port.writeBytes(bytes, bytes.length - done, done);
                    if (count <= 0) {
                        close(); // the other end is gone; the reader learns it from the closed port
                        return;
                    }
                    done += count;
                }
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            outgoing.offer(new byte[0]); // wakes the writer
            // Closing waits for a write in progress, which may never end.
            Thread closer = Thread.ofPlatform().name("closer of " + path).daemon().start(port::closePort);
            try {
                closer.join(CLOSING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String peer() {
        return path;
    }
}
