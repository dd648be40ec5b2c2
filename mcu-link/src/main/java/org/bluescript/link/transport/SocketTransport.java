package org.bluescript.link.transport;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A Unix-domain socket, or one of another kind. It loses nothing. */
public final class SocketTransport implements Transport {
    private final SocketChannel channel;
    private final String peer;

    /** Takes over a connected, blocking channel. */
    public SocketTransport(SocketChannel channel, String peer) {
        this.channel = channel;
        this.peer = peer;
    }

    public static SocketTransport connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new SocketTransport(channel, socket.toString());
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        try {
            return channel.read(ByteBuffer.wrap(buffer));
        } catch (ClosedChannelException e) {
            return -1;
        }
    }

    /** A channel closes itself when a thread that has been interrupted writes: the interrupt waits until this is done. */
    @Override
    public void write(byte[] bytes) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (ClosedChannelException e) {
            throw new IOException("the connection is closed", e); // it says nothing itself
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // A socket that cannot be closed properly is gone all the same.
        }
    }

    @Override
    public String peer() {
        return peer;
    }
}
