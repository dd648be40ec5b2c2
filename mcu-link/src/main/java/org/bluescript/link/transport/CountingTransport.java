package org.bluescript.link.transport;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what goes over a wire. */
public final class CountingTransport implements Transport {
    private final Transport inner;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    public CountingTransport(Transport inner) {
        this.inner = inner;
    }

    /** Bytes to the device so far. */
    public long sent() {
        return sent.get();
    }

    /** Bytes from the device so far. */
    public long received() {
        return received.get();
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        int count = inner.read(buffer);
        received.addAndGet(Math.max(count, 0));
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        inner.write(bytes);
        sent.addAndGet(bytes.length);
    }

    @Override
    public void close() {
        inner.close();
    }

    @Override
    public String peer() {
        return inner.peer();
    }
}
