package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bluescript.language.source.Span;

/** The calling contexts that samples have shown, while they are gathered: each stack is a way from the root. */
final class CallTree {
    /** By what the calls of one function in one context are one node. */
    private record Key(String name, Optional<Span> function) {}

    /** One calling context. */
    final class Node {
        private final int id = nodes.size() + 1;
        private final Key key;
        private final Map<Key, Node> children = new LinkedHashMap<>();
        private final Map<Integer, Long> ticks = new TreeMap<>();
        private long hits;

        private Node(Key key) {
            this.key = key;
            nodes.add(this);
        }

        private Node child(Key of) {
            Node known = children.get(of);
            if (known == null) {
                known = new Node(of);
                children.put(of, known);
            }
            return known;
        }

        /** Counts from 1, the root. */
        int id() {
            return id;
        }

        String name() {
            return key.name();
        }

        /** The function's text; empty for what is no function of the program. */
        Optional<Span> function() {
            return key.function();
        }

        /** Samples with this context on top. */
        long hits() {
            return hits;
        }

        /** The same by lines, counted from 1. */
        Map<Integer, Long> ticks() {
            return ticks;
        }

        Collection<Node> children() {
            return children.values();
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final Node root;

    CallTree(String root) {
        this.root = new Node(new Key(root, Optional.empty()));
    }

    /**
     * Counts a sample and gives the node on top of it.
     *
     * @param idle the name of what runs when nothing runs
     */
    Node add(List<CallSample.Frame> stack, String idle) {
        Node top = root;
        for (CallSample.Frame frame : stack) {
            top = top.child(new Key(name(frame), Optional.of(frame.function())));
        }
        if (stack.isEmpty()) {
            top = root.child(new Key(idle, Optional.empty()));
        } else {
            top.ticks.merge(stack.getLast().place().position().line(), 1L, Long::sum);
        }
        top.hits++;
        return top;
    }

    private static String name(CallSample.Frame frame) {
        return switch (frame.side()) {
            case HOST -> frame.name();
            case DEVICE -> frame.name() + " [device]";
        };
    }

    /** All, the root first, a context before those in it. */
    List<Node> nodes() {
        return nodes;
    }
}
