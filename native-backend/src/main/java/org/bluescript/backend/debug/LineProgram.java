package org.bluescript.backend.debug;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.backend.elf.ByteCursor;
import org.bluescript.backend.elf.Bytes;
import org.bluescript.backend.elf.DebugSections;
import org.bluescript.backend.elf.ElfFormatException;

/**
 * One unit of {@code .debug_line}, versions 2 to 5: the names of its files, and the byte-coded program that, when it is
 * run, emits which address belongs to which line. Source: DWARF 5, 6.2; DWARF 4, 6.2.
 */
final class LineProgram {
    private static final int PATH = 1;
    private static final int DIRECTORY_INDEX = 2;

    private static final int COPY = 1;
    private static final int ADVANCE_PC = 2;
    private static final int ADVANCE_LINE = 3;
    private static final int SET_FILE = 4;
    private static final int SET_COLUMN = 5;
    private static final int CONST_ADD_PC = 8;
    private static final int FIXED_ADVANCE_PC = 9;

    private static final int END_SEQUENCE = 1;
    private static final int SET_ADDRESS = 2;

    /** Receives what the program emits, in the order of the program: addresses rise only within a sequence. */
    interface Sink {
        void row(int address, int file, int line);

        void endSequence(int address);
    }

    private final DebugSections sections;
    private final ByteCursor in;
    private final int end;
    private int version;
    private int programStart;
    private int minimumInstruction;
    private int lineBase;
    private int lineRange;
    private int[] operandCounts = {};
    private final List<String> directories = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    /** Reads the header of the unit at {@code offset}. */
    LineProgram(DebugSections sections, long offset) {
        this.sections = sections;
        Bytes section = sections.section(".debug_line");
        long size = section.u32(offset);
        end = (int) Math.min(section.length(), offset + 4 + size);
        in = new ByteCursor(section.slice(section.name(), 0, end), offset + 4);
        if (size >= 0xfffffff0L) {
            throw new ElfFormatException(section.name() + ": 64-bit units are not supported");
        }
    }

    /** Where the next unit begins. */
    int end() {
        return end;
    }

    /** Reads the tables before the program; must be called first. */
    void readHeader() {
        version = in.u16();
        if (version < 2 || version > 5) {
            throw new ElfFormatException("line table of version " + version);
        }
        if (version >= 5) {
            in.skip(2);
        }
        long headerLength = in.u32();
        programStart = (int) Math.min(end, in.position() + headerLength);
        minimumInstruction = in.u8();
        if (version >= 4) {
            in.skip(1);
        }
        in.skip(1);
        lineBase = in.i8();
        lineRange = Math.max(1, in.u8());
        operandCounts = new int[Math.max(1, in.u8())];
        for (int i = 1; i < operandCounts.length; i++) {
            operandCounts[i] = in.u8();
        }
        if (version >= 5) {
            readEntries(directories);
            readEntries(files);
        } else {
            readOldDirectories();
            readOldFiles();
        }
    }

    /** The path of a file; {@code ?} if there is no such number. */
    String file(long number) {
        return number >= 0 && number < files.size() ? files.get((int) number) : "?";
    }

    private void readEntries(List<String> names) {
        int formatCount = in.u8();
        int[] formats = new int[formatCount * 2];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = (int) in.uleb();
        }
        long count = in.uleb();
        if (count < 0 || count > end || formatCount == 0 && count > 0) {
            throw new ElfFormatException("line table with %d names".formatted(count));
        }
        for (long i = 0; i < count; i++) {
            String name = "?";
            long directory = 0;
            for (int j = 0; j < formats.length; j += 2) {
                long value = Form.read(in, formats[j + 1], 0);
                if (formats[j] == PATH) {
                    name = text(formats[j + 1], value);
                } else if (formats[j] == DIRECTORY_INDEX) {
                    directory = value;
                }
            }
            names.add(names == files ? path(directory, name) : name);
        }
    }

    private String text(int form, long value) {
        return switch (form) {
            case Form.STRING -> sections.section(".debug_line").string(value);
            case Form.LINE_STRP -> sections.section(".debug_line_str").string(value);
            case Form.STRP -> sections.section(".debug_str").string(value);
            default -> "?";
        };
    }

    private void readOldDirectories() {
        directories.add("");
        for (String name = in.string(); !name.isEmpty(); name = in.string()) {
            directories.add(name);
        }
    }

    private void readOldFiles() {
        files.add("?");
        for (String name = in.string(); !name.isEmpty(); name = in.string()) {
            long directory = in.uleb();
            in.uleb();
            in.uleb();
            files.add(path(directory, name));
        }
    }

    /** Directory 0 is where the compiler ran: names there stay as they are. */
    private String path(long directory, String name) {
        boolean known = directory > 0 && directory < directories.size() && !name.startsWith("/");
        return known ? directories.get((int) directory) + "/" + name : name;
    }

    /** Runs the program. Every step consumes at least one byte, so it ends. */
    void run(Sink sink) {
        in.seek(programStart);
        State state = new State();
        while (in.hasMore()) {
            int opcode = in.u8();
            if (opcode >= operandCounts.length) {
                int adjusted = opcode - operandCounts.length;
                state.address += adjusted / lineRange * minimumInstruction;
                state.line += lineBase + adjusted % lineRange;
                sink.row(state.address, state.file, state.line);
            } else if (opcode == 0) {
                state = runExtended(state, sink);
            } else {
                runStandard(opcode, state, sink);
            }
        }
    }

    private void runStandard(int opcode, State state, Sink sink) {
        switch (opcode) {
            case COPY -> sink.row(state.address, state.file, state.line);
            case ADVANCE_PC -> state.address += (int) in.uleb() * minimumInstruction;
            case ADVANCE_LINE -> state.line += (int) in.sleb();
            case SET_FILE -> state.file = (int) in.uleb();
            case SET_COLUMN -> in.uleb();
            case CONST_ADD_PC ->
                state.address += (255 - operandCounts.length) / lineRange * minimumInstruction;
            case FIXED_ADVANCE_PC -> state.address += in.u16();
            default -> {
                for (int i = 0; i < operandCounts[opcode]; i++) {
                    in.uleb();
                }
            }
        }
    }

    private State runExtended(State state, Sink sink) {
        long size = in.uleb();
        int next = in.position() + Math.clamp(size, 0, end - in.position());
        if (size <= 0) {
            return state;
        }
        State result = state;
        int opcode = in.u8();
        if (opcode == END_SEQUENCE) {
            sink.endSequence(state.address);
            result = new State();
        } else if (opcode == SET_ADDRESS) {
            state.address = in.i32();
        }
        in.seek(next);
        return result;
    }

    private static final class State {
        int address;
        int file = 1;
        int line = 1;
    }
}
