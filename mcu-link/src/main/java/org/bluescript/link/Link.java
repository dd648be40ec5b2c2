package org.bluescript.link;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.bluescript.link.frame.Frame;
import org.bluescript.link.frame.FrameReceiver;
import org.bluescript.link.frame.VisibleText;
import org.bluescript.link.protocol.DeviceDescription.Limits;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.MalformedMessage;
import org.bluescript.link.protocol.Request;
import org.bluescript.link.transport.Transport;

/**
 * Drives a {@link Session} over a {@link Transport}: one thread reads, callers wait. Any thread may call any method.
 *
 * <p>Events are kept in order until somebody takes them. While somebody does, a full queue stops the reading, and
 * so the device; while nobody does, the oldest text is forgotten.
 */
final class Link implements AutoCloseable {
    /** Events that are kept. The largest is a piece of text, {@link FrameReceiver#LARGEST_CHUNK} bytes. */
    private static final int LARGEST_QUEUE = 256;

    private final Transport transport;
    private final LinkTiming timing;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final Deque<DeviceEvent> events = new ArrayDeque<>();
    private final FrameReceiver receiver = new FrameReceiver();

    private Session session;
    private LinkException lost; // the transport has ended, for good
    private LinkException failure; // of the session: another may begin
    private boolean listening; // somebody takes events
    private boolean closed;
    private Runnable whenLost = () -> {};

    /** @param clock nanoseconds of any origin, such as {@link System#nanoTime} */
    Link(Transport transport, LinkTiming timing, LongSupplier clock) {
        this.transport = transport;
        this.timing = timing;
        this.clock = clock;
        Thread.ofPlatform().name("link " + transport.peer()).daemon().start(this::readAll);
    }

    // ---- for callers ----

    /** Leaves the session there may be and starts another, whose first request must be a HELLO. */
    void startSession(int id) {
        lock.lock();
        try {
            session = new Session(id, transport.peer(), timing, new Outlet());
            failure = null;
            events.removeIf(event -> !(event instanceof DeviceEvent.Text));
        } finally {
            lock.unlock();
        }
    }

    void useLimits(Limits limits) {
        lock.lock();
        try {
            session.useLimits(limits);
        } finally {
            lock.unlock();
        }
    }

    /** Sends a request without waiting for anything. */
    Exchange submit(Request request) {
        lock.lock();
        try {
            check();
            Exchange exchange = new Exchange(request);
            session.submit(exchange, clock.getAsLong());
            check();
            changed.signalAll(); // whoever waits has a new deadline
            return exchange;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the reply and returns its data. */
    byte[] await(Exchange exchange) {
        lock.lock();
        try {
            while (!exchange.isDone()) {
                awaitChange();
            }
            return exchange.result();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a full queue stops the device rather than losing events. Beginning to listen forgets what is old. */
    void listen(boolean on) {
        lock.lock();
        try {
            listening = on;
            if (on) {
                events.removeIf(event -> !(event instanceof DeviceEvent.Text));
            }
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next event. Those that came before a failure are given before it is thrown. */
    DeviceEvent nextEvent() {
        lock.lock();
        try {
            if (session != null) {
                session.tick(clock.getAsLong()); // even if events never end, an interrupt may have to be repeated
            }
            while (events.isEmpty()) {
                awaitChange();
            }
            drained.signalAll();
            return events.remove();
        } finally {
            lock.unlock();
        }
    }

    /** Tells when the transport ends that nobody closes here, or that it has ended. */
    void whenLost(Runnable listener) {
        boolean isLost;
        lock.lock();
        try {
            whenLost = listener;
            isLost = lost != null;
        } finally {
            lock.unlock();
        }
        if (isLost) {
            listener.run();
        }
    }

    /** Whether the transport has not ended. */
    boolean isConnected() {
        lock.lock();
        try {
            return lost == null && !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (session != null && lost == null && failure == null && !closed) {
                session.acknowledge();
            }
            closed = true;
            changed.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
        transport.close();
    }

    private void awaitChange() {
        check();
        long now = clock.getAsLong();
        long deadline = session.deadline();
        try {
            if (deadline == Session.NEVER) {
                changed.await();
            } else if (deadline > now) {
                changed.awaitNanos(deadline - now);
            } else {
                session.tick(now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException.Interrupted();
        }
    }

    private void check() {
        if (failure == null && session != null) {
            failure = session.failure().map(this::withWhatWasHeard).orElse(null);
        }
        if (lost != null) {
            throw lost;
        }
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw new LinkException.Closed(transport.peer());
        }
    }

    /** Text from the other end explains a silence: another firmware's prompt, a boot loader. */
    private LinkException withWhatWasHeard(LinkException reason) {
        return reason instanceof LinkException.NoAnswer silence ? silence.heard(heard()) : reason;
    }

    private String heard() {
        receiver.flushText(new Sink());
        StringBuilder text = new StringBuilder();
        for (DeviceEvent event : events) {
            if (event instanceof DeviceEvent.Text piece && text.length() < 400) {
                text.append(piece.text());
            }
        }
        return text.substring(0, Math.min(400, text.length()));
    }

    // ---- the reading thread ----

    private void readAll() {
        byte[] buffer = new byte[4096];
        try {
            for (int count = transport.read(buffer); count >= 0; count = transport.read(buffer)) {
                take(buffer, count);
            }
            end(new LinkException.DeviceLost(transport.peer(), "it closed the connection"));
        } catch (IOException e) {
            end(new LinkException.DeviceLost(transport.peer(), e.getMessage()));
        } catch (RuntimeException e) {
            end(new LinkException.ProtocolViolation(e.toString()));
        }
    }

    private void take(byte[] buffer, int count) {
        lock.lock();
        try {
            while (listening && events.size() >= LARGEST_QUEUE && !closed) {
                drained.awaitUninterruptibly();
            }
            receiver.accept(buffer, 0, count, new Sink());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(LinkException reason) {
        Runnable listener = () -> {};
        lock.lock();
        try {
            receiver.flushText(new Sink());
            if (!closed) {
                lost = lost == null ? reason : lost;
                listener = whenLost;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        listener.run();
    }

    private void keep(DeviceEvent event) {
        if (!listening && events.size() >= LARGEST_QUEUE) {
            events.remove();
        }
        events.add(event);
    }

    private final class Sink implements FrameReceiver.Sink {
        @Override
        public void frame(Frame frame) {
            if (session != null) {
                session.receive(frame, clock.getAsLong());
            }
        }

        @Override
        public void text(String text) {
            keep(new DeviceEvent.Text(VisibleText.of(text)));
        }

        @Override
        public void damaged() {
            if (session != null) {
                session.damaged(clock.getAsLong());
            }
        }
    }

    private final class Outlet implements Session.Outlet {
        @Override
        public void transmit(byte[] wire) {
            try {
                transport.write(wire);
            } catch (ClosedByInterruptException e) {
                lost = new LinkException.Interrupted();
            } catch (IOException e) {
                if (lost == null) {
                    lost = new LinkException.DeviceLost(transport.peer(), e.getMessage());
                }
            }
        }

        @Override
        public void event(int kind, byte[] payload) {
            try {
                DeviceEvent event = DeviceEvent.decode(kind, payload);
                keep(event);
                if (event instanceof DeviceEvent.Epitaph epitaph && failure == null) {
                    failure = new LinkException.FirmwareFailed(epitaph);
                }
            } catch (MalformedMessage e) {
                failure = new LinkException.ProtocolViolation(e.getMessage());
            }
        }
    }
}
