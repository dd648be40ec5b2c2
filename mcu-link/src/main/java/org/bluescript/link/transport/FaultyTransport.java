package org.bluescript.link.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

/**
 * A wire that spoils what goes over it, both ways, at given rates: for finding out what a link makes of it.
 *
 * <p>The same seed gives the same faults for the same sequence of frames. A delay is counted in frames, not in
 * time, so that nothing here waits.
 */
public final class FaultyTransport implements Transport {
    private final Transport inner;
    private final FaultyDirection outgoing;
    private final FaultyDirection incoming;
    private final byte[] raw = new byte[4096];
    private final Deque<byte[]> readable = new ArrayDeque<>(); // used by the one reader only

    public FaultyTransport(Transport inner, FaultRates rates, long seed) {
        this.inner = inner;
        outgoing = new FaultyDirection(rates, new Random(seed));
        incoming = new FaultyDirection(rates, new Random(~seed));
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        while (readable.isEmpty()) {
            int count = inner.read(raw);
            if (count < 0) {
                return -1;
            }
            incoming.accept(raw, count, readable);
        }
        byte[] next = readable.remove();
        int count = Math.min(next.length, buffer.length);
        System.arraycopy(next, 0, buffer, 0, count);
        if (count < next.length) {
            readable.addFirst(Arrays.copyOfRange(next, count, next.length));
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Deque<byte[]> passed = new ArrayDeque<>();
        synchronized (outgoing) {
            outgoing.accept(bytes, bytes.length, passed);
        }
        for (byte[] chunk : passed) {
            inner.write(chunk);
        }
    }

    @Override
    public void close() {
        inner.close();
    }

    @Override
    public String peer() {
        return inner.peer();
    }

    /** One direction: cuts bytes after each zero that ends something, and lets chance decide over each piece. */
    private static final class FaultyDirection {
        private final FaultRates rates;
        private final Random random;
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
        private byte[] held;
        private int heldFor; // frames that may still overtake it

        FaultyDirection(FaultRates rates, Random random) {
            this.rates = rates;
            this.random = random;
        }

        void accept(byte[] bytes, int count, Deque<byte[]> out) {
            for (int i = 0; i < count; i++) {
                piece.write(bytes[i]);
                if (bytes[i] == 0 && piece.size() > 1) {
                    spoil(piece.toByteArray(), out);
                    piece.reset();
                }
            }
        }

        private void spoil(byte[] frame, Deque<byte[]> out) {
            if (happens(rates.drop())) {
                return;
            }
            byte[] passed = happens(rates.truncate()) ? truncated(frame) : frame;
            if (happens(rates.corrupt())) {
                passed = corrupted(passed);
            }
            if (held == null && happens(rates.delay())) {
                held = passed;
                heldFor = 1 + random.nextInt(3);
                return;
            }
            out.add(passed);
            if (happens(rates.duplicate())) {
                out.add(passed);
            }
            if (held != null && --heldFor == 0) {
                out.add(held);
                held = null;
            }
        }

        private byte[] truncated(byte[] frame) {
            return Arrays.copyOf(frame, 1 + random.nextInt(frame.length - 1));
        }

        private byte[] corrupted(byte[] frame) {
            byte[] copy = frame.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                copy[random.nextInt(copy.length)] ^= (byte) (1 + random.nextInt(255));
            }
            return copy;
        }

        private boolean happens(double rate) {
            return random.nextDouble() < rate;
        }
    }
}
