package org.bluescript.cli.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bluescript.link.transport.Transport;

/**
 * A wire to a prompt: text there and back, with an end to all waiting. If the other end asks by XOFF to wait with more, it waits until XON.
 */
final class Wire implements AutoCloseable {
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final int SLICE = 32;
    private static final int LONGEST_EXCERPT = 60;

    private final Transport transport;
    private final Duration pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StringBuilder received = new StringBuilder();
    private boolean stopped;
    private boolean ended;

    /** @param pause how long the other end may ask to wait with more */
    Wire(Transport transport, Duration pause) {
        this.transport = transport;
        this.pause = pause;
        Thread.ofPlatform().daemon().name("reader of " + transport.peer()).start(this::readAll);
    }

    private void readAll() {
        byte[] buffer = new byte[1024];
        try {
            for (int count = transport.read(buffer); count >= 0; count = transport.read(buffer)) {
                receive(buffer, count);
            }
        } catch (IOException e) {
            // The end, as below.
        }
        locked(() -> ended = true);
    }

    private void receive(byte[] buffer, int count) {
        locked(() -> {
            for (int i = 0; i < count; i++) {
                switch (buffer[i]) {
                    case XON -> stopped = false;
                    case XOFF -> stopped = true;
                    default -> received.append((char) (buffer[i] & 0xff));
                }
            }
        });
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sends text; only ASCII. */
    void write(String text) throws PeerFailure {
        try {
            for (int at = 0; at < text.length(); at += SLICE) {
                awaitLeave();
                transport.write(text.substring(at, Math.min(text.length(), at + SLICE)).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw PeerFailure.lost("the connection broke: " + e.getMessage());
        }
    }

    private void awaitLeave() throws PeerFailure {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (stopped && !ended) {
                if (left <= 0) {
                    throw PeerFailure.lost("it takes no more input");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PeerFailure.lost("interrupted");
        } finally {
            lock.unlock();
        }
    }

    /** All up to this text, which is taken too and not returned. */
    String readUntil(String mark, Duration limit) throws PeerFailure {
        lock.lock();
        try {
            long left = limit.toNanos();
            int at;
            while ((at = received.indexOf(mark)) < 0) {
                if (ended) {
                    throw PeerFailure.lost("the connection ended" + excerpt());
                }
                if (left <= 0) {
                    throw PeerFailure.lost("no answer within %d s%s".formatted(Math.max(1, limit.toSeconds()), excerpt()));
                }
                left = changed.awaitNanos(left);
            }
            String read = received.substring(0, at);
            received.delete(0, at + mark.length());
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PeerFailure.lost("interrupted");
        } finally {
            lock.unlock();
        }
    }

    /** The end of what has come and was not asked for, if anything has. */
    private String excerpt() {
        String text = received.toString().replaceAll("[^ -~]+", " ").strip();
        return text.isEmpty() ? "" : ", only \"" + text.substring(Math.max(0, text.length() - LONGEST_EXCERPT)) + "\"";
    }

    @Override
    public void close() {
        transport.close();
    }
}
