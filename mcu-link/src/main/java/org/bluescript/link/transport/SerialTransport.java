package org.bluescript.link.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bluescript.link.LinkException;

/** A serial port, or a pseudo-terminal by its path: 8 data bits, no parity, one stop bit, no flow control. */
public final class SerialTransport implements Transport {
    private final SerialPort port;
    private final String path;
    private volatile boolean closed;

    private SerialTransport(SerialPort port, String path) {
        this.port = port;
        this.path = path;
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
        int done = 0;
        while (done < bytes.length) {
            int count = port.writeBytes(bytes, bytes.length - done, done);
            if (count <= 0) {
                throw new IOException(closed ? "the port is closed" : "the port takes nothing any more");
            }
            done += count;
        }
    }

    @Override
    public void close() {
        closed = true;
        port.closePort();
    }

    @Override
    public String peer() {
        return path;
    }
}
