package org.bluescript.cli.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bluescript.backend.Firmware;
import org.bluescript.backend.NativeCompiler;
import org.bluescript.backend.compile.CompilerLibrary;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.CrossCompiler;
import org.bluescript.backend.compile.PrewarmedGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.failure.ErrorLocator;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.TracedCode;
import org.bluescript.backend.lines.CompiledLines;
import org.bluescript.backend.lines.LineUnit;
import org.bluescript.backend.link.Branch;
import org.bluescript.backend.link.Libraries;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.language.interpreter.SessionBoard;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.BoardMemory;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.link.LinkException;

/**
 * A board for a session, with a compiler for its lines. Both are started in the background, when they are needed first or by
 * {@link #start}; what there is at once is the knowledge of the board's memory.
 */
public final class LineBoard implements SessionBoard, AutoCloseable {
    /** Units whose code is kept for when the same is to be compiled again. */
    private static final int KEPT = 64;

    private final Path home;
    private final DeviceChoice choice;
    private final Firmware firmware;
    private final LineExecutor executor;
    /** By the text of the C. */
    private final Map<String, ObjectCode> compiled = new LinkedHashMap<>(16, 0.75f, true);
    /** All code that is on the board. */
    private List<PlacedCode> code = List.of();
    private CompletableFuture<CrossCompiler> compiler;
    private CompletableFuture<Libraries> libraries;

    private LineBoard(Path home, DeviceChoice choice, Firmware firmware, Consumer<String> news) {
        this.home = home;
        this.choice = choice;
        this.firmware = firmware;
        this.executor = new LineExecutor(this::connect, this::locate, news);
    }

    /**
     * Nothing is started yet.
     *
     * @param news gets what the user should know of the connection
     * @throws LinkException if there is no firmware for the board
     */
    public static LineBoard of(Path home, DeviceChoice choice, Consumer<String> news) {
        Path file = choice.board().firmware();
        try {
            return new LineBoard(home, choice, Firmware.read(file), news);
        } catch (IOException e) {
            throw new LinkException.FirmwareMissing(file);
        }
    }

    /** Starts board and compilers in the background, if that has not happened yet. */
    public synchronized void start() {
        if (compiler == null) {
            compiler = Background.start("compilers wait",
                    () -> new PrewarmedGcc(CompilerOptions.quick(), RuntimeHeaders.in(home), 2));
            libraries = Background.start("libraries read", this::readLibraries);
            executor.start();
        }
    }

    private Libraries readLibraries() throws IOException {
        ObjectCode ours = ObjectCode.parse("library.o", Files.readAllBytes(home.resolve(Workbench.LIBRARY)));
        return Libraries.none().with(ours).with(CompilerLibrary.find(CompilerOptions.standard()));
    }

    private DeviceSession connect() {
        DeviceSession session = choice.connect();
        choice.verify(session.description(), firmware.buildId());
        return session;
    }

    @Override
    public BoardMemory memory() {
        return new BoardMemory(firmware.memoryMap().program(), firmware.symbols(), firmware.flash());
    }

    @Override
    public Executor executor() {
        return executor;
    }

    /** The connection. */
    LineExecutor connection() {
        return executor;
    }

    @Override
    public boolean interrupt() {
        return executor.interrupt();
    }

    @Override
    public int jump(int from, int to) {
        return Branch.instruction(from, to);
    }

    @Override
    public Compiling compile(TypedProgram program, ProgramLayout layout, Set<FunctionId> functions, Set<FunctionId> called) {
        start();
        LineUnit unit = NativeCompiler.emitLines(program, layout, functions, called, firmware);
        CompletableFuture<Compiled> result = Background.start("lines are compiled", () -> compiled(unit));
        return () -> DeviceExecutor.available(() -> Background.await(result));
    }

    private Compiled compiled(LineUnit unit) {
        NativeCompiler by = new NativeCompiler(Background.await(compiler), Background.await(libraries), firmware);
        Diagnostics mistakes = new Diagnostics();
        Optional<ObjectCode> object = known(unit.source().text());
        if (object.isEmpty()) {
            object = by.compileLines(unit, mistakes);
            object.ifPresent(o -> remember(unit.source().text(), o));
        }
        return object.flatMap(o -> by.linkLines(unit, o, firmware.memoryMap(), mistakes))
                .<Compiled>map(UnitCode::new)
                .orElseGet(() -> new Mistaken(mistakes.all()));
    }

    private Optional<ObjectCode> known(String text) {
        synchronized (compiled) {
            return Optional.ofNullable(compiled.get(text));
        }
    }

    private void remember(String text, ObjectCode object) {
        synchronized (compiled) {
            compiled.put(text, object);
            if (compiled.size() > KEPT) {
                compiled.remove(compiled.keySet().iterator().next());
            }
        }
    }

    /** A unit's code. */
    private record UnitCode(CompiledLines lines) implements Code {
        @Override
        public int size() {
            return lines.size();
        }

        @Override
        public PlacedCode place(Address address) {
            LinkedImage image = lines.place(address);
            List<Stretch> bytes = image.segments().stream()
                    .map(s -> new Stretch(Address.of(s.address()), s.bytes()))
                    .toList();
            return new UnitAtPlace(bytes, image.globals(), lines.traced(image));
        }
    }

    /** @param traced what errors in it mean */
    private record UnitAtPlace(List<Stretch> bytes, Map<String, Integer> symbols, TracedCode traced) implements PlacedCode {}

    @Override
    public void present(List<PlacedCode> units) {
        code = units;
    }

    private RunTimeError locate(DeviceExecutor.StoppedFunction stopped) {
        List<TracedCode> traced = code.stream().map(c -> ((UnitAtPlace) c).traced()).toList();
        ErrorLocator locator = new ErrorLocator(traced, firmware);
        return Workbench.locateBy(locator, stopped.ending(), stopped.device());
    }

    @Override
    public synchronized void close() {
        executor.close();
        if (compiler != null) {
            compiler.thenAccept(CrossCompiler::close);
        }
    }
}
