package org.bluescript.backend.tiers;

import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.emit.EmittedUnit;
import org.bluescript.backend.emit.Share;
import org.bluescript.backend.link.LinkFailure;
import org.bluescript.backend.link.LinkPlan;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.Placement;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.typed.TypedProgram;

/**
 * Code of a tiered program without a place, which may be placed any number of times.
 *
 * @param made what it was compiled from
 * @param share what of the program it has
 * @param unit the C, and the way back to the source
 * @param source the same as the compiler got it
 * @param object what the compiler made of it
 * @param layout where the data are that it works on
 * @param plan its sections
 * @param base what it takes the place of; by symbol, the rest of the code is there
 */
public record CompiledGeneration(
        SpecializedProgram made,
        Share share,
        EmittedUnit unit,
        CSource source,
        ObjectCode object,
        ProgramLayout layout,
        LinkPlan plan,
        Base base) {
    public TypedProgram program() {
        return made.program();
    }

    /** Bytes of memory that it takes, data included. */
    public int size() {
        Placement placement = placement(0);
        return placement.of(SegmentKind.ZERO) + plan.size(SegmentKind.ZERO);
    }

    /**
     * Takes memory for it and links it there.
     *
     * @param number which generation it will be, from 1
     */
    public Generation place(int number, CodeMemory memory) throws OutOfCodeMemory {
        Region region = memory.allocate(size());
        try {
            LinkedImage image = plan.place(placement(region.base().bits()));
            return new Generation(number, this, region, image);
        } catch (LinkFailure failure) {
            memory.free(region);
            throw new IllegalStateException(failure.problem().message(), failure);
        }
    }

    private Placement placement(int base) {
        int data = base + ObjectLayout.occupied(plan.size(SegmentKind.CODE));
        return Placement.of(plan, base, data);
    }
}
