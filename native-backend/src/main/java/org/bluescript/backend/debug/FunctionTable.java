package org.bluescript.backend.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bluescript.backend.elf.DebugSections;
import org.bluescript.backend.elf.ElfFormatException;

/**
 * Which function an instruction belongs to, and which functions were inlined around it. Units that cannot be read are left
 * out, or end where the error is.
 */
final class FunctionTable {
    private static final int LONGEST_CHAIN = 16;

    /** Code of one function: a function with a body of its own, or one that was inlined into another. */
    static final class Code {
        final String name;
        final List<AddressRange> ranges;
        /** Where it was inlined; null for a body of its own. */
        final SourceLine call;
        final List<Code> inlined = new ArrayList<>();

        Code(String name, List<AddressRange> ranges, SourceLine call) {
            this.name = name;
            this.ranges = ranges;
            this.call = call;
        }

        boolean contains(int pc) {
            for (AddressRange range : ranges) {
                if (range.contains(pc)) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Part(AddressRange range, Code code) {}

    /** Functions with bodies of their own, by the start of each of their ranges, as an unsigned number. */
    private final TreeMap<Long, Part> functions = new TreeMap<>();

    void add(DebugSections sections) {
        long offset = 0;
        int length = sections.section(".debug_info").length();
        List<Reader> readers = new ArrayList<>();
        Map<Long, Named> names = new HashMap<>();
        while (offset + 4 <= length) {
            try {
                Reader reader = new Reader(sections, offset, names);
                offset = reader.unit.end();
                reader.readEntries();
                readers.add(reader);
            } catch (ElfFormatException _) {
                return;
            }
        }
        readers.forEach(Reader::build);
    }

    /** The function at {@code pc} and what was inlined there, outermost first. Empty if nothing is known. */
    List<Code> at(int pc) {
        List<Code> chain = new ArrayList<>();
        Map.Entry<Long, Part> found = functions.floorEntry(Integer.toUnsignedLong(pc));
        if (found == null || !found.getValue().range.contains(pc)) {
            return chain;
        }
        Code code = found.getValue().code;
        while (code != null) {
            chain.add(code);
            code = code.inlined.stream().filter(inner -> inner.contains(pc)).findFirst().orElse(null);
        }
        return chain;
    }

    /** An entry that others may refer to for its name. */
    private record Named(String name, long origin) {}

    private final class Reader {
        /** Stands for what a block lies in, if it lies in no function. */
        private static final Code NO_FUNCTION = new Code("?", List.of(), null);

        final InfoUnit unit;
        private final DebugSections sections;
        private final Map<Long, Named> names;
        private final List<Found> found = new ArrayList<>();

        /** An entry with code, or a block, which may hold such, and how deep in the tree. */
        private record Found(InfoEntry entry, int depth, List<AddressRange> ranges) {}

        Reader(DebugSections sections, long offset, Map<Long, Named> names) {
            this.sections = sections;
            this.names = names;
            unit = new InfoUnit(sections, offset);
        }

        /** Reads all entries of functions and blocks; those before an error are kept. */
        void readEntries() {
            try {
                unit.readHeader();
                for (InfoEntry entry = unit.next(); entry != null; entry = unit.next()) {
                    if (entry.isFunction()) {
                        names.put(entry.offset, named(entry));
                        found.add(new Found(entry, unit.depth(), unit.ranges(entry)));
                    } else if (entry.tag == InfoEntry.LEXICAL_BLOCK) {
                        found.add(new Found(entry, unit.depth(), List.of()));
                    }
                }
            } catch (ElfFormatException _) {
                // What came before the error is kept.
            }
        }

        private Named named(InfoEntry entry) {
            InfoEntry.Value name = entry.get(InfoEntry.LINKAGE_NAME);
            long origin = unit.reference(entry.get(InfoEntry.ABSTRACT_ORIGIN));
            return new Named(unit.string(name == null ? entry.get(InfoEntry.NAME) : name),
                    origin >= 0 ? origin : unit.reference(entry.get(InfoEntry.SPECIFICATION)));
        }

        /** Makes a tree of them, when the names of all units are known. */
        void build() {
            Optional<LineProgram> files = files();
            Deque<Found> open = new ArrayDeque<>();
            Deque<Code> codes = new ArrayDeque<>();
            for (Found next : found) {
                while (!open.isEmpty() && open.peek().depth >= next.depth) {
                    open.pop();
                    codes.pop();
                }
                Code code = next.entry.isFunction() ? add(next, codes.peek(), files)
                        : Objects.requireNonNullElse(codes.peek(), NO_FUNCTION);
                open.push(next);
                codes.push(code);
            }
        }

        /** Adds a function to the table, or to the one that it was inlined into. */
        private Code add(Found next, Code outer, Optional<LineProgram> files) {
            boolean isInlined = next.entry.tag == InfoEntry.INLINED_SUBROUTINE;
            Code code = new Code(name(next.entry.offset), next.ranges, isInlined ? call(next.entry, files) : null);
            if (isInlined && outer != null) {
                outer.inlined.add(code);
            } else if (!isInlined) {
                next.ranges.forEach(range ->
                        functions.putIfAbsent(Integer.toUnsignedLong(range.start()), new Part(range, code)));
            }
            return code;
        }

        private Optional<LineProgram> files() {
            try {
                if (unit.lineOffset() < 0) {
                    return Optional.empty();
                }
                LineProgram program = new LineProgram(sections, unit.lineOffset());
                program.readHeader();
                return Optional.of(program);
            } catch (ElfFormatException _) {
                return Optional.empty();
            }
        }

        private SourceLine call(InfoEntry entry, Optional<LineProgram> files) {
            String file = files.map(program -> program.file(entry.number(InfoEntry.CALL_FILE))).orElse("?");
            return new SourceLine(file, (int) entry.number(InfoEntry.CALL_LINE));
        }

        private String name(long offset) {
            long at = offset;
            for (int i = 0; i < LONGEST_CHAIN; i++) {
                Named named = names.get(at);
                if (named == null) {
                    break;
                }
                if (named.name != null) {
                    return named.name;
                }
                at = named.origin;
            }
            return "?";
        }
    }
}
