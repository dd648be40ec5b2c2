package org.bluescript.backend.lines;

import org.bluescript.backend.failure.TracedCode;
import org.bluescript.backend.link.LinkFailure;
import org.bluescript.backend.link.LinkPlan;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.Placement;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;

/** A unit of a program that grows, compiled, which may be placed any number of times. */
public record CompiledLines(LineUnit unit, LinkPlan plan) {
    /** Bytes of memory that it takes, data included, wherever it begins at a multiple of 8. */
    public int size() {
        Placement placement = placement(0);
        return placement.of(SegmentKind.ZERO) + plan.size(SegmentKind.ZERO);
    }

    /** Links it to an address, a multiple of 8. */
    public LinkedImage place(Address address) {
        try {
            return plan.place(placement(address.bits()));
        } catch (LinkFailure failure) {
            throw new IllegalStateException(failure.problem().message(), failure);
        }
    }

    private Placement placement(int base) {
        return Placement.of(plan, base, base + ObjectLayout.occupied(plan.size(SegmentKind.CODE)));
    }

    /** For finding places of errors in it. */
    public TracedCode traced(LinkedImage image) {
        String name = "lines at " + image.address(unit.unit().entry()).orElseThrow();
        return new TracedCode(name, unit.functions(), unit.names(), unit.unit(), image);
    }
}
