package org.bluescript.backend.link;

import java.util.EnumMap;
import java.util.Map;

/** The address of each segment; a kind that the plan does not need may be left out. */
public record Placement(Map<SegmentKind, Integer> addresses) {
    public Placement {
        addresses = Map.copyOf(addresses);
    }

    public static Placement of(int code, int constants, int data, int zero) {
        return new Placement(Map.of(SegmentKind.CODE, code, SegmentKind.CONSTANT, constants, SegmentKind.DATA, data,
                SegmentKind.ZERO, zero));
    }

    /** Code from one address on, everything else from another, in the order of {@link SegmentKind} and without needless gaps. */
    public static Placement of(LinkPlan plan, int code, int data) {
        Map<SegmentKind, Integer> addresses = new EnumMap<>(SegmentKind.class);
        addresses.put(SegmentKind.CODE, code);
        int next = data;
        for (SegmentKind kind : new SegmentKind[] {SegmentKind.CONSTANT, SegmentKind.DATA, SegmentKind.ZERO}) {
            int address = next + plan.alignment(kind) - 1 & -plan.alignment(kind);
            addresses.put(kind, address);
            next = address + plan.size(kind);
        }
        return new Placement(addresses);
    }

    /** The same, but one kind elsewhere. */
    public Placement with(SegmentKind kind, int address) {
        Map<SegmentKind, Integer> changed = new EnumMap<>(addresses);
        changed.put(kind, address);
        return new Placement(changed);
    }

    public int of(SegmentKind kind) {
        return addresses.getOrDefault(kind, 0);
    }
}
