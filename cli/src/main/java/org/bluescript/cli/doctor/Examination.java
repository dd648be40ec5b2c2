package org.bluescript.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.backend.tools.FoundProgram;
import org.bluescript.backend.tools.Program;
import org.bluescript.backend.tools.ProgramRun;
import org.bluescript.backend.tools.Toolchain;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.link.LinkException;
import org.bluescript.link.board.Board;
import org.bluescript.link.board.Boards;
import org.bluescript.link.transport.SerialTransport;

/** Looks at everything that BlueScript stands on, one thing after the other. Never fails: what cannot be told is missing. */
public final class Examination {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path home;
    private final String searchPath;
    private final List<Finding> findings = new ArrayList<>();

    /** @param searchPath folders of commands, as the environment variable PATH has them */
    public Examination(Path home, String searchPath) {
        this.home = home;
        this.searchPath = searchPath;
    }

    public List<Finding> run() {
        java();
        tools();
        cLibrary();
        boards();
        ports();
        return List.copyOf(findings);
    }

    private void java() {
        String found = System.getProperty("java.vendor") + " " + System.getProperty("java.version") + ", "
                + System.getProperty("java.home");
        findings.add(Finding.present("Java", found));
    }

    private void tools() {
        for (FoundProgram found : Toolchain.find(searchPath).programs()) {
            String subject = found.program().command() + " (" + found.program().purpose() + ")";
            findings.add(found.isUsable()
                    ? Finding.present(subject, found.describe())
                    : Finding.missing(subject, found.path().isPresent() ? "does not work" : "not installed",
                            "apt-get install " + found.program().debianPackage()));
        }
    }

    /** Programs of our own need no C library; the C twins of the benchmarks, and inline C that includes its headers, do. */
    private void cLibrary() {
        String subject = "newlib (C twins of the benchmarks)";
        Optional<Path> compiler = Program.GCC.find(searchPath);
        Optional<Path> library = compiler.flatMap(gcc -> libraryOf(gcc));
        findings.add(library.isPresent()
                ? Finding.present(subject, library.get().toString())
                : Finding.missing(subject, "not installed", "apt-get install libnewlib-arm-none-eabi"));
    }

    private Optional<Path> libraryOf(Path gcc) {
        try {
            ProgramRun run = ProgramRun.of(List.of(gcc.toString(), "-print-file-name=libc.a"), home, "", PATIENCE);
            Path library = Path.of(run.output().strip());
            return library.isAbsolute() && Files.isRegularFile(library) ? Optional.of(library.normalize()) : Optional.empty();
        } catch (ToolchainException e) {
            return Optional.empty();
        }
    }

    private void boards() {
        try {
            for (Board board : new Boards(home).list()) {
                String subject = "firmware for " + board.name();
                findings.add(Files.isRegularFile(board.firmware())
                        ? Finding.present(subject, board.firmware().toString())
                        : Finding.missing(subject, "not built", "it is built when a program is first run; or: mvn -pl mcu-runtime compile"));
            }
        } catch (LinkException e) {
            findings.add(Finding.missing("boards", e.getMessage(), e.nextStep()));
        }
    }

    private void ports() {
        try {
            List<String> ports = SerialTransport.ports();
            findings.add(ports.isEmpty()
                    ? Finding.absent("serial ports", "none", "connect a board; emulated boards need none")
                    : Finding.present("serial ports", String.join(", ", ports)));
        } catch (LinkageError | RuntimeException e) {
            findings.add(Finding.absent("serial ports", "cannot be listed: " + e.getMessage(), "emulated boards need none"));
        }
    }
}
