package org.bluescript.backend.tiers;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.emit.Share;
import org.bluescript.backend.failure.TracedCode;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.VersionNote;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/**
 * What stays of a tiered program while its code is replaced.
 *
 * @param program as the source says
 * @param code what is to be written first, data and generation 0; and the shadow that is true then
 * @param share what generation 0 is for
 * @param codeMemory where later generations may lie
 */
public record Base(TypedProgram program, NativeProgram code, Share share, Region codeMemory) {
    /** The entries by which the host calls functions of generation 0; bit 0 is set. */
    public Map<FunctionId, Integer> called() {
        return CalledEntries.of(share, code.layout().code(), code.image());
    }

    /**
     * The functions that are worth other code than this: those with versions; of those that can have none but handle words all the same, the
     * ones that are called often; and what these may call and nobody has seen yet, which is to be looked at.
     */
    public Set<FunctionId> improved(SpecializedProgram made, Predicate<FunctionId> often) {
        Set<FunctionId> result = new HashSet<>();
        program.functions().keySet().stream().filter(f -> isWorthIt(made, f, often)).forEach(result::add);
        Set<FunctionId> hot = new HashSet<>(result);
        made.loops().values().forEach(loop -> hot.add(loop.id()));
        Set<FunctionId> needed = Needed.of(made.program(), program, hot);
        Needed.mentioned(made.program(), program, needed).stream().filter(f -> isUnseen(made, f)).forEach(result::add);
        return result;
    }

    private boolean isWorthIt(SpecializedProgram made, FunctionId function, Predicate<FunctionId> often) {
        return isReplaceable(function) && switch (made.notes().get(function)) {
            case VersionNote.Versioned v -> true;
            case VersionNote.Unversioned(VersionNote.Reason reason) -> switch (reason) {
                case NOT_ASKED_FOR, TRY, SHARED_LOCALS, ALL_TYPES_KNOWN -> often.test(function);
                case DEVICE_BOUND, TOP_LEVEL, NEVER_SEEN -> false;
            };
        };
    }

    private boolean isUnseen(SpecializedProgram made, FunctionId function) {
        return isReplaceable(function)
                && made.notes().get(function) instanceof VersionNote.Unversioned(VersionNote.Reason reason)
                && reason == VersionNote.Reason.NEVER_SEEN;
    }

    private boolean isReplaceable(FunctionId function) {
        EntryTable table = code.layout().entries().orElseThrow();
        return program.functions().containsKey(function) && table.isCalled(code.layout().code().direct(function));
    }

    /** Bytes of instructions of each function of generation 0; what was inlined counts where it went. */
    public Map<FunctionId, Integer> sizes() {
        return FunctionSizes.of(program, code.layout().code(), code.image());
    }

    /** For finding places of errors. */
    public TracedCode traced() {
        return new TracedCode("generation 0", program, code.layout().code(), code.unit(), code.image());
    }

    /** By symbol, what stands in memory for code, and where variables are: entries of the table, and what only generation 0 has. */
    public Map<String, Integer> symbols() {
        Map<String, Integer> result = new LinkedHashMap<>(code.image().globals());
        result.putAll(code.layout().entries().map(EntryTable::words).orElseThrow());
        return result;
    }

    /** The code of generation 0, which nothing changes; code memory is behind it. */
    public Region genericCode() {
        return code.image().segments().stream()
                .filter(s -> s.kind() == SegmentKind.CODE)
                .map(s -> new Region(Address.of(s.address()), s.bytes().length))
                .findFirst()
                .orElseThrow();
    }

    /** A word that is not 0 if the host wants back a loop that the device runs. */
    public Address recall() {
        return exchange().plus(Exchange.RECALL_OFFSET);
    }

    /** Where calls find their arguments. */
    public Address exchange() {
        return code.layout().symbols().get(Exchange.SYMBOL);
    }
}
