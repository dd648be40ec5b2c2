package org.bluescript.backend.tiers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.backend.failure.TracedCode;
import org.bluescript.backend.link.Branch;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.patch.Write;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.typed.FunctionId;

/**
 * Code of a tiered program at its place.
 *
 * @param number from 1; 0 is the base's
 * @param code what it was made from
 * @param region what it occupies
 * @param image its bytes, and what stands where
 */
public record Generation(int number, CompiledGeneration code, Region region, LinkedImage image) {
    private static final String GUARDS = "bs_guards";

    /** What is to be written before anything may lead here. */
    public List<Write> writes() {
        return image.segments().stream()
                .map(s -> new Write(Address.of(s.address()), s.bytes()))
                .toList();
    }

    /**
     * The whole table of entries, with all of them leading to this generation's code, and to generation 0's where this has none. One request
     * is enough, and the program does not see part of it.
     */
    public Write entries() {
        EntryTable table = code.layout().entries().orElseThrow();
        Map<String, Integer> own = image.globals();
        ByteBuffer words = ByteBuffer.allocate(EntryTable.ENTRY_SIZE * table.addresses().size()).order(ByteOrder.LITTLE_ENDIAN);
        table.addresses().forEach((symbol, entry) -> {
            Integer target = own.get(symbol);
            words.putInt(Branch.instruction(entry.bits(), target != null ? target : code.rest().get(symbol)));
        });
        return new Write(code.layout().symbols().get(EntryTable.SYMBOL), words.array());
    }

    /** The entries by which the host calls functions, and loops that are functions of this generation; bit 0 is set. */
    public Map<FunctionId, Integer> called() {
        return CalledEntries.of(code.share(), names(), image);
    }

    /** Where the counts of failed guards are, if this generation has any. */
    public Optional<Address> guards() {
        return image.symbols().stream()
                .filter(s -> s.name().equals(GUARDS))
                .map(s -> Address.of(s.address()))
                .findFirst();
    }

    /** Bytes of instructions of each function of its typed program; what was inlined counts where it went. */
    public Map<FunctionId, Integer> sizes() {
        return FunctionSizes.of(code.program(), names(), image);
    }

    /** For finding places of errors. */
    public TracedCode traced() {
        return new TracedCode("generation " + number, code.program(), names(), code.unit(), image);
    }

    private CodeNames names() {
        return code.layout().code();
    }
}
