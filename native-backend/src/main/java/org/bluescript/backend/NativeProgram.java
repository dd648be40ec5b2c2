package org.bluescript.backend;

import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.emit.EmittedUnit;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.backend.patch.Patch;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.Address;

/**
 * A program, ready to be sent to a device.
 *
 * @param patch what to write there
 * @param entry the address to call, with bit 0 set: {@code uint32_t entry(void)}
 * @param unit the C it was made from, and the way back to the source
 * @param source the same as the compiler got it
 * @param object what the compiler made of it
 */
public record NativeProgram(
        Patch patch,
        Address entry,
        EmittedUnit unit,
        CSource source,
        ObjectCode object,
        LinkedImage image,
        ProgramLayout layout) {
    /** The same, called elsewhere. */
    public NativeProgram at(Address other) {
        return new NativeProgram(patch, other, unit, source, object, image, layout);
    }

    /** Bytes of instructions and of the constants between them. */
    public int codeSize() {
        return image.segments().stream()
                .filter(s -> s.kind() == SegmentKind.CODE)
                .mapToInt(s -> s.bytes().length)
                .sum();
    }
}
