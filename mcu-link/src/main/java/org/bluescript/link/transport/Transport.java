package org.bluescript.link.transport;

import java.io.IOException;

/**
 * A two-way stream of bytes to a device. One thread may read while others write, and any thread may close.
 */
public interface Transport extends AutoCloseable {
    /**
     * Waits until at least one byte is there, and returns how many were put to the front of {@code buffer}; -1 when
     * the other end is gone or this transport is closed.
     */
    int read(byte[] buffer) throws IOException;

    /**
     * Sends all of it.
     *
     * @throws IOException if the other end is gone or this transport is closed; how much was sent is then unknown
     */
    void write(byte[] bytes) throws IOException;

    /** Wakes a reader. Closing twice does nothing. */
    @Override
    void close();

    /** What this is connected to, for messages: a path. */
    String peer();
}
