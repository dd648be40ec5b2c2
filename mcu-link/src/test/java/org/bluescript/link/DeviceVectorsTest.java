package org.bluescript.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The firmware's C code against the same vectors. */
class DeviceVectorsTest {
    @Test
    void firmwareAgreesWithAllVectors() throws Exception {
        Process process = new ProcessBuilder(
                        HostBoard.home().resolve("mcu-runtime/target/host/link-vectors").toString(),
                        Vectors.folder().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(" 0 differences").doesNotContain("\n0 checks");
    }
}
