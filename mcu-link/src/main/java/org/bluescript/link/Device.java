package org.bluescript.link;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.bluescript.link.frame.FrameCodec;
import org.bluescript.link.protocol.DeviceDescription;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.MalformedMessage;
import org.bluescript.link.protocol.ProtocolNumbers;
import org.bluescript.link.protocol.Request;
import org.bluescript.link.transport.Transport;

/**
 * A device at the other end of a wire. Each operation is done once and whole, or ends in a {@link LinkException}.
 *
 * <p>One operation at a time: further callers wait; only {@link #interrupt} and {@link #close} come at any time from
 * any thread. Addresses are unsigned, as are lengths on the device.
 */
public final class Device implements AutoCloseable {
    private static final SecureRandom SESSIONS = new SecureRandom();

    private final Link link;
    private volatile DeviceDescription description;
    private volatile boolean calling;
    private volatile Exchange interrupt;

    private Device(Link link) {
        this.link = link;
    }

    /** Opens a session and stops a program that may still be running. Takes the transport over, and closes it on failure. */
    public static Device open(Transport transport, LinkTiming timing) {
        return open(transport, timing, System::nanoTime);
    }

    /** As above, with a clock: nanoseconds of any origin. */
    public static Device open(Transport transport, LinkTiming timing, LongSupplier clock) {
        Device device = new Device(new Link(transport, timing, clock));
        try {
            device.hello();
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
        return device;
    }

    /** What the device said of itself when the session was opened. */
    public DeviceDescription description() {
        return description;
    }

    /** Leaves the session and opens another, as {@link #open} did. Memory on the device stays as it is. */
    public synchronized DeviceDescription hello() {
        link.startSession(SESSIONS.nextInt(1, Integer.MAX_VALUE));
        byte[] reply = link.await(link.submit(new Request.Hello()));
        try {
            int version = DeviceDescription.versionOf(reply);
            if (version != ProtocolNumbers.PROTOCOL_VERSION) {
                throw new LinkException.VersionMismatch(ProtocolNumbers.PROTOCOL_VERSION, version);
            }
            description = DeviceDescription.decode(reply);
        } catch (MalformedMessage e) {
            throw new LinkException.ProtocolViolation(e.getMessage());
        }
        link.useLimits(description.limits());
        if (description.state() == DeviceDescription.State.RUNNING) {
            reset();
        }
        return description;
    }

    public void write(int address, byte[] bytes) {
        write(address, bytes, 0, bytes.length);
    }

    /** Writes memory, in pieces if it must be. If it fails, some of it may have been written. */
    public synchronized void write(int address, byte[] bytes, int offset, int length) {
        int largest = description.limits().request() - 4;
        Deque<Exchange> unanswered = new ArrayDeque<>();
        for (int done = 0; done < length; ) {
            int size = Math.min(largest, length - done);
            unanswered.add(submit(new Request.Write(address + done, bytes, offset + done, size)));
            done += size;
            awaitAllBut(description.limits().requests(), unanswered);
        }
        awaitAllBut(0, unanswered);
    }

    public synchronized byte[] read(int address, int length) {
        byte[] bytes = new byte[length];
        int largest = description.limits().read();
        List<Exchange> unanswered = new ArrayList<>();
        for (int at = 0; at < length; at += largest) {
            unanswered.add(submit(new Request.Read(address + at, Math.min(largest, length - at))));
        }
        int at = 0;
        for (Exchange exchange : unanswered) {
            byte[] piece = link.await(exchange);
            int expected = Math.min(largest, length - at);
            if (piece.length != expected) {
                throw new LinkException.ProtocolViolation(
                        "%s gave %d bytes".formatted(exchange.request.describe(), piece.length));
            }
            System.arraycopy(piece, 0, bytes, at, expected);
            at += expected;
        }
        return bytes;
    }

    /** The CRC-32C of a range of memory, computed by the device. */
    public synchronized int checksum(int address, int length) {
        Request.Checksum request = new Request.Checksum(address, length);
        byte[] sum = ask(request);
        if (sum.length != 4) {
            throw new LinkException.ProtocolViolation("%s gave %d bytes".formatted(request.describe(), sum.length));
        }
        return (sum[0] & 0xff) | (sum[1] & 0xff) << 8 | (sum[2] & 0xff) << 16 | sum[3] << 24;
    }

    /** Makes the heap one free cell: see {@code bs_heap.h} for the four addresses. */
    public synchronized void heap(int base, int end, int starts, int roots) {
        ask(new Request.Heap(base, end, starts, roots));
    }

    /**
     * Calls a function and waits until it has returned or failed. Everything it tells meanwhile goes to the listener,
     * on this thread, the outcome last. If the listener throws, the program goes on running: {@link #reset}.
     */
    public synchronized DeviceEvent.Outcome call(Consumer<? super DeviceEvent> listener, int entry, int... words) {
        link.listen(true);
        try {
            Exchange call = submit(new Request.Call(entry, words));
            calling = true; // not before: an interrupt must come after its call
            link.await(call);
            while (true) {
                DeviceEvent event = link.nextEvent();
                listener.accept(event);
                if (event instanceof DeviceEvent.Outcome outcome) {
                    return outcome;
                }
            }
        } finally {
            calling = false;
            interrupt = null;
            link.listen(false);
        }
    }

    /**
     * Asks the device to stop the program of the call in progress, which then ends as failed; without waiting. Any
     * thread may call it, the listener's too. Returns whether there was a call in progress; if its program has just
     * ended by itself, nothing else happens.
     */
    public boolean interrupt() {
        if (!calling) {
            return false;
        }
        Exchange pending = interrupt;
        if (pending == null || pending.isDone()) {
            interrupt = link.submit(new Request.Interrupt());
        }
        return true;
    }

    /** Stops what runs, without any outcome, and gives the next call a fresh stack. Memory stays as it is. */
    public synchronized void reset() {
        ask(new Request.Reset());
    }

    /** Sends up to 32 bytes there and back. */
    public synchronized byte[] ping(byte[] bytes) {
        return ask(new Request.Ping(bytes));
    }

    /** Leaves the device as it is. An operation in progress ends with {@link LinkException.Closed}. */
    @Override
    public void close() {
        link.close();
    }

    private byte[] ask(Request request) {
        return link.await(submit(request));
    }

    private Exchange submit(Request request) {
        int size = request.payload().length;
        int limit = description.limits().request();
        if (size > limit) {
            int overhead = FrameCodec.HEADER_SIZE + FrameCodec.CRC_SIZE;
            throw new LinkException.FrameTooLarge(request, size + overhead, limit + overhead);
        }
        return link.submit(request);
    }

    private void awaitAllBut(int count, Deque<Exchange> unanswered) {
        while (unanswered.size() > count) {
            link.await(unanswered.remove());
        }
    }
}
