package org.bluescript.backend.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bluescript.backend.elf.Bytes;
import org.bluescript.backend.elf.DebugSections;
import org.bluescript.backend.elf.ElfFile;
import org.bluescript.backend.elf.ElfSection;
import org.bluescript.backend.elf.ElfSymbol;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.LinkedSymbol;
import org.bluescript.backend.link.Segment;
import org.bluescript.backend.link.SegmentKind;

/**
 * Code that is in the memory of a device, and everything that is known about its instructions. The debugging information
 * is read when it is first needed; what is wrong in it is left out.
 */
public final class CodeImage {
    private final String name;
    private final List<Code> code = new ArrayList<>();
    /** Functions by start address, as an unsigned number. */
    private final TreeMap<Long, Symbol> symbols = new TreeMap<>();
    private Supplier<List<DebugSections>> unread;
    private final LineTable lines = new LineTable();
    private final FrameTable frames = new FrameTable();
    private final FunctionTable functions = new FunctionTable();

    private record Code(int address, Bytes bytes) {}

    private record Symbol(String name, int address, int size) {}

    private CodeImage(String name, Supplier<List<DebugSections>> debug) {
        this.name = name;
        unread = debug;
    }

    /** A program that was linked here; {@code name} is what its frames will be marked with. */
    public static CodeImage of(String name, LinkedImage linked) {
        CodeImage image = new CodeImage(name, linked::debugSections);
        for (Segment segment : linked.segments()) {
            if (segment.kind() == SegmentKind.CODE) {
                image.code.add(new Code(segment.address(), Bytes.of(name, segment.bytes())));
            }
        }
        for (LinkedSymbol symbol : linked.symbols()) {
            if (symbol.thumb()) {
                image.add(new Symbol(symbol.name(), symbol.address(), symbol.size()));
            }
        }
        return image;
    }

    /** A linked file, such as the firmware. */
    public static CodeImage of(String name, ElfFile linked) {
        CodeImage image = new CodeImage(name, () -> List.of(DebugSections.of(linked)));
        for (ElfSection section : linked.sections()) {
            if (section.isAllocated() && section.isExecutable() && !section.isZero()) {
                image.code.add(new Code(section.address(), section.contents()));
            }
        }
        for (ElfSymbol symbol : linked.symbols()) {
            if (symbol.isThumbFunction() && !symbol.isUndefined()) {
                image.add(new Symbol(symbol.name(), symbol.offset(), symbol.size()));
            }
        }
        return image;
    }

    private void add(Symbol symbol) {
        symbols.putIfAbsent(Integer.toUnsignedLong(symbol.address), symbol);
    }

    public String name() {
        return name;
    }

    /** Whether {@code address} lies in this code. */
    public boolean contains(int address) {
        return codeAt(address).isPresent();
    }

    /**
     * The functions that the instruction at {@code pc} belongs to, innermost first: more than one if functions were
     * inlined. Empty if the address is not in this code.
     */
    public synchronized List<CodeLocation> locate(int pc) {
        if (!contains(pc)) {
            return List.of();
        }
        read();
        List<FunctionTable.Code> chain = functions.at(pc);
        List<CodeLocation> found = new ArrayList<>();
        Optional<SourceLine> line = lines.at(pc);
        for (FunctionTable.Code function : chain.reversed()) {
            found.add(new CodeLocation(function.name, line, function.call != null));
            line = Optional.ofNullable(function.call);
        }
        if (found.isEmpty()) {
            String plain = symbol(pc).map(symbol -> withoutSuffix(symbol.name)).orElse("?");
            found.add(new CodeLocation(plain, line, false));
        }
        return found;
    }

    /** How to leave the function at {@code pc}. */
    synchronized Optional<UnwindRow> unwindRow(int pc) {
        read();
        return frames.at(pc);
    }

    /** The compiler has cut this part out of a function so that the rest could be inlined. */
    boolean isPartOfFunction(int pc) {
        return symbol(pc).filter(symbol -> symbol.name.contains(".part.")).isPresent();
    }

    /** A call stands before {@code address}, which must be even. */
    boolean followsCall(int address) {
        return branchTarget(address).isPresent() || callsByRegister(address);
    }

    /** The target of the BL before {@code address} (ARMv7-M ARM, A7.7.18). */
    OptionalInt branchTarget(int address) {
        int high = halfWord(address - 4);
        int low = halfWord(address - 2);
        if ((high & 0xf800) != 0xf000 || (low & 0xd000) != 0xd000) {
            return OptionalInt.empty();
        }
        int sign = high >> 10 & 1;
        int i1 = ~(low >> 13 ^ sign) & 1;
        int i2 = ~(low >> 11 ^ sign) & 1;
        int distance = -sign << 24 | i1 << 23 | i2 << 22 | (high & 0x3ff) << 12 | (low & 0x7ff) << 1;
        return OptionalInt.of(address + distance);
    }

    /** BLX with a register (ARMv7-M ARM, A7.7.19). */
    private boolean callsByRegister(int address) {
        return (halfWord(address - 2) & 0xff87) == 0x4780;
    }

    /** The half word of code at {@code address}; 0, which is no call, outside. */
    private int halfWord(int address) {
        Optional<Code> found = codeAt(address);
        if (found.isEmpty() || !contains(address + 1)) {
            return 0;
        }
        return found.get().bytes.u16(Integer.toUnsignedLong(address - found.get().address));
    }

    private Optional<Code> codeAt(int address) {
        for (Code part : code) {
            if (Integer.compareUnsigned(address - part.address, part.bytes.length()) < 0) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private Optional<Symbol> symbol(int pc) {
        Map.Entry<Long, Symbol> found = symbols.floorEntry(Integer.toUnsignedLong(pc));
        return Optional.ofNullable(found).map(Map.Entry::getValue)
                .filter(symbol -> symbol.size == 0 || Integer.compareUnsigned(pc - symbol.address, symbol.size) < 0);
    }

    private static String withoutSuffix(String symbol) {
        int dot = symbol.indexOf('.');
        return dot > 0 ? symbol.substring(0, dot) : symbol;
    }

    private void read() {
        if (unread == null) {
            return;
        }
        List<DebugSections> debug = unread.get();
        unread = null;
        for (DebugSections sections : debug) {
            lines.add(sections);
            frames.add(sections);
            functions.add(sections);
        }
    }
}
