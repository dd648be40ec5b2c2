package org.bluescript.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.bluescript.link.frame.Frame;
import org.bluescript.link.frame.FrameReceiver;
import org.bluescript.link.protocol.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The host's part in {@code conversations.txt}; {@link DeviceVectorsTest} plays the other. */
class SessionVectorsTest implements Session.Outlet, FrameReceiver.Sink {
    private static final int SESSION = 0x5eed1234;

    private final Deque<String> sent = new ArrayDeque<>();
    private final Deque<String> gotten = new ArrayDeque<>();
    private final Deque<Exchange> asked = new ArrayDeque<>();
    private final Session session = new Session(SESSION, "vector", LinkTiming.socket(), this);
    private final FrameReceiver receiver = new FrameReceiver();
    private long now;

    static List<Vectors.Block> conversations() throws IOException {
        return Vectors.read("conversations.txt", "conversation");
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void hostPlaysItsPart(Vectors.Block conversation) {
        for (Vectors.Line line : conversation.lines()) {
            play(line);
        }
        assertThat(sent).isEmpty();
        assertThat(gotten).isEmpty();
    }

    private void play(Vectors.Line line) {
        switch (line.word()) {
            case "request" -> ask(line.bytes());
            case "device" -> arrive(line.bytes());
            case "timeout" -> {
                now = session.deadline();
                session.tick(now);
            }
            case "host", "host-lost" -> assertThat(sent.poll()).isEqualTo(hex(line.bytes()));
            case "gets" -> assertThat(gotten.poll()).isEqualTo(line.rest());
            case "lost" -> assertThat(session.failure()).containsInstanceOf(LinkException.SessionLost.class);
            case "answer", "refuse", "say", "device-lost", "wire" -> { } // the device's part
            default -> throw new AssertionError("unknown line " + line);
        }
    }

    private void ask(byte[] opAndPayload) {
        byte[] payload = Arrays.copyOfRange(opAndPayload, 1, opAndPayload.length);
        Request request = switch (opAndPayload[0]) {
            case 0x10 -> new Request.Hello();
            case 0x11 -> new Request.Write(0x20000000, payload, 4, payload.length - 4);
            case 0x18 -> new Request.Ping(payload);
            default -> throw new AssertionError("no request " + hex(opAndPayload));
        };
        Exchange exchange = new Exchange(request);
        assertThat(exchange.payload).isEqualTo(payload);
        asked.add(exchange);
        session.submit(exchange, now);
    }

    private void arrive(byte[] wire) {
        now += 1000;
        receiver.accept(wire, 0, wire.length, this);
        while (!asked.isEmpty() && asked.peek().isDone()) {
            gotten.add(result(asked.remove()));
        }
    }

    private static String result(Exchange exchange) {
        try {
            return ("reply " + hex(exchange.result())).strip();
        } catch (LinkException.Refused e) {
            return "refused %02x".formatted(e.refusal().code());
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    @Override
    public void transmit(byte[] wire) {
        sent.add(hex(wire));
    }

    @Override
    public void event(int kind, byte[] payload) {
        gotten.add("event %02x %s".formatted(kind, hex(payload)));
    }

    @Override
    public void frame(Frame frame) {
        session.receive(frame, now);
    }

    @Override
    public void text(String text) {
        throw new AssertionError("text: " + text);
    }

    @Override
    public void damaged() {
        session.damaged(now);
    }
}
