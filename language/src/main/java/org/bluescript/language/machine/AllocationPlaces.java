package org.bluescript.language.machine;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import java.util.Arrays;
import java.util.Optional;
import org.bluescript.language.shadow.Region;

/**
 * Where in the program the objects of a heap were made, as far as the host has made them: one word for each place that an object may
 * have, so that noting costs a store. What is noted for memory in which there is no object means nothing.
 */
public final class AllocationPlaces {
    private final int base;
    private final Node[] nodes;

    AllocationPlaces(Region memory) {
        this.base = memory.base().bits();
        this.nodes = new Node[memory.size() / 8 + 1];
    }

    /** An object was made, by this node; null if by nobody in the program. */
    void note(int object, Node place) {
        int i = object - base >>> 3;
        if (i >= 0 && i < nodes.length) {
            nodes[i] = place;
        }
    }

    /** Objects are no longer where they were noted. */
    void forget() {
        Arrays.fill(nodes, null);
    }

    /** What has been noted so far. */
    public static final class Noted {
        private final Node[] nodes;

        private Noted(Node[] nodes) {
            this.nodes = nodes;
        }
    }

    public Noted all() {
        return new Noted(nodes.clone());
    }

    /** Memory is what it was when this had been noted. */
    public void restore(Noted noted) {
        System.arraycopy(noted.nodes, 0, nodes, 0, nodes.length);
    }

    /** Where the object was made, as {@code line 3:1:9}; nothing if that is not known, or was in the library. */
    public Optional<String> of(int object) {
        int i = object - base >>> 3;
        Node node = i >= 0 && i < nodes.length ? nodes[i] : null;
        SourceSection section = node == null ? null : node.getEncapsulatingSourceSection();
        return section == null || section.getSource().isInternal()
                ? Optional.empty()
                : Optional.of(section.getSource().getName() + ":" + section.getStartLine() + ":" + section.getStartColumn());
    }
}
