package org.bluescript.cli.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bluescript.cli.bench.Figure;
import org.junit.jupiter.api.Test;

class EspruinoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String PROGRAM = """
            // Adds up.
            let total = 0;

            function run() {
                for (let i = 0; i < 10; i++) {
                    total += i;
                }
                return total;
            }

            function right(result) {
                return result == 45;
            }
            """;

    @Test
    void aConversationGoesAsItIsWritten() throws Exception {
        Dialogue dialogue = new Dialogue(lines("espruino.dialogue"));
        try (Wire wire = new Wire(dialogue, PATIENCE)) {
            Prompt espruino = new Espruino(wire, false, PATIENCE);
            assertThat(espruino.greet()).isEqualTo("PICO_R1_3, Espruino 2v25");
            espruino.load(PROGRAM);
            assertThat(espruino.run()).isEqualTo(new Prompt.Outcome("45", true, Figure.MICROSECONDS, 1823));
            assertThatThrownBy(() -> espruino.load("let a = new Uint8Array(130000);\n"))
                    .isInstanceOf(PeerFailure.class).hasMessage("out of memory");
            assertThatThrownBy(() -> espruino.load("missing();\n"))
                    .isInstanceOf(PeerFailure.class).hasMessage("Uncaught ReferenceError: \"missing\" is not defined");
            assertThat(dialogue.rest()).isEmpty();
        }
    }

    @Test
    void whoeverDoesNotAnswerIsNoEspruino() {
        try (Wire wire = new Wire(new Dialogue(List.of("< login: ")), PATIENCE)) {
            assertThatThrownBy(() -> new Espruino(wire, false, Duration.ofMillis(50)).greet())
                    .isInstanceOf(PeerFailure.class)
                    .hasMessageStartingWith("Espruino's console does not answer: no answer")
                    .hasMessageContaining("login:");
        }
    }

    @Test
    void anEmulatedOneIsAskedForInstructions() throws Exception {
        Dialogue dialogue = new Dialogue(List.of(
                "> \\x10var _a=_c();var _r=run();var _b=_c();\\n", "> \\x10print(\"<<\"+\">>\")\\n", "< <<>>",
                "> \\x10print(right(_r))\\n", "> \\x10print(\"<<\"+\">>\")\\n", "< false\\r\\n<<>>",
                "> \\x10print(_r)\\n", "> \\x10print(\"<<\"+\">>\")\\n", "< 7\\r\\n<<>>",
                "> \\x10print((_b-_a)>>>0)\\n", "> \\x10print(\"<<\"+\">>\")\\n", "< 4000000000\\r\\n<<>>"));
        try (Wire wire = new Wire(dialogue, PATIENCE)) {
            assertThat(new Espruino(wire, true, PATIENCE).run())
                    .isEqualTo(new Prompt.Outcome("7", false, Figure.INSTRUCTIONS, 4_000_000_000L));
        }
    }

    static List<String> lines(String resource) throws IOException {
        try (InputStream stream = EspruinoTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
