package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.language.machine.HostHandles;
import org.bluescript.language.shadow.heap.HostRoots;
import org.junit.jupiter.api.Test;

/** Wrappers are roots exactly while somebody holds them. */
class HostHandlesTest {
    private final HostHandles handles = new HostHandles();

    @Test
    void heldWrapperIsARoot() {
        Object wrapper = new Object();
        handles.hold(wrapper, 0x20004000);
        assertThat(roots()).containsExactly(0x20004000);
        assertThat(wrapper).isNotNull();
    }

    @Test
    void droppedWrapperIsForgotten() {
        Object kept = new Object();
        handles.hold(kept, 8);
        for (int i = 0; i < 1000; i++) {
            handles.hold(new Object(), 16);
        }
        while (handles.count() > 1) {
            System.gc();
        }
        assertThat(roots()).containsExactly(8);
        assertThat(kept).isNotNull();
    }

    private List<Integer> roots() {
        List<Integer> found = new ArrayList<>();
        handles.visit(new HostRoots.Visitor() {
            @Override
            public void reference(int address) {
                found.add(address);
            }

            @Override
            public void tagged(int word) {
                found.add(word);
            }

            @Override
            public void conservative(int word) {
                found.add(word);
            }
        });
        return found;
    }
}
