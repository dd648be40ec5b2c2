package org.bluescript.language.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunTimeErrorKindTest {
    @Test
    void whatIsSaidOfAWrongTypeStandsAlone() {
        assertThat(RunTimeErrorKind.TYPE.report("unknown property or method: Pin has no \"level\""))
                .isEqualTo("unknown property or method: Pin has no \"level\"");
    }

    @Test
    void whatIsSaidOfAnAssertionStandsBehindItsName() {
        assertThat(RunTimeErrorKind.ASSERT.report("too hot")).isEqualTo("assertion failed: too hot");
    }

    @Test
    void anErrorThatSaysNothingHasItsName() {
        assertThat(RunTimeErrorKind.TYPE.report("")).isEqualTo("wrong type");
    }
}
