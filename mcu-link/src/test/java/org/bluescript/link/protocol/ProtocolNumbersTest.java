package org.bluescript.link.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Java numbers are those of the C header. */
class ProtocolNumbersTest {
    private static final Map<String, Integer> HEADER = new HashMap<>();

    @BeforeAll
    static void readHeader() throws IOException {
        Path header = Path.of(System.getProperty("bluescript.home"), "mcu-runtime/include/bs_protocol.h");
        Pattern definition = Pattern.compile("(?:#define )?\\bBS_([A-Z0-9_]+)(?: = | )(0x[0-9a-fA-F]+|\\d+)u?\\b");
        Matcher matcher = definition.matcher(Files.readString(header));
        while (matcher.find()) {
            HEADER.put(matcher.group(1), Integer.decode(matcher.group(2)));
        }
        assertThat(HEADER).hasSizeGreaterThan(60);
    }

    @Test
    void everyJavaNumberIsTheHeaders() throws IllegalAccessException {
        for (Field field : ProtocolNumbers.class.getFields()) {
            assertThat(HEADER).containsEntry(field.getName(), field.getInt(null));
        }
    }

    @Test
    void everyFrameRequestMessageAndValueHasAJavaNumber() throws NoSuchFieldException {
        for (String name : HEADER.keySet()) {
            if (name.matches("(FRAME|OP|MESSAGE|VALUE)_.*")) {
                ProtocolNumbers.class.getField(name);
            }
        }
    }

    @Test
    void refusalsAndRegionsAreTheHeaders() {
        for (Refusal refusal : Refusal.values()) {
            if (refusal != Refusal.OTHER) {
                assertThat(HEADER).containsEntry("REFUSAL_" + refusal.name(), refusal.code());
            }
        }
        for (Region.Kind kind : Region.Kind.values()) {
            if (kind != Region.Kind.OTHER) {
                assertThat(HEADER).containsEntry("REGION_" + kind.name(), kind.code());
            }
        }
        for (DeviceDescription.State state : DeviceDescription.State.values()) {
            assertThat(HEADER).containsEntry("STATE_" + state.name(), state.ordinal());
        }
    }
}
