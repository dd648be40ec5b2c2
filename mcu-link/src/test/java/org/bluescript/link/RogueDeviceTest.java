package org.bluescript.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.bluescript.link.frame.Frame;
import org.bluescript.link.frame.FrameCodec;
import org.bluescript.link.frame.FrameReceiver;
import org.bluescript.link.protocol.DeviceDescription;
import org.bluescript.link.protocol.ProtocolNumbers;
import org.bluescript.link.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices whose frames are undamaged and whose content is not to be trusted. */
class RogueDeviceTest {
    private static final LinkTiming TIMING = new LinkTiming(
            Duration.ofMillis(10), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(60), Duration.ofMillis(10));

    /** Answers each frame of the host with what a function makes of it. */
    private abstract static class Rogue implements Transport {
        private static final byte[] END = {};

        private final LinkedBlockingQueue<byte[]> replies = new LinkedBlockingQueue<>();

        abstract void answer(Frame frame, ByteArrayOutputStream out);

        @Override
        public void write(byte[] bytes) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new FrameReceiver().accept(bytes, 0, bytes.length, new FrameReceiver.Sink() {
                @Override
                public void frame(Frame frame) {
                    answer(frame, out);
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
            if (out.size() > 0) {
                replies.add(out.toByteArray());
            }
        }

        @Override
        public int read(byte[] buffer) throws IOException {
            try {
                byte[] bytes = replies.take();
                if (bytes == END) {
                    return -1;
                }
                System.arraycopy(bytes, 0, buffer, 0, bytes.length);
                return bytes.length;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            replies.add(END);
        }

        @Override
        public String peer() {
            return "rogue";
        }
    }

    private static byte[] hello(int version) {
        byte[] reply = new byte[2 + 21];
        reply[2] = (byte) version;
        reply[2 + 4 - 1] = 2; // 512 bytes of request
        reply[2 + 4 + 1] = 1;
        reply[2 + 6 + 1] = 1;
        reply[2 + 8 + 1] = 3;
        reply[2 + 10] = 4;
        return reply;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void randomMessagesEndInAClearError(int seed) {
        Random random = new Random(seed);
        Transport rogue = new Rogue() {
            private int sequence;

            @Override
            void answer(Frame frame, ByteArrayOutputStream out) {
                byte[] payload = new byte[random.nextInt(60)];
                random.nextBytes(payload);
                int kind = random.nextInt(4) == 0 ? random.nextInt(256) : 0x80 + random.nextInt(6);
                if (frame.kind() == ProtocolNumbers.OP_HELLO) {
                    kind = ProtocolNumbers.MESSAGE_REPLY;
                    payload = hello(1);
                    sequence = 0;
                } else if (payload.length > 1 && random.nextBoolean()) {
                    payload[0] = (byte) frame.sequence();
                    payload[1] = (byte) (frame.sequence() >> 8);
                }
                out.writeBytes(FrameCodec.encode(
                        new Frame(kind, sequence++, frame.sequence() + 1 & 0xffff, frame.session(), payload)));
            }
        };
        AtomicReference<Throwable> end = new AtomicReference<>();
        try (Device device = Device.open(rogue, TIMING)) {
            for (int i = 0; i < 1000; i++) {
                device.checksum(0x20000000, 4);
                device.call(event -> { }, 0x20000001);
            }
        } catch (LinkException e) {
            end.set(e);
        }
        assertThat(end.get()).isNotNull();
    }

    @Test
    void anotherVersionIsNamed() {
        Transport rogue = new Rogue() {
            @Override
            void answer(Frame frame, ByteArrayOutputStream out) {
                out.writeBytes(FrameCodec.encode(new Frame(ProtocolNumbers.MESSAGE_REPLY, 0, 1, frame.session(), hello(9))));
            }
        };
        assertThatThrownBy(() -> Device.open(rogue, TIMING))
                .isInstanceOf(LinkException.VersionMismatch.class)
                .hasMessage("the device speaks version 9 of the protocol, this host version 1");
    }

    @Test
    void anotherFirmwaresWordsExplainTheSilence() {
        Transport rogue = new Rogue() {
            @Override
            void answer(Frame frame, ByteArrayOutputStream out) {
                out.writeBytes("MicroPython v1.9.2\r\n>>> \u001b[K".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        };
        assertThatThrownBy(() -> Device.open(rogue, TIMING))
                .isInstanceOf(LinkException.NoAnswer.class)
                .hasMessageContaining("it said: MicroPython v1.9.2\n>>> \\x1b[K");
    }

    @Test
    void endlessTextTakesBoundedMemory() throws Exception {
        byte[] line = "spam and eggs\n".repeat(250).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        AtomicReference<Integer> reads = new AtomicReference<>(0);
        Transport rogue = new Rogue() {
            @Override
            void answer(Frame frame, ByteArrayOutputStream out) {}

            @Override
            public int read(byte[] buffer) {
                if (reads.get() > 50_000) { // 175 MB
                    return -1;
                }
                reads.set(reads.get() + 1);
                System.arraycopy(line, 0, buffer, 0, line.length);
                return line.length;
            }
        };
        assertThatThrownBy(() -> Device.open(rogue, TIMING.withPatience(Duration.ofSeconds(60))))
                .isInstanceOf(LinkException.DeviceLost.class);
    }

    @Test
    void refusedHelloIsAClearError() {
        Transport rogue = new Rogue() {
            @Override
            void answer(Frame frame, ByteArrayOutputStream out) {
                out.writeBytes(FrameCodec.encode(
                        new Frame(ProtocolNumbers.MESSAGE_REFUSED, 0, 1, frame.session(), new byte[] {0, 0, 99})));
            }
        };
        assertThatThrownBy(() -> Device.open(rogue, TIMING)).isInstanceOf(LinkException.Refused.class);
    }

    @Test
    void descriptionIsReadWhole() throws Exception {
        byte[] reply = hello(1);
        DeviceDescription description =
                DeviceDescription.decode(java.util.Arrays.copyOfRange(reply, 2, reply.length));
        assertThat(description.limits()).isEqualTo(new DeviceDescription.Limits(512, 256, 256, 768, 4));
    }
}
