package org.bluescript.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.tools.Program;
import org.bluescript.backend.tools.Toolchain;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.Position;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.link.board.Board;
import org.bluescript.link.board.Boards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bluescript check FILE}: what the compiler would say. Inline C is compiled as well where the tools are installed. */
@Command(name = "check", description = "Report the mistakes of programs; run nothing.", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GlobalOptions global;

    @Option(names = "--board", paramLabel = "NAME", defaultValue = Boards.DEFAULT,
            description = "The board to compile inline C for (default: stm32f405).")
    private String board;

    @Option(names = "--json", description = "Print the mistakes as a JSON list on standard output.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The programs, .bs or .ts files.")
    private List<String> files;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.setColor(global.color);
        List<Diagnostic> found = new ArrayList<>();
        for (String file : files) {
            Diagnostics diagnostics = new Diagnostics();
            Optional<TypedProgram> program = Workbench.check(file, diagnostics);
            if (program.isPresent()) {
                compileInlineCode(program.get(), diagnostics);
            }
            found.addAll(diagnostics.all());
            if (!json) {
                new DiagnosticReport(console).print(diagnostics);
            }
        }
        if (json) {
            console.write(JsonText.of(found.stream().map(CheckCommand::fields).toList()));
            console.flush();
        }
        return found.isEmpty() ? ExitStatus.OK : ExitStatus.PROGRAM;
    }

    private void compileInlineCode(TypedProgram program, Diagnostics diagnostics) throws Exception {
        boolean holdsCode = program.functions().values().stream().anyMatch(TypedFunction::deviceBound);
        Board target = DeviceChoice.of(Installation.home(), board, Optional.empty()).board();
        if (!holdsCode) {
            return;
        }
        if (Program.GCC.find(Toolchain.searchPath()).isEmpty() || !target.firmware().toFile().isFile()) {
            console.note("note: inline C is not checked, since the C compiler or the firmware is missing; see bluescript doctor");
            return;
        }
        Phases phases = global.verbose ? Phases.telling(console::note) : Phases.silent();
        try (Workbench workbench = Workbench.open(Installation.home(), target.firmware(), phases)) {
            workbench.compile(program, diagnostics);
        } catch (OutOfProgramMemory e) {
            throw CommandException.program(e.getMessage());
        }
    }

    private static Map<String, Object> fields(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        Position start = span.position();
        Position end = span.file().position(span.end());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", span.file().name());
        fields.put("line", start.line());
        fields.put("column", start.column());
        fields.put("endLine", end.line());
        fields.put("endColumn", end.column());
        fields.put("message", diagnostic.message());
        fields.put("help", diagnostic.help().orElse(null));
        return fields;
    }
}
