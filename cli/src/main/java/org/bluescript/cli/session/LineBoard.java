package org.bluescript.cli.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.bluescript.backend.specialize.Guard;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.backend.specialize.VersionNote;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.language.interpreter.SessionBoard;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.BoardMemory;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Type;
import org.bluescript.link.LinkException;

/**
 * A board for a session, with a compiler for its lines. Both are started in the background, when they are needed first or by
 * {@link #start}; what there is at once is the knowledge of the board's memory.
 */
public final class LineBoard implements SessionBoard, AutoCloseable {
    /** Units whose code is kept for when the same is to be compiled again. */
    private static final int KEPT = 64;

    private static final int COMPILERS = 2;

    private final Path home;
    private final DeviceChoice choice;
    private final CompletableFuture<Firmware> firmware;
    private final LineExecutor executor;
    private final ThreadPoolExecutor compilations = new ThreadPoolExecutor(
            COMPILERS, COMPILERS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("lines are compiled").factory());
    /** By the text of the C. */
    private final Map<String, ObjectCode> compiled = new LinkedHashMap<>(16, 0.75f, true);
    /** All code that is on the board. */
    private volatile List<PlacedCode> code = List.of();
    private CompletableFuture<CrossCompiler> compiler;
    private CompletableFuture<Libraries> libraries;

    private LineBoard(Path home, DeviceChoice choice, Consumer<String> news) {
        this.home = home;
        this.choice = choice;
        this.firmware = Background.start("firmware read", () -> Firmware.read(choice.board().firmware()));
        this.executor = new LineExecutor(this::connect, this::locate, news);
    }

    /**
     * Nothing is started yet.
     *
     * @param news gets what the user should know of the connection
     * @throws LinkException if there is no firmware for the board
     */
    public static LineBoard of(Path home, DeviceChoice choice, Consumer<String> news) {
        if (!Files.isReadable(choice.board().firmware())) {
            throw new LinkException.FirmwareMissing(choice.board().firmware());
        }
        return new LineBoard(home, choice, news);
    }

    /** Starts board and compilers in the background, if that has not happened yet. */
    public synchronized void start() {
        if (compiler == null) {
            compiler = Background.start("compilers wait",
                    () -> new PrewarmedGcc(CompilerOptions.quick(), RuntimeHeaders.in(home), COMPILERS));
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
        choice.verify(session.description(), Background.await(firmware).buildId());
        return session;
    }

    /** Without the last bytes where they are no whole page: that would have to be asked for by itself after every call. */
    @Override
    public BoardMemory memory() {
        Firmware ofBoard = Background.await(firmware);
        Region program = ofBoard.memoryMap().program();
        Region pages = new Region(program.base(), program.size() & -DataMemory.PAGE);
        return new BoardMemory(pages, ofBoard.symbols(), ofBoard.flash());
    }

    @Override
    public Executor executor() {
        return executor;
    }

    /** What it is, and how it is connected, in lines for the user. */
    public List<String> description() {
        Firmware ofBoard = Background.await(firmware);
        Region program = ofBoard.memoryMap().program();
        String connection = !executor.isStarted() ? "not started: no function needs it yet"
                : executor.session().isPresent() ? "connected" : "not connected; the next call tries again";
        return List.of(
                choice.board().name() + " (" + choice.board().title() + "), "
                        + choice.port().map(p -> "at " + p).orElse("emulated"),
                connection,
                "firmware build 0x%08x".formatted(ofBoard.buildId()),
                "%d bytes of memory for programs, from %s".formatted(program.size(), program.base()),
                "%d bytes of code in %d units".formatted(
                        code.stream().flatMap(c -> c.bytes().stream()).mapToInt(s -> s.bytes().length).sum(), code.size()));
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
    public Compiling compile(
            TypedProgram program, ProgramLayout layout, Set<FunctionId> functions, Set<FunctionId> called, Expected expected) {
        start();
        if (expected.functions().isEmpty()) {
            LineUnit unit = NativeCompiler.emitLines(program, layout, functions, called, Background.await(firmware));
            return new Job(unit, SpecializedProgram.of(program));
        }
        SpecializedProgram made = Specializer.specialize(
                program, expected.profile(), new Request(expected.functions()::contains, loop -> false, true));
        Set<FunctionId> all = new LinkedHashSet<>(functions);
        made.program().functions().keySet().stream()
                .filter(f -> functions.contains(f.origin()) && !program.functions().containsKey(f))
                .forEach(all::add);
        LineUnit unit = NativeCompiler.emitLines(
                made.program(), layout.of(made.program()), all, called, Background.await(firmware));
        return new Job(unit, made);
    }

    /** A unit on its way through the compilers. */
    private final class Job implements Compiling {
        private final LineUnit unit;
        private final SpecializedProgram made;
        private FutureTask<Compiled> task;

        Job(LineUnit unit, SpecializedProgram made) {
            this.unit = unit;
            this.made = made;
            begin();
        }

        private synchronized FutureTask<Compiled> begin() {
            if (task == null || task.isCancelled()) {
                task = new FutureTask<>(() -> compiled(unit, made));
                compilations.execute(task);
            }
            return task;
        }

        @Override
        public Compiled await() {
            FutureTask<Compiled> running = begin();
            return DeviceExecutor.available(() -> {
                try {
                    return running.get();
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            });
        }

        @Override
        public synchronized boolean isDone() {
            return task != null && task.isDone() && !task.isCancelled();
        }

        /** One that has begun is not stopped: the compiler would have to be replaced. */
        @Override
        public synchronized void postpone() {
            if (compilations.remove(task)) {
                task.cancel(false);
            }
        }
    }

    private Compiled compiled(LineUnit unit, SpecializedProgram made) {
        Firmware ofBoard = Background.await(firmware);
        NativeCompiler by = new NativeCompiler(Background.await(compiler), Background.await(libraries), ofBoard);
        Diagnostics mistakes = new Diagnostics();
        Optional<ObjectCode> object = known(unit.source().text());
        if (object.isEmpty()) {
            object = by.compileLines(unit, mistakes);
            object.ifPresent(o -> remember(unit.source().text(), o));
        }
        return object.flatMap(o -> by.linkLines(unit, o, ofBoard.memoryMap(), mistakes)
                        .<Compiled>map(lines -> new UnitCode(lines, made, new CodeText(unit.unit(), o, unit.names()))))
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
    private record UnitCode(CompiledLines lines, SpecializedProgram made, CodeText text) implements Code {
        @Override
        public List<String> madeFor(FunctionId function) {
            return versions(function).stream()
                    .map(v -> v.parameters().stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")")))
                    .toList();
        }

        private List<VersionNote.Made> versions(FunctionId function) {
            return made.notes().get(function) instanceof VersionNote.Versioned v ? v.versions() : List.of();
        }

        /** It, and what it enters. */
        private List<FunctionId> functions(FunctionId function) {
            return Stream.concat(Stream.of(function), versions(function).stream().map(VersionNote.Made::id)).toList();
        }

        @Override
        public String c(FunctionId function) {
            return text.c(functions(function));
        }

        @Override
        public String instructions(FunctionId function) {
            return text.instructions(functions(function));
        }

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
            return new UnitAtPlace(bytes, image.globals(), lines.unit().unit().asksTime(), lines.traced(image), failures(image));
        }

        private Map<FunctionId, List<Address>> failures(LinkedImage image) {
            Map<FunctionId, List<Address>> result = new HashMap<>();
            image.address(Generation.GUARDS).ifPresent(counters -> made.guards().stream()
                    .filter(g -> !(g.site() instanceof Guard.Argument))
                    .forEach(g -> result.computeIfAbsent(g.function(), f -> new ArrayList<>())
                            .add(Address.of(counters + Generation.GUARD_SIZE * g.number()))));
            return result;
        }
    }

    /** @param traced what errors in it mean */
    private record UnitAtPlace(List<Stretch> bytes, Map<String, Integer> symbols, boolean asksTime, TracedCode traced,
            Map<FunctionId, List<Address>> failures)
            implements PlacedCode {}

    @Override
    public void present(List<PlacedCode> units) {
        code = units;
    }

    private RunTimeError locate(DeviceExecutor.StoppedFunction stopped) {
        List<TracedCode> traced = code.stream().map(c -> ((UnitAtPlace) c).traced()).toList();
        ErrorLocator locator = new ErrorLocator(traced, Background.await(firmware));
        return Workbench.locateBy(locator, stopped.ending(), stopped.device());
    }

    @Override
    public synchronized void close() {
        executor.close();
        compilations.shutdownNow();
        if (compiler != null) {
            compiler.thenAccept(CrossCompiler::close);
        }
    }
}
