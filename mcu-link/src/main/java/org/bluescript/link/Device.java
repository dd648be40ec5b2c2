package org.bluescript.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.bluescript.link.frame.FrameCodec;
import org.bluescript.link.protocol.DeviceDescription;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.MalformedMessage;
import org.bluescript.link.protocol.ProtocolNumbers;
import org.bluescript.link.protocol.Request;
import org.bluescript.link.protocol.StackSample;
import org.bluescript.link.transport.Transport;

/**
 * A device at the other end of a wire. Each operation is done once and whole, or ends in a {@link LinkException}.
 *
 * <p>One operation at a time: further callers wait. Only {@link #read}, {@link #write}, {@link #sample}, {@link #interrupt} and
 * {@link #close} come at any time from any thread, while a called program runs too. Addresses are unsigned, as are lengths on the device.
 */
public final class Device implements AutoCloseable {
    private static final SecureRandom SESSIONS = new SecureRandom();

    private final Link link;
    /** Held while memory is read or written, and while the session changes. */
    private final Object memory = new Object();

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

    /** Whether there is still somebody at the other end of the wire, as far as that can be seen without asking. */
    public boolean isConnected() {
        return link.isConnected();
    }

    /** Tells, on another thread, when the connection ends by itself; at once if it has. Who told last is told. */
    public void whenLost(Runnable listener) {
        link.whenLost(listener);
    }

    /** Leaves the session and opens another, as {@link #open} did. Memory on the device stays as it is. */
    public synchronized DeviceDescription hello() {
        synchronized (memory) {
            greet();
        }
        if (description.state() == DeviceDescription.State.RUNNING) {
            reset();
        }
        return description;
    }

    private void greet() {
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
    }

    public void write(int address, byte[] bytes) {
        write(address, bytes, 0, bytes.length);
    }

    /** Writes memory, in pieces if it must be. If it fails, some of it may have been written. */
    public void write(int address, byte[] bytes, int offset, int length) {
        synchronized (memory) {
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
    }

    public byte[] read(int address, int length) {
        return readAll(List.of(new MemoryRange(address, length))).getFirst();
    }

    /** The bytes of each range, asked for all at once as far as the window allows. */
    public List<byte[]> readAll(List<MemoryRange> ranges) {
        synchronized (memory) {
            List<Exchange> unanswered = new ArrayList<>();
            int largest = description.limits().read();
            for (MemoryRange range : ranges) {
                for (int at = 0; at < range.length(); at += largest) {
                    unanswered.add(submit(new Request.Read(range.address() + at, Math.min(largest, range.length() - at))));
                }
            }
            return answers(ranges, unanswered.iterator(), largest);
        }
    }

    private List<byte[]> answers(List<MemoryRange> ranges, Iterator<Exchange> answers, int largest) {
        List<byte[]> result = new ArrayList<>();
        for (MemoryRange range : ranges) {
            byte[] bytes = new byte[range.length()];
            for (int at = 0; at < bytes.length; at += largest) {
                int expected = Math.min(largest, bytes.length - at);
                System.arraycopy(awaitExactly(expected, answers.next()), 0, bytes, at, expected);
            }
            result.add(bytes);
        }
        return result;
    }

    /** The CRC-32C of a range of memory, computed by the device. */
    public int checksum(int address, int length) {
        return checksums(List.of(new Request.Checksum(address, length, 1)))[0];
    }

    /** All checksums of all requests, in their order, asked for all at once as far as the window allows. */
    public synchronized int[] checksums(List<Request.Checksum> requests) {
        List<Exchange> unanswered = requests.stream().map(this::submit).toList();
        IntStream.Builder sums = IntStream.builder();
        for (int i = 0; i < requests.size(); i++) {
            int count = requests.get(i).count();
            byte[] answer = awaitExactly(Integer.BYTES * count, unanswered.get(i));
            ByteBuffer words = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
            for (int n = 0; n < count; n++) {
                sums.add(words.getInt());
            }
        }
        return sums.build().toArray();
    }

    /** Makes the heap one free cell: see {@code bs_heap.h} for the four addresses. */
    public synchronized void heap(int base, int end, int starts, int roots) {
        ask(new Request.Heap(base, end, starts, roots));
    }

    /**
     * Calls a function and waits until it has returned or failed. Everything it tells meanwhile goes to the listener,
     * on this thread, the outcome last. If the listener throws, the program goes on running: {@link #reset}.
     */
    public DeviceEvent.Outcome call(Consumer<? super DeviceEvent> listener, int entry, int... words) {
        return call(listener, List.of(), entry, words);
    }

    /**
     * The same behind some writes, none of which may be larger than one request: the call does not wait for their replies. If
     * the link fails, some of the writes may have been done, and the function may run.
     */
    public synchronized DeviceEvent.Outcome call(
            Consumer<? super DeviceEvent> listener, List<Request.Write> writes, int entry, int... words) {
        link.listen(true);
        try {
            List<Exchange> written = writes.stream().map(this::submit).toList();
            Exchange call = submit(new Request.Call(entry, words));
            calling = true; // not before: an interrupt must come after its call
            written.forEach(link::await);
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

    /** Where the program of the call in progress is; empty if there is no call. Any thread may call it. */
    public Optional<StackSample> sample() {
        synchronized (memory) {
            if (!calling) {
                return Optional.empty();
            }
            try {
                return Optional.of(StackSample.decode(ask(new Request.Sample())));
            } catch (LinkException.Refused ended) {
                return Optional.empty();
            } catch (MalformedMessage e) {
                throw new LinkException.ProtocolViolation(e.getMessage());
            }
        }
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

    private byte[] awaitExactly(int length, Exchange exchange) {
        byte[] answer = link.await(exchange);
        if (answer.length != length) {
            throw new LinkException.ProtocolViolation(
                    "%s gave %d bytes".formatted(exchange.request.describe(), answer.length));
        }
        return answer;
    }

    private void awaitAllBut(int count, Deque<Exchange> unanswered) {
        while (unanswered.size() > count) {
            link.await(unanswered.remove());
        }
    }
}
