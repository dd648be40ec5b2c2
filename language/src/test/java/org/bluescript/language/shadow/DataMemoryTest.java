package org.bluescript.language.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bluescript.language.shadow.DataMemory.PageState;
import org.junit.jupiter.api.Test;

class DataMemoryTest {
    private static final Address BASE = Address.of(0x2000_0000);
    private final DataMemory memory = new DataMemory(new Region(BASE, 10 * DataMemory.PAGE + 100));

    @Test
    void wordsAreLittleEndian() {
        memory.writeWord(BASE.plus(4), 0x11223344);
        assertThat(memory.read(BASE.plus(4), 4)).containsExactly(0x44, 0x33, 0x22, 0x11);
        assertThat(memory.readWord(BASE.plus(4))).isEqualTo(0x11223344);
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(memory.isKnown(BASE, 1)).isFalse();
        assertThat(memory.dirty()).isEmpty();
    }

    @Test
    void writtenPagesAreDirtyAndJoined() {
        memory.write(BASE.plus(DataMemory.PAGE - 1), new byte[2]);
        memory.write(BASE.plus(10 * DataMemory.PAGE + 99), new byte[1]);
        assertThat(memory.dirty())
                .containsExactly(
                        new Region(BASE, 2 * DataMemory.PAGE), new Region(BASE.plus(10 * DataMemory.PAGE), 100));
    }

    @Test
    void synchronisedPagesAreCleanUntilTheDeviceRuns() {
        Region page = new Region(BASE, DataMemory.PAGE);
        memory.write(BASE, new byte[DataMemory.PAGE]);
        memory.synchronised(page);
        assertThat(memory.page(BASE)).isEqualTo(PageState.CLEAN);
        memory.deviceMayHaveWritten(page);
        assertThat(memory.isKnown(BASE, 1)).isFalse();
    }

    @Test
    void aWordOfAnyAlignmentIsReadButNotWritten() {
        int last = BASE.bits() + DataMemory.PAGE - 2;
        memory.write(Address.of(last), new byte[] {0x44, 0x33, 0x22, 0x11});
        assertThat(memory.word(last)).isEqualTo(0x11223344);
        assertThatThrownBy(() -> memory.word(last, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0x200000fe");
    }

    @Test
    void stretchesAreMovedAndCleared() {
        memory.write(BASE, new byte[] {1, 2, 3, 4, 5});
        memory.move(BASE.bits(), BASE.bits() + 2, 3);
        memory.clear(BASE.bits(), 1);
        memory.byteAt(BASE.bits() + 1, 0x1ff);
        assertThat(memory.read(BASE, 5)).containsExactly(0, 0xff, 1, 2, 3);
    }

    @Test
    void accessOutsideIsABug() {
        assertThatThrownBy(() -> memory.readWord(BASE.plus(10 * DataMemory.PAGE + 97)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> memory.write(BASE.plus(-1), new byte[1])).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> memory.word(BASE.bits() - 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> memory.byteAt(0x4000_0000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> memory.move(BASE.bits(), BASE.bits() + 1, 10 * DataMemory.PAGE + 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> memory.clear(BASE.bits(), -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
