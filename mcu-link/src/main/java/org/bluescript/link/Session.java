package org.bluescript.link;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.bluescript.link.frame.Frame;
import org.bluescript.link.frame.FrameCodec;
import org.bluescript.link.protocol.DeviceDescription.Limits;
import org.bluescript.link.protocol.ProtocolNumbers;
import org.bluescript.link.protocol.Refusal;
import org.bluescript.link.protocol.Request;

/**
 * The protocol of one session as a state machine: requests go in, frames go in, time goes in; frames, replies and
 * events come out, each request answered once and each event given once, in the device's order.
 *
 * <p>It has no thread, no lock and no clock of its own: every method is told the time, in nanoseconds of any
 * origin, and {@link #deadline} says when {@link #tick} must be called at the latest. When it cannot go on,
 * {@link #failure} says why and nothing comes out any more.
 */
final class Session {
    /** Where frames and events go. Called from inside the session's methods. */
    interface Outlet {
        void transmit(byte[] wire);

        /** A sequenced message other than a reply, or an epitaph. */
        void event(int kind, byte[] payload);
    }

    /** Bytes a message takes in the device's queue beside its payload. */
    static final int RECORD_OVERHEAD = 3;

    /** {@link #deadline} when there is none. */
    static final long NEVER = Long.MAX_VALUE;

    private final int id;
    private final String peer;
    private final LinkTiming timing;
    private final Outlet outlet;

    private Limits limits = Limits.LEAST;
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private final Deque<Exchange> inFlight = new ArrayDeque<>();
    private int nextSequence;
    private int expected; // sequence number of the device's next message
    private int unacknowledged; // bytes of the device's queue that it could forget if it knew
    private boolean greeted; // HELLO has its reply
    private boolean running;
    private boolean probing; // the device said it has restarted: asking whether that is so
    private LinkException failure;

    private final RoundTrip roundTrip;
    private int repetitions;
    private long retryAt;
    private long progressAt;
    private long heardAt;
    private long pollAt;

    private int answeredNak = -1; // the request that was last repeated because of a NAK...
    private long answeredNakAt;
    private int polledFor = -1; // the message that was last asked for...
    private long polledForAt;

    Session(int id, String peer, LinkTiming timing, Outlet outlet) {
        if (id == 0) {
            throw new IllegalArgumentException("session 0 means none");
        }
        this.id = id;
        this.peer = peer;
        this.timing = timing;
        this.outlet = outlet;
        this.roundTrip = new RoundTrip(timing);
    }

    // ---- what is asked ----

    /** Sends the request as soon as the window allows. The first must be a HELLO. */
    void submit(Exchange exchange, long now) {
        exchange.sequence = nextSequence;
        nextSequence = nextSequence + 1 & 0xffff;
        if (inFlight.isEmpty()) {
            progressAt = now;
        }
        waiting.add(exchange);
        fillWindow(now);
    }

    /** Takes over what the device said it can take. */
    void useLimits(Limits newLimits) {
        limits = newLimits;
    }

    /** Tells the device what has been received, so that it can forget it. */
    void acknowledge() {
        control(ProtocolNumbers.FRAME_ACK);
    }

    Optional<LinkException> failure() {
        return Optional.ofNullable(failure);
    }

    // ---- what arrives ----

    void receive(Frame frame, long now) {
        if (failure != null) {
            return;
        }
        if (frame.kind() == ProtocolNumbers.FRAME_BOOTED) {
            booted(now);
        } else if (frame.kind() == ProtocolNumbers.FRAME_EPITAPH) {
            outlet.event(frame.kind(), frame.payload());
        } else if (frame.session() != id) {
            return; // left over from an earlier session
        } else if (frame.kind() == ProtocolNumbers.FRAME_LOST) {
            lost(now);
        } else {
            heardAt = now;
            pollAt = now + timing.poll().toNanos();
            takeAcknowledgement(frame.acknowledge(), now);
            if (frame.kind() == ProtocolNumbers.FRAME_NAK) {
                repeatFrom(frame.acknowledge(), now);
            } else if (frame.kind() >= ProtocolNumbers.MESSAGE_REPLY) {
                takeMessage(frame, now);
            }
            probing = false;
            fillWindow(now);
        }
    }

    /** Something arrived that had been a frame: perhaps what somebody waits for. */
    void damaged(long now) {
        if (failure == null && (awaiting() || running)) {
            askFor(expected, now);
        }
    }

    private void takeAcknowledgement(int acknowledge, long now) {
        if (distance(acknowledge, nextSequence) > 0) {
            return; // of something that was never sent
        }
        for (Exchange exchange : inFlight) {
            if (!exchange.acknowledged && distance(acknowledge, exchange.sequence) > 0) {
                exchange.acknowledged = true;
                progress(now);
            }
        }
    }

    private void takeMessage(Frame frame, long now) {
        int ahead = distance(frame.sequence(), expected);
        if (ahead > 0) {
            askFor(expected, now);
        }
        if (ahead != 0) {
            return;
        }
        expected = expected + 1 & 0xffff;
        unacknowledged += RECORD_OVERHEAD + frame.payload().length;
        progressAt = now; // but no reason to repeat a request later: a program that prints answers nothing
        switch (frame.kind()) {
            case ProtocolNumbers.MESSAGE_REPLY, ProtocolNumbers.MESSAGE_REFUSED -> takeReply(frame, now);
            case ProtocolNumbers.MESSAGE_RETURNED, ProtocolNumbers.MESSAGE_FAILED -> {
                running = false;
                outlet.event(frame.kind(), frame.payload());
            }
            default -> outlet.event(frame.kind(), frame.payload());
        }
        // Silence is better for a running program than many acknowledgements, but its queue must not fill.
        if (running && unacknowledged >= limits.queue() / 3) {
            acknowledge();
        }
    }

    private void takeReply(Frame frame, long now) {
        byte[] payload = frame.payload();
        Exchange exchange = inFlight.peek();
        if (exchange == null || payload.length < 2
                || ((payload[0] & 0xff) | (payload[1] & 0xff) << 8) != exchange.sequence) {
            fail(new LinkException.ProtocolViolation("a reply to no request: " + frame));
            return;
        }
        inFlight.remove();
        progress(now);
        if (exchange.transmissions == 1) {
            roundTrip.measured(now - exchange.sentAt);
        }
        if (frame.kind() == ProtocolNumbers.MESSAGE_REFUSED) {
            exchange.refuse(Refusal.of(payload.length > 2 ? payload[2] & 0xff : 0));
            return;
        }
        exchange.complete(Arrays.copyOfRange(payload, 2, payload.length));
        switch (exchange.request) {
            case Request.Hello _ -> greeted = true;
            case Request.Call _ -> running = true;
            case Request.Reset _ -> running = false;
            default -> { }
        }
    }

    private void booted(long now) {
        if (!greeted) {
            repeatFrom(0, now);
        } else if (!probing) {
            probing = true; // an old frame could say so too: the device must confirm it
            progressAt = now;
            scheduleRetry(now);
            poll();
        }
    }

    private void lost(long now) {
        if (!greeted) {
            repeatFrom(0, now);
        } else {
            fail(probing ? new LinkException.DeviceRestarted(peer) : new LinkException.SessionLost(peer));
        }
    }

    // ---- time ----

    private boolean awaiting() {
        return !inFlight.isEmpty() || probing;
    }

    private boolean polling() {
        return running && timing.polls() && !awaiting();
    }

    /** When {@link #tick} has something to do, or {@link #NEVER}. */
    long deadline() {
        if (failure != null) {
            return NEVER;
        }
        if (awaiting()) {
            return retryAt;
        }
        return polling() ? pollAt : NEVER;
    }

    /** Does what is due. */
    void tick(long now) {
        if (now < deadline() || failure != null) {
            return;
        }
        long silentSince = awaiting() ? progressAt : heardAt;
        if (now - silentSince >= timing.patience().toNanos()) {
            fail(new LinkException.NoAnswer(peer, (now - silentSince) / 1_000_000));
        } else if (awaiting()) {
            repetitions++;
            scheduleRetry(now);
            if (!repeatUnacknowledged(now)) {
                poll();
            }
        } else if (polling()) {
            pollAt = now + timing.poll().toNanos();
            poll();
        }
    }

    private void progress(long now) {
        progressAt = now;
        repetitions = 0;
        scheduleRetry(now);
    }

    private void scheduleRetry(long now) {
        retryAt = now + roundTrip.timeout(repetitions);
    }

    // ---- what is sent ----

    private void fillWindow(long now) {
        while (!waiting.isEmpty() && hasRoomFor(waiting.peek())) {
            Exchange exchange = waiting.remove();
            if (inFlight.isEmpty()) {
                progress(now);
            }
            inFlight.add(exchange);
            transmit(exchange, now);
        }
    }

    private boolean hasRoomFor(Exchange next) {
        int room = limits.queue();
        for (Exchange exchange : inFlight) {
            room -= exchange.replyRoom();
        }
        return inFlight.isEmpty() || inFlight.size() < limits.requests() && next.replyRoom() <= room;
    }

    private void transmit(Exchange exchange, long now) {
        exchange.transmissions++;
        exchange.sentAt = now;
        send(exchange.request.op(), exchange.sequence, exchange.payload);
    }

    private boolean repeatUnacknowledged(long now) {
        boolean any = false;
        for (Exchange exchange : inFlight) {
            if (!exchange.acknowledged) {
                transmit(exchange, now);
                any = true;
            }
        }
        return any;
    }

    /** Answers a NAK of request {@code sequence}, once in half a round trip: several frames may have caused one each. */
    private void repeatFrom(int sequence, long now) {
        if (sequence == answeredNak && now - answeredNakAt < roundTrip.timeout(0) / 2) {
            return;
        }
        answeredNak = sequence;
        answeredNakAt = now;
        if (repeatUnacknowledged(now)) {
            scheduleRetry(now);
        } else if (awaiting()) {
            poll();
        } else if (running) {
            acknowledge(); // what was damaged was an acknowledgement that a full queue may wait for
        }
    }

    private void askFor(int sequence, long now) {
        if (sequence == polledFor && now - polledForAt < roundTrip.timeout(0) / 2) {
            return;
        }
        polledFor = sequence;
        polledForAt = now;
        poll();
    }

    private void poll() {
        control(ProtocolNumbers.FRAME_POLL);
    }

    private void control(int kind) {
        send(kind, 0, new byte[0]);
    }

    private void send(int kind, int sequence, byte[] payload) {
        unacknowledged = 0;
        outlet.transmit(FrameCodec.encode(new Frame(kind, sequence, expected, id, payload)));
    }

    private void fail(LinkException reason) {
        failure = reason;
    }

    /** How far {@code a} is after {@code b}, modulo 2<sup>16</sup>: negative if it is before. */
    private static int distance(int a, int b) {
        return (short) (a - b);
    }
}
