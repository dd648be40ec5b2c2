package org.bluescript.jmh.stages;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluescript.backend.Firmware;
import org.bluescript.backend.NativeCompiler;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.compile.CompilerLibrary;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.CrossCompiler;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.backend.elf.ElfSymbol;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.link.Libraries;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.language.layout.CodeSlot;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.MemoryMap;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The programs, compiled for the STM32F405: what the stages behind the checker work on. Making them takes some seconds. */
@State(Scope.Benchmark)
public class CompiledPrograms {
    /**
     * One of them.
     *
     * @param definitions what the linker finds outside of the program's code
     * @param roots what it keeps for its own sake
     */
    record Compiled(TypedProgram typed, NativeProgram code, Map<String, Integer> definitions, Set<String> roots) {}

    private final List<Compiled> programs = new ArrayList<>();
    private Board board;

    /** What programs are compiled for, and with. */
    record Board(Firmware firmware, Libraries libraries) {
        static Board stm32f405() throws IOException {
            Firmware firmware = Firmware.read(Programs.HOME.resolve("mcu-runtime/target/stm32f405/firmware.elf"));
            ObjectCode library = ObjectCode.parse(
                    "library.o", Files.readAllBytes(Programs.HOME.resolve("mcu-runtime/target/library.o")));
            return new Board(firmware, Libraries.none().with(library).with(CompilerLibrary.find(CompilerOptions.standard())));
        }

        MemoryMap memory() {
            return firmware.memoryMap();
        }

        NativeCompiler compiler(CrossCompiler gcc) {
            return new NativeCompiler(gcc, libraries, firmware);
        }

        static CrossCompiler gcc() {
            return new PlainGcc(CompilerOptions.standard(), RuntimeHeaders.in(Programs.HOME));
        }
    }

    @Setup(Level.Trial)
    public void compile(CheckedPrograms checked) throws IOException, OutOfProgramMemory {
        board = Board.stm32f405();
        try (CrossCompiler gcc = Board.gcc()) {
            for (TypedProgram program : checked.checked()) {
                Diagnostics diagnostics = new Diagnostics();
                TypedProgram typed = CheckedPrograms.inferred(program);
                NativeProgram code = board.compiler(gcc).compile(typed, board.memory(), diagnostics)
                        .orElseThrow(() -> new IllegalStateException(diagnostics.all().toString()));
                programs.add(new Compiled(typed, code, definitions(code.layout()), roots(code)));
            }
        }
    }

    List<Compiled> programs() {
        return programs;
    }

    Board board() {
        return board;
    }

    private Map<String, Integer> definitions(ProgramLayout layout) {
        Map<String, Integer> definitions = new HashMap<>(board.firmware().definitions());
        layout.symbols().forEach((name, address) -> definitions.put(name, address.bits()));
        return definitions;
    }

    private static Set<String> roots(NativeProgram code) {
        Set<String> held = new HashSet<>(Set.of(code.unit().entry()));
        code.layout().codeSlots().stream().map(CodeSlot::symbol).forEach(held::add);
        Set<String> roots = new HashSet<>();
        code.object().elf().symbols().stream()
                .filter(ElfSymbol::isGlobalDefinition)
                .map(ElfSymbol::name)
                .filter(held::contains)
                .forEach(roots::add);
        return roots;
    }
}
