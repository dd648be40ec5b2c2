package org.bluescript.backend.tiers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.bluescript.backend.failure.TracedCode;
import org.bluescript.backend.link.Branch;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.patch.Write;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.tiers.Installed;
import org.bluescript.language.tiers.InstalledLoop;
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
    /** {@code bs_guard}. */
    public static final int GUARD_SIZE = 8;

    /** The symbol of the counts of failed guards. */
    public static final String GUARDS = "bs_guards";

    /** What is to be written before anything may lead here. */
    public List<Write> writes() {
        return image.segments().stream()
                .map(s -> new Write(Address.of(s.address()), s.bytes()))
                .toList();
    }

    /**
     * The whole table of entries, with all of them leading to this generation's code, and to generation 0's where this has none. The
     * program may see part of it: any mixture of code of the same meaning is right.
     */
    public Write entries() {
        EntryTable table = code.layout().entries().orElseThrow();
        Map<String, Integer> own = image.globals();
        Map<String, Integer> rest = code.base().code().image().globals();
        ByteBuffer words = ByteBuffer.allocate(EntryTable.ENTRY_SIZE * table.addresses().size()).order(ByteOrder.LITTLE_ENDIAN);
        table.addresses().forEach((symbol, entry) -> {
            Integer target = own.get(symbol);
            words.putInt(Branch.instruction(entry.bits(), target != null ? target : rest.get(symbol)));
        });
        return new Write(code.layout().symbols().get(EntryTable.SYMBOL), words.array());
    }

    /** The entries of its own by which the host calls functions and loops, each loop by its own function's name; bit 0 is set. */
    public Map<FunctionId, Integer> called() {
        return CalledEntries.of(code.share(), names(), image);
    }

    /** The entries by which the host calls loops, with what they take. */
    public Map<LoopId, InstalledLoop> loops() {
        Map<FunctionId, Integer> called = called();
        Map<LoopId, InstalledLoop> result = new TreeMap<>();
        code.made().loops().forEach((loop, entry) -> {
            if (called.containsKey(entry.id())) {
                result.put(loop, new InstalledLoop(called.get(entry.id()), entry.locals()));
            }
        });
        return result;
    }

    /**
     * What the interpreter is to be told when {@link #writes} and {@link #entries} have been written: functions without entries of their own
     * are called by those of generation 0, which lead here as well.
     */
    public Installed installed() {
        Map<FunctionId, Integer> functions = new TreeMap<>(code.base().called());
        functions.putAll(called());
        code.made().loops().values().forEach(loop -> functions.remove(loop.id()));
        Write entries = entries();
        return new Installed(number, functions, loops(), List.of(new Stretch(entries.address(), entries.bytes())));
    }

    /**
     * Where the counts of failed guards are, in the order of {@code code.made().guards()}: {@link #GUARD_SIZE} bytes each, the count and the
     * last word that failed. Empty if this generation has none.
     */
    public Optional<Region> guards() {
        return image.symbols().stream()
                .filter(s -> s.name().equals(GUARDS))
                .map(s -> new Region(Address.of(s.address()), s.size()))
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
