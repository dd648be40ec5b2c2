package org.bluescript.backend.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bluescript.backend.elf.DebugSections;
import org.bluescript.backend.elf.ElfFormatException;

/**
 * Which line each instruction came from. Units that cannot be read are left out. If two sequences of instructions claim an
 * address, the one that was read first counts.
 */
final class LineTable {
    private static final int NOWHERE = -1;

    /** By start address, as an unsigned number. */
    private final TreeMap<Long, Sequence> sequences = new TreeMap<>();

    private record Row(int address, SourceLine line) {}

    private record Sequence(AddressRange range, List<Row> rows) {}

    void add(DebugSections sections) {
        long offset = 0;
        int length = sections.section(".debug_line").length();
        while (offset + 4 <= length) {
            LineProgram program;
            try {
                program = new LineProgram(sections, offset);
            } catch (ElfFormatException _) {
                return;
            }
            offset = program.end();
            try {
                program.readHeader();
                program.run(new Collector(program));
            } catch (ElfFormatException _) {
                // What came before the error is kept.
            }
        }
    }

    /** The line of the instruction at {@code pc}. */
    Optional<SourceLine> at(int pc) {
        Map.Entry<Long, Sequence> found = sequences.floorEntry(Integer.toUnsignedLong(pc));
        if (found == null || !found.getValue().range.contains(pc)) {
            return Optional.empty();
        }
        List<Row> rows = found.getValue().rows;
        int low = 0;
        int high = rows.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (Integer.compareUnsigned(rows.get(middle).address, pc) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Optional.of(rows.get(low).line);
    }

    private final class Collector implements LineProgram.Sink {
        private final LineProgram program;
        private List<Row> rows = new ArrayList<>();

        Collector(LineProgram program) {
            this.program = program;
        }

        @Override
        public void row(int address, int file, int line) {
            if (rows.isEmpty() || Integer.compareUnsigned(address, rows.getLast().address) >= 0) {
                rows.add(new Row(address, new SourceLine(program.file(file), line)));
            }
        }

        @Override
        public void endSequence(int address) {
            if (!rows.isEmpty() && rows.getFirst().address != NOWHERE) {
                AddressRange range = new AddressRange(rows.getFirst().address, address);
                sequences.putIfAbsent(Integer.toUnsignedLong(range.start()), new Sequence(range, rows));
            }
            rows = new ArrayList<>();
        }
    }
}
