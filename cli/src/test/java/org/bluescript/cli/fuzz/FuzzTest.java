package org.bluescript.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Interpreter and device agree on random programs. The same ones each time; {@code -Dfuzz.seed=N -Dfuzz.count=N} has others,
 * and the README says how to look for more.
 */
class FuzzTest {
    @Test
    void bothReadersAgreeOnRandomPrograms() throws Exception {
        FuzzOptions options = options(2000);
        assertThat(new Fuzzer(options, System.out).run()).isEmpty();
    }

    @Test
    void programsMeanTheSameSpecialisedToWrongProfiles() throws Exception {
        FuzzOptions options = options(2000);
        options.wrongProfiles = true;
        assertThat(new Fuzzer(options, System.out).run()).isEmpty();
    }

    @Test
    void programsMeanTheSameWhenLoopsAreHandedOver() throws Exception {
        FuzzOptions options = options(60);
        options.wrongProfiles = true;
        options.handOverLoops = true;
        assertThat(new Fuzzer(options, System.out).run()).isEmpty();
    }

    private static FuzzOptions options(int count) {
        FuzzOptions options = new FuzzOptions();
        options.seed = Long.getLong("fuzz.seed", 1);
        options.count = Integer.getInteger("fuzz.count", count);
        String stress = System.getProperty("fuzz.stress", "0");
        options.collecting = stress.equals("collect");
        options.failing = options.collecting ? 0 : Integer.parseInt(stress);
        return options;
    }
}
