package org.bluescript.link.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReceiverTest {
    private static final Frame FRAME = new Frame(0x80, 3, 4, 5, "hello\n".getBytes(StandardCharsets.UTF_8));

    @Test
    void framesSurviveAnyDivisionOfTheirBytes() {
        byte[] wire = FrameCodec.encode(FRAME);
        for (int cut = 0; cut <= wire.length; cut++) {
            RecordingSink sink = new RecordingSink();
            FrameReceiver receiver = new FrameReceiver();
            receiver.accept(wire, 0, cut, sink);
            receiver.accept(wire, cut, wire.length - cut, sink);
            assertThat(sink.frames).containsExactly(FRAME);
            assertThat(sink.heard).hasSize(1);
        }
    }

    @Test
    void randomFramesComeBackAsTheyWere() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] payload = new byte[random.nextInt(700)];
            random.nextBytes(payload);
            for (int zeros = random.nextInt(20); zeros > 0 && payload.length > 0; zeros--) {
                payload[random.nextInt(payload.length)] = 0;
            }
            Frame frame = new Frame(random.nextInt(256), random.nextInt(65536), random.nextInt(65536), random.nextInt(), payload);
            byte[] wire = FrameCodec.encode(frame);
            assertThat(RecordingSink.of(wire).frames).containsExactly(frame);
            for (int at = 1; at < wire.length - 1; at++) {
                assertThat(wire[at]).isNotZero();
            }
        }
    }

    @Test
    void everyTruncatedFrameIsNoFrame() {
        byte[] wire = FrameCodec.encode(FRAME);
        for (int length = 2; length < wire.length - 1; length++) {
            byte[] cut = Arrays.copyOf(wire, length + 1);
            cut[length] = 0;
            assertThat(RecordingSink.of(cut).frames).isEmpty();
        }
    }

    @Test
    void everyFlippedBitIsNoticed() {
        byte[] wire = FrameCodec.encode(FRAME);
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] flipped = wire.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(RecordingSink.of(flipped).frames.stream().filter(frame -> !frame.equals(FRAME))).isEmpty();
        }
    }

    @Test
    void garbageNeverFailsNorHidesTheFrameAfterIt() {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            byte[] garbage = new byte[random.nextInt(20_000)];
            random.nextBytes(garbage);
            if (random.nextBoolean()) {
                for (int j = 0; j < garbage.length; j++) {
                    garbage[j] |= 1; // no zero, so no end
                }
            }
            RecordingSink sink = new RecordingSink();
            FrameReceiver receiver = new FrameReceiver();
            receiver.accept(garbage, 0, garbage.length, sink);
            byte[] wire = FrameCodec.encode(FRAME);
            receiver.accept(wire, 0, wire.length, sink);
            assertThat(sink.frames).containsExactly(FRAME);
        }
    }

    @Test
    void textBetweenFramesIsText() {
        byte[] wire = FrameCodec.encode(FRAME);
        byte[] text = "Grüße\r\n> \u001b[31m".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[2 * wire.length + text.length];
        System.arraycopy(wire, 0, all, 0, wire.length);
        System.arraycopy(text, 0, all, wire.length, text.length);
        System.arraycopy(wire, 0, all, wire.length + text.length, wire.length);
        RecordingSink sink = RecordingSink.of(all);
        assertThat(sink.heard).containsExactly("frame", "text", "frame");
        assertThat(sink.text).hasToString("Grüße\r\n> \u001b[31m");
    }

    @Test
    void aLineOfTextNeedsNoDelimiter() {
        RecordingSink sink = RecordingSink.of("MicroPython\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(sink.text).hasToString("MicroPython\r\n");
    }

    @Test
    void endlessTextComesInPieces() {
        RecordingSink sink = new RecordingSink();
        FrameReceiver receiver = new FrameReceiver();
        byte[] text = "x".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 100; i++) {
            receiver.accept(text, 0, text.length, sink);
        }
        receiver.flushText(sink);
        assertThat(sink.text).hasSize(100_000);
        assertThat(sink.heard).containsOnly("text");
    }
}
