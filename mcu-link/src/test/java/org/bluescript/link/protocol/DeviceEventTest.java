package org.bluescript.link.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bluescript.link.Vectors;
import org.junit.jupiter.api.Test;

class DeviceEventTest {
    private static DeviceEvent decode(int kind, String hex) throws MalformedMessage {
        return DeviceEvent.decode(kind, Vectors.bytes(hex));
    }

    @Test
    void outputHasItsValues() throws MalformedMessage {
        DeviceEvent.Output output = (DeviceEvent.Output) decode(ProtocolNumbers.MESSAGE_OUTPUT,
                "02 01 01 fe ff ff ff 82 00 00 80 3f 03 84 05 06 02 68 69");
        assertThat(output.stream()).isEqualTo(2);
        assertThat(output.more()).isTrue();
        assertThat(output.values().subList(0, 5)).containsExactly(
                new OutputValue.IntegerValue(-2, false),
                new OutputValue.FloatValue(1.0f, true),
                new OutputValue.BooleanValue(false, false),
                new OutputValue.BooleanValue(true, true),
                new OutputValue.NullValue(false));
        assertThat(output.values().get(5)).isInstanceOfSatisfying(OutputValue.TextValue.class,
                text -> assertThat(text.utf8()).isEqualTo("hi".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyTruncationOfAMessageIsMalformed() throws MalformedMessage {
        byte[] returned = Vectors.bytes("01 00 00 00 02 00 00 00 03 00 00 00");
        assertThat(DeviceEvent.decode(ProtocolNumbers.MESSAGE_RETURNED, returned))
                .isEqualTo(new DeviceEvent.Returned(1, 2, 3));
        for (int length = 0; length < returned.length; length++) {
            byte[] cut = Arrays.copyOf(returned, length);
            assertThatThrownBy(() -> DeviceEvent.decode(ProtocolNumbers.MESSAGE_RETURNED, cut))
                    .isInstanceOf(MalformedMessage.class)
                    .hasMessageContaining("RETURNED ends after " + length + " bytes");
        }
        assertThatThrownBy(() -> DeviceEvent.decode(ProtocolNumbers.MESSAGE_RETURNED, Arrays.copyOf(returned, 13)))
                .hasMessage("RETURNED: 1 bytes more than expected");
    }

    @Test
    void anyBytesGiveAnEventOrMalformedMessage() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            byte[] payload = new byte[random.nextInt(120)];
            random.nextBytes(payload);
            try {
                DeviceEvent.decode(random.nextInt(8) + 0x80 - (i % 16 == 0 ? 0x7b : 0), payload);
                DeviceDescription.decode(payload);
            } catch (MalformedMessage e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void charactersMayBeCutAnywhere() {
        byte[] utf8 = "aü世😀z".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= utf8.length; cut++) {
            OutputText text = new OutputText(String::valueOf);
            String all = text.accept(output(true, Arrays.copyOf(utf8, cut), true))
                    + text.accept(output(false, Arrays.copyOfRange(utf8, cut, utf8.length), false));
            assertThat(all).isEqualTo("aü世😀z\n");
        }
    }

    @Test
    void badUtf8IsReplacedAndNotKept() {
        OutputText text = new OutputText(String::valueOf);
        assertThat(text.accept(output(false, new byte[] {(byte) 0xf0, (byte) 0x9f}, false))).isEqualTo("\ufffd\n");
        assertThat(text.accept(output(false, new byte[] {(byte) 0x80, 'a', (byte) 0xff, 'b'}, false)))
                .isEqualTo("\ufffda\ufffdb\n");
    }

    private static DeviceEvent.Output output(boolean more, byte[] utf8, boolean glued) {
        return new DeviceEvent.Output(1, List.of(new OutputValue.TextValue(utf8, glued)), more);
    }
}
