package org.bluescript.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.bluescript.link.protocol.MachineState;
import org.junit.jupiter.api.Test;

class FaultTextTest {
    private static MachineState state(int faultStatus, OptionalInt address) {
        return new MachineState(true, true, new int[16], 0, faultStatus, 0, address);
    }

    @Test
    void saysWhatTheProcessorComplainedAbout() {
        assertThat(FaultText.of(state(1 << 16, OptionalInt.empty()))).isEqualTo("undefined instruction");
    }

    @Test
    void namesTheAddressIfItIsKnown() {
        assertThat(FaultText.of(state(1 << 1, OptionalInt.of(0x40011000))))
                .isEqualTo("access to memory that is not the program's (0x40011000)");
        assertThat(FaultText.of(state(1 << 1, OptionalInt.empty())))
                .isEqualTo("access to memory that is not the program's");
    }

    @Test
    void severalComplaintsAreToldOnceEach() {
        assertThat(FaultText.of(state(1 << 3 | 1 << 4 | 1 << 17, OptionalInt.empty())))
                .isEqualTo("jump to an address that is not Thumb code, broken stack");
    }

    @Test
    void noComplaintIsNoText() {
        assertThat(FaultText.of(state(0, OptionalInt.empty()))).isEmpty();
    }
}
