package org.bluescript.language.interpreter;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.LoggedValue;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.layout.CodeSlot;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.layout.GrowingLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.layout.SessionRoom;
import org.bluescript.language.machine.Code;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.SessionImage;
import org.bluescript.language.machine.SessionMemory;
import org.bluescript.language.observation.GrowingObservations;
import org.bluescript.language.profile.Mover;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.tiers.Whereabouts;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Type;

/**
 * A program that grows, in a machine of its own. Functions have one {@link Code} for life, whatever their bodies become; what
 * has been translated is thrown away as a whole when something that it relies on has changed, which only happens while nothing
 * runs.
 */
public final class SessionProgram {
    /** Things: a few lines leave no more. */
    private static final int LEAST_GROWTH = 200;

    private final BlueScriptLanguage language;
    private final HostMachine machine;
    private final SessionMemory memory;
    private final GrowingLayout growing;
    private final SourceSections sections = new SourceSections();
    private final Map<FunctionId, Code> functions;
    private final Map<FunctionId, Integer> words;
    private final LoggedValue<Integer> keptAfterSweep;
    private Members members;
    private final Optional<SessionBoard> board;
    private final Residences residences;
    private final Optional<SessionCode> deviceCode;
    private final GrowingObservations observations;
    private TreeTranslator translator;

    /**
     * In a machine that is new. The context must have been entered.
     *
     * @param board that runs what the host cannot; the machine must have its memory
     * @param mover says what else the board runs
     * @param log the machine's; is told of what changes here
     */
    public SessionProgram(HostMachine machine, Optional<SessionBoard> board, Mover mover, ChangeLog log) {
        this.functions = log.map();
        this.words = log.map();
        this.keptAfterSweep = log.value(0);
        this.board = board;
        this.language = BlueScriptLanguage.get();
        this.machine = machine;
        this.memory = machine.session();
        this.growing = new GrowingLayout(memory, machine.firmware(), log);
        this.residences = new Residences(mover);
        this.observations = new GrowingObservations(machine, record -> growing.now().typeOf(record));
        this.deviceCode = board.map(b -> new SessionCode(b, machine, memory, growing, residences, this::profile, log));
    }

    public HostMachine machine() {
        return machine;
    }

    public SessionMemory memory() {
        return memory;
    }

    public ProgramLayout layout() {
        return growing.now();
    }

    /**
     * Makes the program what it is with a further line.
     *
     * @param added functions that are new or in the place of others
     * @param replaces whether older functions rely on what has changed
     */
    public void grow(TypedProgram program, Map<FunctionId, TypedFunction> added, boolean replaces) {
        boolean isFirst = translator == null;
        ProgramLayout layout = growing.grow(program, added.values(), replaces);
        added.keySet().forEach(this::enter);
        writeCode(growing.takeCodeSlots());
        if (isFirst) {
            machine.load(memory, layout);
            members = new Members(program, machine, layout);
            board.ifPresent(this::share);
        } else {
            members.follow(program, layout);
        }
        if (replaces) {
            Map<Address, Address> moved = growing.takeMoved();
            machine.changeRecords(moved);
            moved.keySet().forEach(memory::release);
        }
        follow(program);
        if (growing.outdates()) {
            forgetNodes();
        }
        deviceCode.ifPresent(c -> c.follow(program, growing.remade()));
    }

    private void share(SessionBoard with) {
        Address random = memory.variable(SessionRoom.Variable.PLAIN);
        growing.define(Exchange.SYMBOL, memory.exchange());
        growing.define(HostMachine.RANDOM_STATE, random);
        growing.now().errors().ifPresent(table -> {
            Region code = machine.memory().region();
            machine.memory().writeWord(table.plus(ErrorLayout.CODE_BASE_OFFSET), code.base().bits());
            machine.memory().writeWord(table.plus(ErrorLayout.CODE_END_OFFSET), code.end().bits());
        });
        Address start = machine.memory().region().base();
        Region constant = Region.between(start, growing.now().errors().orElse(start));
        machine.share(memory, random, constant, with.executor());
    }

    private void forgetNodes() {
        observations.settle();
        functions.values().forEach(Code::forget);
    }

    /** Goes back to what a program was before a {@code line} that did not end well: code and classes that are new remain. */
    public void restore(TypedProgram program, TypedModule line, boolean replaced) {
        follow(program);
        if (replaced) {
            forgetNodes();
        }
        deviceCode.ifPresent(c -> c.takeBack(line, program, replaced));
    }

    /** A number for what the program has come to, and where its parts lie. */
    public int fingerprint() {
        CRC32C crc = new CRC32C();
        String text = growing.symbols() + " " + new TreeMap<>(words);
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    /** How much static data there was when functions were given up last. */
    public int growth() {
        return keptAfterSweep.get();
    }

    /** Ends the restoration of a session: memory is what it was. */
    public void restore(TypedProgram program, SessionImage image, int growth) {
        memory.restore(image);
        keptAfterSweep.set(growth);
        revisit(program);
    }

    /** Everything that the log knows of is what it was some time before, when the program was this. */
    public void revisit(TypedProgram program) {
        machine.revisit();
        growing.follow(program);
        members.follow(program, growing.now());
        follow(program);
        forgetNodes();
        deviceCode.ifPresent(c -> c.revisit(program));
    }

    private void follow(TypedProgram program) {
        translator = new TreeTranslator(
                language, program, machine, sections, growing.now(), members, observations, residences, deviceCode, functions, words);
    }

    private void enter(FunctionId id) {
        if (functions.containsKey(id)) {
            functions.get(id).forget();
            return;
        }
        boolean isClosure = translatedKind(id);
        Code code = new Code(isClosure, () -> translator.translate(translator.typed().functions().get(id)));
        functions.put(id, code);
        List<String> symbols = symbols(id);
        boolean isLine = growing.now().program().functions().get(id).kind() == TypedFunction.Kind.TOP_LEVEL;
        words.put(id, deviceCode.isPresent() && !isLine
                ? machine.code().add(code, symbols, deviceCode.get().enter(symbols))
                : machine.code().add(code, symbols));
    }

    private List<String> symbols(FunctionId id) {
        CodeNames names = growing.now().code();
        return List.of(names.direct(id), names.value(id), names.uniform(id));
    }

    private void remove(FunctionId id) {
        List<String> symbols = symbols(id);
        machine.code().remove(symbols);
        deviceCode.ifPresent(c -> c.release(symbols));
        functions.remove(id);
        words.remove(id);
        growing.forget(id);
    }

    /** Texts of the function's literals that nothing else has needed so far, nor will have needed when these functions have come. */
    public List<String> newLiterals(TypedFunction function, Collection<TypedFunction> added) {
        Set<String> result = new LinkedHashSet<>();
        TreeWalk.expressions(function.body(), e -> {
            if (e instanceof TypedExpression.StringConstant s && !growing.hasLiteral(s.value())) {
                result.add(s.value());
            }
        });
        added.stream().filter(f -> f != function).forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.StringConstant s) {
                result.remove(s.value());
            }
        }));
        return List.copyOf(result);
    }

    /** Whether so much static data has come that it may be worth looking for some that nobody needs. */
    public boolean hasGrown() {
        return memory.count() > 2 * keptAfterSweep.get() + LEAST_GROWTH;
    }

    /** The functions that objects and variables hold, and perhaps others: every word that looks like a function counts. */
    public Set<FunctionId> held() {
        Map<Integer, FunctionId> closures = growing.closures();
        Set<FunctionId> result = new HashSet<>();
        Set<Integer> words = new HashSet<>();
        machine.measureObjects((object, record, bytes) -> {
            boolean isStatic = memory.keeps(object);
            if (!isStatic && closures.containsKey(record)) {
                result.add(closures.get(record));
            }
            if (!isStatic || memory.holdsVariables(object)) {
                for (int at = object; at < object + bytes; at += Integer.BYTES) {
                    words.add(machine.word(at));
                }
            }
        });
        growing.values().forEach((address, id) -> {
            if (words.contains(address) || words.contains(address + Word.TAG_POINTER)) {
                result.add(id);
            }
        });
        return result;
    }

    /** The objects that stand for the function. */
    public Set<Integer> objectsOf(FunctionId function) {
        Map<Integer, FunctionId> closures = growing.closures();
        Set<Integer> result = new LinkedHashSet<>();
        machine.measureObjects((object, record, bytes) -> {
            if (function.equals(closures.get(record))) {
                result.add(object);
            }
        });
        growing.values().forEach((address, id) -> {
            if (id.equals(function)) {
                result.add(address);
            }
        });
        return result;
    }

    /** What a closure with this class record has captured. */
    public List<Capture> capturesOf(int classRecord) {
        FunctionId closure = growing.closures().get(classRecord);
        TypedFunction function = closure == null ? null : translator.typed().functions().get(closure);
        return function == null ? List.of() : function.captures();
    }

    /** Gives up functions that nobody can call any more, and literals that only they had. Nothing may be running. */
    public void sweep(TypedProgram program, Collection<FunctionId> dead) {
        dead.forEach(this::remove);
        observations.forget(dead);
        residences.forget(dead);
        deviceCode.ifPresent(c -> c.sweep(program));
        Set<String> texts = new HashSet<>();
        program.functions().values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            switch (e) {
                case TypedExpression.StringConstant s -> texts.add(s.value());
                case TypedExpression.DynamicRead d -> texts.add(d.name());
                case TypedExpression.DynamicWrite d -> texts.add(d.name());
                case TypedExpression.DynamicMethodCall d -> texts.add(d.name());
                default -> {}
            }
        }));
        growing.keepLiterals(texts);
        if (!memory.isRestoring()) {
            machine.collect(); // what was given up goes while its size is still known: its class record goes with it
        }
        machine.changeRecords(Map.of());
        follow(program);
        members.follow(program, growing.now());
        forgetNodes();
        keptAfterSweep.set(memory.count());
    }

    /** Where a function of the program runs, and why. */
    public Whereabouts whereabouts(TypedFunction function) {
        return residences.whereabouts(function, deviceCode);
    }

    /** The user's word on whether the board, which must exist, runs a function; without one, that is decided by what it does. Nothing may be running. */
    public void want(TypedProgram program, FunctionId function, Optional<Boolean> onBoard) {
        deviceCode.orElseThrow().want(program, function, onBoard);
    }

    /** What the user wants where. */
    public Map<FunctionId, Boolean> wanted() {
        return residences.wanted();
    }

    /** Lets functions of the program move that are better elsewhere, and for which there is code by now. Nothing may be running. */
    public void settle(TypedProgram program) {
        deviceCode.ifPresent(c -> c.consider(program));
    }

    /** What was seen of the program's functions before, by what a profile of it tells. */
    public void know(TypedProgram program, Profile before) {
        observations.restore(program, before);
    }

    /** What was seen of the program's functions. */
    public Profile profile(TypedProgram program) {
        return observations.profile(program);
    }

    /** What the board has of a function. */
    public Optional<SessionBoard.Compiled> codeOf(FunctionId function) {
        return deviceCode.flatMap(c -> c.codeOf(function));
    }

    /** The functions that were called on the board, since somebody asked last, and may have done something there outside of memory. */
    public List<String> takeEffects() {
        return deviceCode.map(SessionCode::takeEffects).orElse(List.of());
    }

    /** Nobody needs the variable any more. */
    public void release(Global global) {
        growing.release(global);
    }

    /** The statements of a line have run, and will not again. */
    public void forget(FunctionId topLevel, Collection<String> literals) {
        remove(topLevel);
        growing.releaseLiterals(literals);
    }

    private boolean translatedKind(FunctionId id) {
        return growing.now().program().functions().get(id).kind() == TypedFunction.Kind.CLOSURE;
    }

    private void writeCode(List<CodeSlot> slots) {
        for (CodeSlot slot : slots) {
            machine.code().slot(slot);
            machine.memory().writeWord(slot.address(), machine.code().word(slot.symbol()));
        }
    }

    /** What is in those of the variables that have a place; it is kept alive until {@link #forgetSaved}. */
    public Map<Global, Integer> save(Collection<Global> variables) {
        Map<Global, Integer> words = new LinkedHashMap<>();
        for (Global variable : variables) {
            Integer place = layout().globals().get(variable);
            if (place != null) {
                words.put(variable, machine.word(place));
            }
        }
        int base = machine.roots().push(words.size());
        words.forEach((variable, word) -> machine.roots().set(base + indexOf(variable, words), referenceIn(variable.type(), word)));
        return words;
    }

    private static int indexOf(Global variable, Map<Global, Integer> words) {
        return List.copyOf(words.keySet()).indexOf(variable);
    }

    /** The address of the object that a variable holds, or 0. */
    private static int referenceIn(Type type, int word) {
        boolean isPointer = type.isTraced() && (word & Word.TAG_MASK) == Word.TAG_POINTER;
        return type.isReference() ? word : isPointer ? word - Word.TAG_POINTER : 0;
    }

    /** What was saved is not needed. Nothing may be running. */
    public void forgetSaved() {
        machine.roots().pop(0);
    }

    /** Gives variables what they held. Nothing may be running. */
    public void restore(Map<Global, Integer> saved) {
        saved.forEach((variable, word) -> machine.memory().word(layout().globals().get(variable), word));
        forgetSaved();
    }

    /** Runs a function that takes nothing and gives nothing. Errors are thrown as they are. */
    public void run(FunctionId function) {
        machine.enter();
        try {
            functions.get(function).target().call();
        } finally {
            machine.leave();
        }
    }
}
