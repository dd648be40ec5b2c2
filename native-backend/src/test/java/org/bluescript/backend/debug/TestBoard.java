package org.bluescript.backend.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.compile.CompileFailure;
import org.bluescript.backend.compile.CompilerLibrary;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.link.CodeRegion;
import org.bluescript.backend.link.Libraries;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.Linker;
import org.bluescript.backend.link.LinkPlan;
import org.bluescript.backend.link.Placement;
import org.bluescript.backend.link.Segment;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.backend.tools.ProgramRun;

/** Compiles, links and runs a scenario of {@code src/test/board} on an emulated board, and keeps what it reported. */
final class TestBoard {
    private static final Path FOLDER =
            Path.of(System.getProperty("bluescript.home")).resolve("native-backend/src/test/board");
    private static final int CODE = 0x400;
    private static final int DATA = 0x20000000;
    private static final int HANDLER_STACK = 0x20100000;
    private static final int VECTORS = 64;
    private static final int TICK_VECTOR = 15;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Libraries LIBRARIES =
            Libraries.none().with(CompilerLibrary.find(CompilerOptions.standard()));
    private static final Map<CompilerOptions, List<ObjectCode>> UNITS = new HashMap<>();

    /** What a stopped device knows. */
    record Report(Registers registers, Map<Integer, Integer> stack) {
        StackMemory memory() {
            return address -> stack.containsKey(address) ? OptionalInt.of(stack.get(address)) : OptionalInt.empty();
        }
    }

    final CodeImage image;
    final LinkedImage linked;
    final int bottom;
    final int stackEnd;
    final List<Report> reports;

    private TestBoard(LinkedImage linked, List<Report> reports) {
        this.linked = linked;
        this.reports = reports;
        image = CodeImage.of("program", linked);
        bottom = linked.address("bottom").orElseThrow();
        stackEnd = linked.address("program_stack").orElseThrow() + 4096;
    }

    private static List<ObjectCode> compile(CompilerOptions options) {
        List<ObjectCode> units = new ArrayList<>();
        try (PlainGcc gcc = new PlainGcc(options, RuntimeHeaders.installed())) {
            for (String name : List.of("harness.c", "scenarios.c")) {
                units.add(gcc.compile(CSource.of(name, Files.readString(FOLDER.resolve(name)))));
            }
        } catch (CompileFailure | IOException e) {
            throw new AssertionError(e);
        }
        return units;
    }

    static TestBoard run(Path folder, CompilerOptions options, int scenario, int interrupts) throws Exception {
        List<ObjectCode> units = UNITS.computeIfAbsent(options, TestBoard::compile);
        LinkPlan plan = new Linker(LIBRARIES, new CodeRegion(CODE, 0x10000)).plan(units,
                Map.of("scenario_number", scenario, "interrupts_wanted", interrupts, "memset", 1, "memcpy", 1),
                Set.of("reset", "fault_entry", "tick_entry", "bottom"));
        LinkedImage linked = plan.place(Placement.of(plan, CODE, DATA));
        return new TestBoard(linked, parse(execute(folder, linked)));
    }

    /** The line of {@code scenarios.c} with the mark {@code // @name}. */
    static int line(String mark) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("scenarios.c"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// @" + mark)) {
                return i + 1;
            }
        }
        throw new AssertionError("no mark " + mark);
    }

    private static String execute(Path folder, LinkedImage linked) throws IOException {
        List<String> command = new ArrayList<>(List.of("qemu-system-arm", "-M", "mps2-an386", "-display", "none",
                "-serial", "none", "-monitor", "none", "-semihosting-config", "enable=on,target=native",
                "-icount", "shift=0"));
        Files.write(folder.resolve("rom.bin"), rom(linked));
        command.addAll(List.of("-kernel", "rom.bin"));
        for (Segment segment : linked.segments()) {
            if (segment.kind() != SegmentKind.CODE && segment.kind() != SegmentKind.ZERO) {
                String file = segment.kind() + ".bin";
                Files.write(folder.resolve(file), segment.bytes());
                command.addAll(List.of("-device",
                        "loader,file=%s,addr=0x%x,force-raw=on".formatted(file, segment.address())));
            }
        }
        ProgramRun run = ProgramRun.of(command, folder, "", LIMIT);
        assertThat(run.status()).as(run.errors()).isZero();
        return run.errors() + run.output();
    }

    private static byte[] rom(LinkedImage linked) {
        Segment code = linked.segments().getFirst();
        byte[] rom = new byte[code.end()];
        for (int i = 0; i < VECTORS; i++) {
            String handler = i == 1 ? "reset" : i == TICK_VECTOR ? "tick_entry" : "fault_entry";
            write(rom, 4 * i, i == 0 ? HANDLER_STACK : linked.address(handler).orElseThrow());
        }
        System.arraycopy(code.bytes(), 0, rom, code.address(), code.bytes().length);
        return rom;
    }

    private static void write(byte[] bytes, int offset, int word) {
        for (int i = 0; i < 4; i++) {
            bytes[offset + i] = (byte) (word >> 8 * i);
        }
    }

    private static List<Report> parse(String output) {
        List<Report> reports = new ArrayList<>();
        Registers registers = null;
        Map<Integer, Integer> stack = new HashMap<>();
        for (String line : output.lines().toList()) {
            int[] words = Stream.of(line.split(" ")).skip(1).mapToInt(word -> Integer.parseUnsignedInt(word, 16))
                    .toArray();
            switch (line.charAt(0)) {
                case 'R' -> registers = Registers.of(words);
                case 'S' -> {
                    for (int i = 1; i < words.length; i++) {
                        stack.put(words[0] + 4 * (i - 1), words[i]);
                    }
                }
                case 'E' -> {
                    reports.add(new Report(registers, stack));
                    stack = new HashMap<>();
                }
                default -> throw new AssertionError(line);
            }
        }
        return reports;
    }
}
