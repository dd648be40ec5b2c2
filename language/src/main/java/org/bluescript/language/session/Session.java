package org.bluescript.language.session;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.LoggedValue;
import org.bluescript.language.check.SessionChecker;
import org.bluescript.language.check.SessionStep;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.interpreter.BlueScriptLanguage;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.interpreter.SessionBoard;
import org.bluescript.language.interpreter.SessionProgram;
import org.bluescript.language.machine.AllocationPlaces;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.machine.ProgramOutput;
import org.bluescript.language.modules.FolderModules;
import org.bluescript.language.modules.ModuleGraph;
import org.bluescript.language.modules.ModuleLoader;
import org.bluescript.language.modules.ModuleSource;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.profile.Mover;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.tiers.Whereabouts;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.types.ClassType;
import org.graalvm.polyglot.Context;

/**
 * A program that is entered line by line and keeps what it has. Each line is checked against what earlier ones declared, becomes part
 * of the program, and runs in the session's memory. A line that has mistakes does nothing; one that an error stops has declared
 * nothing, but what it had done remains. One line is evaluated at a time; any thread may {@link #interrupt} it.
 */
public final class Session implements AutoCloseable {
    /** Bytes; reserved, and taken only as far as they are used. */
    private static final long STACK = 1L << 30;

    private final Context context;
    private final ModuleLoader loader;
    private final ExecutorService thread;
    private final ChangeLog log = new ChangeLog();
    private final SessionChecker checker = new SessionChecker(log);
    private final LoggedValue<Integer> lines = log.value(0);
    private final Past past = new Past(log);
    /** The lines that have run, by number. */
    private final Map<Integer, Entry> entries = log.map();
    private final ProgramOutput output;
    private final Optional<SessionBoard> board;
    private SessionProgram program;
    /** Whether the line that runs has said something. */
    private boolean hasSpoken;

    private Session(ModuleLoader loader, OutputStream out, OutputStream err, Optional<SessionBoard> board) {
        this.board = board;
        this.loader = loader;
        this.context = Context.newBuilder(BlueScriptLanguage.ID)
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .out(out)
                .err(err)
                .build();
        this.thread = Executors.newSingleThreadExecutor(
                task -> Thread.ofPlatform().name("session").daemon().stackSize(STACK).unstarted(task));
        this.output = (toError, text) -> {
            hasSpoken = true;
            write(toError ? err : out, text);
        };
    }

    /** A session whose lines can import the modules in a folder, and run on the board what only that can run, and what {@code mover} says. */
    public static Session in(Path folder, OutputStream out, OutputStream err, SessionBoard board, Mover mover) throws IOException {
        return of(FolderModules.in(folder), out, err, board, mover);
    }

    /** A session whose lines can import the modules in a folder. */
    public static Session in(Path folder, OutputStream out, OutputStream err) throws IOException {
        return of(FolderModules.in(folder), out, err);
    }

    /** A session whose lines can import what {@code loader} finds. What the output streams throw, evaluation throws on. */
    public static Session of(ModuleLoader loader, OutputStream out, OutputStream err) {
        return of(loader, out, err, Stress.NONE);
    }

    /** The same on a machine under stress, for tests. */
    static Session of(ModuleLoader loader, OutputStream out, OutputStream err, Stress stress) {
        return of(loader, out, err, Optional.empty(),
                (output, log) -> new SessionProgram(HostMachine.ofSession(stress, output, log), Optional.empty(), Mover.NONE, log));
    }

    /** One with a board for the functions that only a board can run, and for those that {@code mover} moves there; lines can import what {@code loader} finds. */
    public static Session of(ModuleLoader loader, OutputStream out, OutputStream err, SessionBoard board, Mover mover) {
        return of(loader, out, err, Optional.of(board),
                (output, log) -> new SessionProgram(
                        HostMachine.ofSession(board.memory(), output, log), Optional.of(board), mover, log));
    }

    private static Session of(
            ModuleLoader loader,
            OutputStream out,
            OutputStream err,
            Optional<SessionBoard> board,
            BiFunction<ProgramOutput, ChangeLog, SessionProgram> start) {
        Session session = new Session(loader, out, err, board);
        session.inContext(() -> {
            session.program = start.apply(session.output, session.log);
            session.run("");
            session.lines.set(0);
            session.entries.clear();
            session.past.begin();
            return null;
        });
        return session;
    }

    private static void write(OutputStream stream, byte[] text) {
        try {
            stream.write(text);
            stream.write('\n');
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what the text says. */
    public Outcome evaluate(String text) {
        return inContext(() -> {
            hasSpoken = false;
            program.takeEffects();
            program.settle(checker.program());
            Outcome outcome = run(text);
            if (hasRun(outcome)) {
                past.add(new Undoable(text, hasSpoken, program.takeEffects()));
            }
            return outcome;
        });
    }

    private static boolean hasRun(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value v -> true;
            case Outcome.Done d -> true;
            case Outcome.Failed f -> true;
            case Outcome.Incomplete i -> false;
            case Outcome.Mistakes m -> false;
            case Outcome.Refused r -> false;
        };
    }

    /** What the session has come to, to be kept. */
    public SavedSession save() {
        return inContext(() -> new SavedSession(
                List.copyOf(entries.values()), program.memory().image(), lines.get(), program.growth(), program.fingerprint(),
                program.wanted(), ""));
    }

    /**
     * Makes this session, in which nothing has been evaluated yet, what was saved.
     *
     * @throws UnreadableSession if that cannot be done; this session is good for nothing then
     */
    public void restore(SavedSession saved) throws UnreadableSession {
        Optional<String> reason = inContext(() -> new Restoration(checker, program).of(saved));
        if (reason.isPresent()) {
            throw new UnreadableSession(reason.get());
        }
        inContext(() -> {
            saved.entries().forEach(e -> entries.put(entries.size(), e));
            lines.set(saved.lines());
            board.ifPresent(b -> saved.wanted().forEach((f, onBoard) -> program.want(checker.program(), f, Optional.of(onBoard))));
            past.begin();
            return null;
        });
    }

    /** Takes back what the last line that did something has done, and gives it; nothing if there is none. What it said has been said. */
    public Optional<Undoable> undo() {
        return revisited(past::back);
    }

    /** Does again, without running it, what was taken back last; nothing if something else has been done since. */
    public Optional<Undoable> redo() {
        return revisited(past::forth);
    }

    private Optional<Undoable> revisited(Supplier<Optional<Undoable>> move) {
        return inContext(() -> {
            Optional<Undoable> moved = move.get();
            moved.ifPresent(m -> program.revisit(checker.program()));
            return moved;
        });
    }

    /** What is declared, and what kind of thing each is. */
    public Map<String, String> names() {
        return inContext(checker::names);
    }

    /** What the value of an expression would be called; nothing if it has none. Nothing is run. */
    public Optional<String> typeOf(String expression) {
        return inContext(() -> checked(expression).flatMap(SessionStep::value).map(v -> v.type().toString()));
    }

    /** What can be asked of the value of an expression, by name, each with its type. Nothing is run. */
    public Map<String, String> membersOf(String expression) {
        return inContext(() -> checked(expression).map(checker::membersOf).orElse(Map.of()));
    }

    private Optional<SessionStep> checked(String expression) {
        EnteredText entered = EnteredText.read(SessionChecker.LINE + (lines.get() + 1), expression);
        if (entered.incomplete() || entered.mistakes().hasErrors()) {
            return Optional.empty();
        }
        Diagnostics ignored = new Diagnostics();
        String name = entered.file().name();
        return checker.check(ModuleGraph.of(new ModuleSource(name, entered.file()), loader, ignored), ignored);
    }

    /** The function, method ({@code Class.method}) or constructor ({@code new Class}) that is declared under a name. */
    public Optional<TypedFunction> function(String name) {
        return inContext(() -> checker.program().functions().values().stream()
                .filter(f -> f.displayName().equals(name) && f.kind() != TypedFunction.Kind.CLOSURE)
                .reduce((older, newer) -> newer));
    }

    /** Where a function runs, and why. */
    public Whereabouts whereabouts(TypedFunction function) {
        return inContext(() -> program.whereabouts(function));
    }

    /** Whether the board, which must exist, is to run a function that needs none; without a word on that, it is decided by what the function does. */
    public void want(TypedFunction function, Optional<Boolean> onBoard) {
        inContext(() -> {
            program.want(checker.program(), function.id(), onBoard);
            return null;
        });
    }

    /** What a profile, which must be of the program as it is, tells was seen before. */
    public void know(Profile before) {
        inContext(() -> {
            program.know(checker.program(), before);
            return null;
        });
    }

    /** What was seen of the functions that are declared, while the host ran them. */
    public SeenProgram seen() {
        return inContext(() -> {
            Map<FunctionId, Whereabouts> whereabouts = new TreeMap<>();
            checker.program().functions().values().forEach(f -> whereabouts.put(f.id(), program.whereabouts(f)));
            return new SeenProgram(checker.program(), program.profile(checker.program()), whereabouts);
        });
    }

    /** The code that the board has, or is getting, of a function. */
    public Optional<SessionBoard.Compiled> codeOf(TypedFunction function) {
        return inContext(() -> program.codeOf(function.id()));
    }

    /** What is in memory, after a collection. */
    public HeapCensus census() {
        return inContext(() -> HeapCensus.of(program));
    }

    /** Who holds the object that an expression gives, if it gives one; the expression is taken back, but for what it has said. */
    public HeldObject holdersOf(String expression) {
        return inContext(() -> {
            Optional<Global> before = checker.lastValue();
            AllocationPlaces.Noted noted = program.machine().allocations().all();
            int collections = program.machine().heapState().collections();
            Outcome outcome = run(expression);
            boolean isAsItWas = collections == program.machine().heapState().collections();
            Optional<Holders> holders = outcome instanceof Outcome.Value && checker.lastValue() != before
                    ? holdersOf(checker.lastValue().orElseThrow())
                    : Optional.empty();
            log.abandon();
            program.revisit(checker.program());
            if (isAsItWas) {
                program.machine().allocations().restore(noted);
            }
            return new HeldObject(outcome, holders);
        });
    }

    private Optional<Holders> holdersOf(Global value) {
        program.machine().collect();
        int object = new ObjectEdges(program).held(value.type(), program.layout().globals().get(value));
        return object == 0 ? Optional.empty() : Optional.of(Holders.of(object, program));
    }

    /** Stops the line that is running, wherever it is; without one, does nothing. */
    public void interrupt() {
        if (board.isPresent() && board.get().interrupt()) {
            return;
        }
        try {
            context.interrupt(Duration.ZERO);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close(true);
        thread.shutdownNow();
    }

    private interface Work<T> {
        T run();
    }

    private <T> T inContext(Work<T> work) {
        try {
            return thread.submit(() -> {
                context.initialize(BlueScriptLanguage.ID);
                context.enter();
                try {
                    return work.run();
                } finally {
                    context.leave();
                }
            }).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Outcome run(String text) {
        String name = SessionChecker.LINE + (lines.get() + 1);
        EnteredText entered = EnteredText.read(name, text);
        if (entered.incomplete()) {
            return new Outcome.Incomplete(entered.mistakes().all());
        }
        lines.set(lines.get() + 1);
        Diagnostics diagnostics = entered.mistakes();
        if (diagnostics.hasErrors()) {
            return new Outcome.Mistakes(diagnostics.all());
        }
        NotedModules found = new NotedModules(loader);
        List<ParsedModule> modules = ModuleGraph.of(new ModuleSource(name, entered.file()), found, diagnostics);
        Optional<SessionStep> step = diagnostics.hasErrors() ? Optional.empty() : checker.check(modules, diagnostics);
        return step.map(s -> run(s, text, found)).orElseGet(() -> new Outcome.Mistakes(diagnostics.all()));
    }

    private Outcome run(SessionStep step, String text, NotedModules found) {
        Optional<String> reason = reasonAgainst(step);
        if (reason.isPresent()) {
            return new Outcome.Refused(reason.get());
        }
        TypedFunction statements = step.functions().get(step.line().topLevel());
        List<String> literals = program.newLiterals(statements, step.functions().values());
        Map<Global, Integer> saved = program.save(step.line().globals().stream()
                .filter(g -> step.declared().contains(g.name()))
                .toList());
        checker.accept(step);
        List<Integer> places;
        try {
            places = program.memory().placesOf(() -> program.grow(step.program(), step.functions(), step.replaces()));
        } catch (AbstractTruffleException e) {
            log.abandon();
            program.revisit(checker.program());
            return new Outcome.Failed(HostedProgram.failure(e));
        }
        boolean ended = false;
        Optional<Set<FunctionId>> held = Optional.empty();
        try {
            for (TypedModule module : step.program().modules()) {
                program.run(module.topLevel());
            }
            Outcome outcome = step.value().map(v -> value(step, v.type().toString())).orElseGet(Outcome.Done::new);
            program.forgetSaved();
            checker.declare(step).forEach(program::release);
            ended = true;
            return outcome;
        } catch (AbstractTruffleException e) {
            Outcome failed = new Outcome.Failed(HostedProgram.failure(e));
            program.restore(saved);
            program.machine().abandonCalls();
            program.restore(checker.takeBack(step), step.line(), step.replaces());
            return failed;
        } finally {
            checker.forget(statements.id());
            program.forget(statements.id(), literals);
            if (program.hasGrown()) {
                held = Optional.of(program.held());
                places.addAll(sweep(held.get()));
            }
            entries.put(entries.size(), new Entry(lines.get(), text, found.all(), ended, places, held));
        }
    }

    private List<Integer> sweep(Set<FunctionId> held) {
        Set<FunctionId> dead = checker.sweep(held);
        return program.memory().placesOf(() -> program.sweep(checker.program(), dead));
    }

    /** Instances of a class whose properties change would no longer be what they are taken for, nor what functions use that are held. */
    private Optional<String> reasonAgainst(SessionStep step) {
        for (ClassType type : step.remaking()) {
            int[] living = {0};
            program.machine().measureObjects((object, record, bytes) -> {
                boolean isOne = program.layout().typeOf(Address.of(record))
                        .filter(t -> t.equals(type))
                        .isPresent();
                living[0] += isOne ? 1 : 0;
            });
            if (living[0] > 0) {
                return Optional.of("the class \"" + type + "\" cannot get other properties while "
                        + (living[0] == 1 ? "an instance of it lives" : living[0] + " instances of it live"));
            }
        }
        return checker.staleAmong(program::held, step)
                .map(s -> "the function at " + s.place() + ", which " + holderOf(s.held()) + ", " + s.reason());
    }

    private String holderOf(FunctionId function) {
        return program.objectsOf(function).stream()
                .flatMap(o -> Holders.of(o, program).paths().stream())
                .findFirst()
                .map(path -> "\"" + path + "\" holds")
                .orElse("is still held");
    }

    private Outcome value(SessionStep step, String type) {
        String text = step.valuePlace()
                .map(place -> ValueText.of(
                        program.machine(), program.layout(), place.type(), program.layout().globals().get(place)))
                .orElse("undefined");
        return new Outcome.Value(type, text);
    }
}
