package org.bluescript.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluescript.link.frame.Frame;
import org.bluescript.link.frame.FrameReceiver;
import org.bluescript.link.protocol.DeviceDescription.Limits;
import org.bluescript.link.protocol.ProtocolNumbers;
import org.bluescript.link.protocol.Request;
import org.junit.jupiter.api.Test;

/** The session against a scripted peer, in a time of its own. */
class SessionTest {
    private static final int ID = 0x1234;
    private static final long MS = 1_000_000;

    private static final LinkTiming TIMING = new LinkTiming(
            Duration.ofMillis(100), Duration.ofMillis(10), Duration.ofMillis(400), Duration.ofMillis(2000), Duration.ofMillis(50));

    private final List<Frame> sent = new ArrayList<>();
    private final List<Integer> events = new ArrayList<>();
    private Session session = session(TIMING);
    private long now;
    private int deviceSequence;

    private Session session(LinkTiming timing) {
        return new Session(ID, "peer", timing, new Session.Outlet() {
            @Override
            public void transmit(byte[] wire) {
                new FrameReceiver().accept(wire, 0, wire.length, new FrameReceiver.Sink() {
                    @Override
                    public void frame(Frame frame) {
                        sent.add(frame);
                    }

                    @Override
                    public void text(String text) {
                        throw new AssertionError(text);
                    }

                    @Override
                    public void damaged() {
                        throw new AssertionError("damaged");
                    }
                });
            }

            @Override
            public void event(int kind, byte[] payload) {
                events.add(kind);
            }
        });
    }

    private Exchange ask(Request request) {
        Exchange exchange = new Exchange(request);
        session.submit(exchange, now);
        return exchange;
    }

    private void control(int kind, int acknowledge) {
        session.receive(new Frame(kind, 0, acknowledge, ID, new byte[0]), now);
    }

    private void message(int kind, int acknowledge, int... payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        session.receive(new Frame(kind, deviceSequence, acknowledge, ID, bytes), now);
        deviceSequence = deviceSequence + 1 & 0xffff;
    }

    private void reply(Exchange exchange) {
        int number = exchange.sequence;
        message(ProtocolNumbers.MESSAGE_REPLY, number + 1 & 0xffff, number & 0xff, number >> 8);
    }

    private void open() {
        Exchange hello = ask(new Request.Hello());
        now += MS;
        reply(hello);
        session.useLimits(new Limits(516, 258, 256, 768, 4));
        sent.clear();
    }

    private void startProgram() {
        open();
        reply(ask(new Request.Call(0x20000001)));
        sent.clear();
    }

    private List<Integer> sentKinds() {
        return sent.stream().map(Frame::kind).toList();
    }

    /** Milliseconds from now at which the session does something by itself, until it has failed. */
    private List<Long> timesOfActivity() {
        long start = now;
        List<Long> times = new ArrayList<>();
        while (session.failure().isEmpty()) {
            now = session.deadline();
            session.tick(now);
            times.add((now - start) / MS);
        }
        return times;
    }

    @Test
    void unansweredRequestIsRepeatedEverMoreSlowlyThenGivenUp() {
        ask(new Request.Hello());
        assertThat(timesOfActivity()).containsExactly(100L, 300L, 700L, 1100L, 1500L, 1900L, 2300L);
        assertThat(session.failure()).containsInstanceOf(LinkException.NoAnswer.class);
        assertThat(sentKinds()).hasSize(7).containsOnly(ProtocolNumbers.OP_HELLO);
    }

    @Test
    void waitFollowsTheMeasuredRoundTrip() {
        open();
        for (int i = 0; i < 50; i++) {
            Exchange ping = ask(new Request.Ping(new byte[0]));
            now += 20 * MS;
            reply(ping);
        }
        ask(new Request.Ping(new byte[0]));
        assertThat(session.deadline() - now).isBetween(20 * MS, 40 * MS);
    }

    @Test
    void nothingIsDueWhenNothingIsAwaited() {
        open();
        assertThat(session.deadline()).isEqualTo(Session.NEVER);
    }

    @Test
    void windowIsNeverExceeded() {
        open();
        List<Exchange> writes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            writes.add(ask(new Request.Write(0x20000000, new byte[8], 0, 8)));
        }
        assertThat(sent).hasSize(4);
        reply(writes.get(0));
        assertThat(sent).hasSize(5);
        reply(writes.get(1));
        reply(writes.get(2));
        assertThat(sent).hasSize(7);
    }

    @Test
    void repliesFitTheDevicesQueue() {
        open();
        for (int i = 0; i < 4; i++) {
            ask(new Request.Read(0x20000000, 256));
        }
        assertThat(sent).hasSize(2); // a third reply of 261 bytes would not fit 768
    }

    @Test
    void beforeHelloIsAnsweredNothingElseIsSent() {
        ask(new Request.Hello());
        ask(new Request.Ping(new byte[0]));
        assertThat(sentKinds()).containsExactly(ProtocolNumbers.OP_HELLO);
    }

    @Test
    void allThatIsLackingIsRepeatedOnce() {
        open();
        for (int i = 0; i < 4; i++) {
            ask(new Request.Write(0x20000000, new byte[8], 0, 8));
        }
        sent.clear();
        now += MS;
        control(ProtocolNumbers.FRAME_NAK, 2);
        control(ProtocolNumbers.FRAME_NAK, 2); // the frames behind the lost one cause one each
        control(ProtocolNumbers.FRAME_NAK, 2);
        assertThat(sent.stream().map(Frame::sequence)).containsExactly(2, 3, 4);
    }

    @Test
    void acceptedRequestIsNotRepeatedButItsReplyAskedFor() {
        open();
        ask(new Request.Checksum(0x20000000, 100, 1));
        control(ProtocolNumbers.FRAME_ACK, 2);
        sent.clear();
        now = session.deadline();
        session.tick(now);
        assertThat(sentKinds()).containsExactly(ProtocolNumbers.FRAME_POLL);
    }

    @Test
    void hostIsSilentWhileAProgramRunsUntilTheQueueFills() {
        session = session(LinkTiming.socket());
        startProgram();
        for (int i = 0; i < 30; i++) {
            now += 100_000 * MS;
            assertThat(session.deadline()).isEqualTo(Session.NEVER);
            message(ProtocolNumbers.MESSAGE_OUTPUT, 2, 1, 0, 3, 3, 3, 3); // 9 bytes of the queue
        }
        assertThat(sentKinds()).containsExactly(ProtocolNumbers.FRAME_ACK); // after 256 bytes
        assertThat(sent.getFirst().acknowledge()).isEqualTo(2 + 28); // 5 bytes of the reply, 28 messages
    }

    @Test
    void silentProgramIsAskedWhereBytesCanBeLost() {
        startProgram();
        assertThat(session.deadline()).isEqualTo(now + 50 * MS);
        now = session.deadline();
        session.tick(now);
        assertThat(sentKinds()).containsExactly(ProtocolNumbers.FRAME_POLL);
        now += MS;
        control(ProtocolNumbers.FRAME_ACK, 2);
        assertThat(session.deadline()).isEqualTo(now + 50 * MS);
    }

    @Test
    void programThatAnswersNoQuestionIsGivenUp() {
        startProgram();
        timesOfActivity();
        assertThat(session.failure()).containsInstanceOf(LinkException.NoAnswer.class);
    }

    @Test
    void endOfTheProgramEndsTheQuestions() {
        startProgram();
        message(ProtocolNumbers.MESSAGE_RETURNED, 2, new int[12]);
        assertThat(session.deadline()).isEqualTo(Session.NEVER);
        assertThat(events).containsExactly(ProtocolNumbers.MESSAGE_RETURNED);
    }

    @Test
    void lostInterruptIsRepeatedThoughTheProgramPrints() {
        startProgram();
        ask(new Request.Interrupt());
        for (int i = 0; i < 20; i++) {
            now += 20 * MS;
            message(ProtocolNumbers.MESSAGE_OUTPUT, 2, 1, 0, 3);
            session.tick(now);
        }
        assertThat(sentKinds().stream().filter(kind -> kind == ProtocolNumbers.OP_INTERRUPT)).hasSizeGreaterThan(1);
    }

    @Test
    void framesOfOtherSessionsAreIgnored() {
        open();
        Exchange ping = ask(new Request.Ping(new byte[0]));
        session.receive(new Frame(ProtocolNumbers.MESSAGE_REPLY, 1, 2, ID + 1, new byte[] {1, 0}), now);
        session.receive(new Frame(ProtocolNumbers.FRAME_LOST, 0, 0, ID + 1, new byte[0]), now);
        assertThat(ping.isDone()).isFalse();
        assertThat(session.failure()).isEmpty();
    }

    @Test
    void bootOfTheDeviceMakesHelloBeRepeatedAtOnce() {
        ask(new Request.Hello());
        now += MS;
        session.receive(new Frame(ProtocolNumbers.FRAME_BOOTED, 0, 0, 0, new byte[0]), now);
        assertThat(sentKinds()).containsExactly(ProtocolNumbers.OP_HELLO, ProtocolNumbers.OP_HELLO);
    }

    @Test
    void restartCountsOnlyWhenTheDeviceConfirmsIt() {
        open();
        session.receive(new Frame(ProtocolNumbers.FRAME_BOOTED, 0, 0, 0, new byte[0]), now);
        assertThat(sentKinds()).containsExactly(ProtocolNumbers.FRAME_POLL);
        control(ProtocolNumbers.FRAME_ACK, 1); // it was an old frame
        assertThat(session.deadline()).isEqualTo(Session.NEVER);
        session.receive(new Frame(ProtocolNumbers.FRAME_BOOTED, 0, 0, 0, new byte[0]), now);
        control(ProtocolNumbers.FRAME_LOST, 0);
        assertThat(session.failure()).containsInstanceOf(LinkException.DeviceRestarted.class);
    }

    @Test
    void anotherHostsSessionEndsThisOne() {
        open();
        ask(new Request.Ping(new byte[0]));
        control(ProtocolNumbers.FRAME_LOST, 0);
        assertThat(session.failure()).containsInstanceOf(LinkException.SessionLost.class);
    }

    @Test
    void replyToNothingIsAViolation() {
        open();
        message(ProtocolNumbers.MESSAGE_REPLY, 1, 77, 0);
        assertThat(session.failure()).containsInstanceOf(LinkException.ProtocolViolation.class);
    }

    @Test
    void sequenceNumbersWrap() {
        open();
        for (int i = 0; i < 200_000; i++) {
            Exchange ping = ask(new Request.Ping(new byte[0]));
            now += MS;
            reply(ping);
            assertThat(ping.isDone()).isTrue();
        }
        assertThat(session.failure()).isEmpty();
    }
}
