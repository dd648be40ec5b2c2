package org.bluescript.language.interpreter;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.layout.GrowingLayout;
import org.bluescript.language.layout.SessionRoom.Variable;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.machine.SessionMemory;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.members.MemberAccess;
import org.bluescript.language.nodes.ResidentBodyNode.NotThereNow;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;

/**
 * A board's code for the functions of a session. What a board must be able to run, the functions with inline C and all that they may
 * call, is compiled in the background as soon as it is declared, a unit for each line that brings some, and put into the session's memory
 * when the board is called next: it travels there as all data do.
 *
 * <p>What data and other units know of a function are entries: words with a jump to where its code is at the time. So a function that is
 * declared anew is compiled alone, with what was compiled together with it, and its old code's memory is free when the jumps lead
 * elsewhere; a call on the board never lasts longer than that of the host.
 */
final class SessionCode implements Residences.Code {
    /** Undefined, twice: an entry whose function has no code. */
    private static final int NOWHERE = 0xdeffdeff;

    private final SessionBoard board;
    private final HostMachine machine;
    private final SessionMemory memory;
    private final GrowingLayout growing;
    /** By symbol of the code. */
    private final Map<String, Address> entries;
    private final Set<Unit> units;
    /** Units in whose place others are on their way. */
    private final Set<Unit> outdated;
    /** Of units whose code is in memory, where. */
    private final Map<Unit, Placed> placed;
    /** Those with inline C at file scope, which every unit has. */
    private final Set<TypedModule> modules;
    private final Residences residences;
    /** Of functions of the program as it is. */
    private final Map<FunctionId, Set<FunctionId>> reaches = new HashMap<>();
    /** Those that were called since somebody asked, and those of them that may have done more than change memory. */
    private final Set<FunctionId> ran = new HashSet<>();
    private final Set<String> effects = new LinkedHashSet<>();
    private final Function<TypedProgram, Profile> seen;
    private TypedProgram program;

    private record Placed(Address address, SessionBoard.PlacedCode code) {}

    /** Functions that were compiled together, each as it was. */
    private static final class Unit {
        private final Map<FunctionId, TypedFunction> functions;
        /** Those that were values when they were compiled. */
        private final Set<FunctionId> values;
        private final Set<FunctionId> called;
        /** Those for which it has code for what was seen, and how often that was seen anew before. */
        private final Map<FunctionId, Integer> expecting;
        /** Which classes had the members that it uses on values of any class. */
        private final Map<MemberAccess, List<DynamicMembers.Run>> members;
        private final SessionBoard.Compiling compiling;

        Unit(Map<FunctionId, TypedFunction> functions, Set<FunctionId> values, Set<FunctionId> called,
                Map<FunctionId, Integer> expecting, Map<MemberAccess, List<DynamicMembers.Run>> members,
                SessionBoard.Compiling compiling) {
            this.functions = functions;
            this.values = values;
            this.called = called;
            this.expecting = expecting;
            this.members = members;
            this.compiling = compiling;
        }

        boolean isIn(TypedProgram program) {
            return functions.entrySet().stream().allMatch(e -> program.functions().get(e.getKey()) == e.getValue());
        }

        boolean finds(DynamicMembers now) {
            return members.entrySet().stream().allMatch(e -> now.of(e.getKey()).equals(e.getValue()));
        }
    }

    /**
     * @param residences where functions are
     * @param seen what was seen of a program
     * @param log is told of what changes here; who reverts that calls {@link #revisit}
     */
    SessionCode(
            SessionBoard board, HostMachine machine, SessionMemory memory, GrowingLayout growing, Residences residences,
            Function<TypedProgram, Profile> seen, ChangeLog log) {
        this.residences = residences;
        this.seen = seen;
        this.entries = log.map();
        this.units = log.set();
        this.outdated = log.set();
        this.placed = log.map();
        this.modules = log.set();
        this.board = board;
        this.machine = machine;
        this.memory = memory;
        this.growing = growing;
        growing.share(EntryTable.growing(entries));
    }

    /** The words that stand in memory for a function, by the symbols of its code. */
    Map<String, Integer> enter(List<String> symbols) {
        Map<String, Integer> words = new HashMap<>();
        for (String symbol : symbols) {
            Address entry = entries.computeIfAbsent(symbol, s -> {
                Address place = memory.variable(Variable.PLAIN);
                machine.memory().writeWord(place, NOWHERE);
                return place;
            });
            words.put(symbol, entry.bits() | 1);
        }
        return words;
    }

    /** Nothing refers any more to the function with this code. */
    void release(List<String> symbols) {
        for (String symbol : symbols) {
            Address entry = entries.remove(symbol);
            if (entry != null) {
                memory.releaseVariable(Variable.PLAIN, entry);
            }
        }
    }

    /**
     * The program has become this: begins to compile what the board may have to run and has no code for.
     *
     * @param outdates whether all code is wrong that was made before
     */
    void follow(TypedProgram now, boolean outdates) {
        know(now);
        now.modules().stream().filter(m -> !m.code().isEmpty() && !modules.contains(m)).forEach(modules::add);
        Set<FunctionId> bound = new LinkedHashSet<>();
        now.functions().values().stream().filter(residences::isForBoard).forEach(f -> bound.add(f.id()));
        Set<FunctionId> needed = DeviceReach.of(now, bound);
        DynamicMembers members = DynamicMembers.ofGrowing(now, growing.now().classes());
        for (Unit unit : List.copyOf(units)) {
            boolean isOutdated = outdates
                    || !unit.isIn(now)
                    || !unit.finds(members)
                    || Collections.disjoint(unit.functions.keySet(), needed)
                    || unit.expecting.entrySet().stream().anyMatch(e -> residences.attempt(e.getKey()) != e.getValue())
                    || !unit.values.containsAll(values(unit.functions.keySet()))
                    || !unit.called.containsAll(called(unit.functions.keySet(), bound));
            if (isOutdated) {
                units.remove(unit);
                outdated.add(unit);
                unit.compiling.postpone();
            }
        }
        if (needed.isEmpty()) {
            discardOutdated();
        }
        Set<FunctionId> missing = needed;
        units.forEach(u -> missing.removeAll(u.functions.keySet()));
        if (!missing.isEmpty()) {
            compile(missing, bound, members);
        }
        settle();
    }

    /** Functions have gone from the program: so does their code, and all that others are to replace. Nothing may be running. */
    void sweep(TypedProgram now) {
        follow(now, false);
        discardOutdated();
    }

    private void compile(Set<FunctionId> missing, Set<FunctionId> bound, DynamicMembers members) {
        Map<FunctionId, TypedFunction> functions = new LinkedHashMap<>();
        missing.forEach(f -> functions.put(f, program.functions().get(f)));
        Set<FunctionId> called = called(missing, bound);
        TypedProgram with = new TypedProgram(List.copyOf(modules), program.classes(), program.functions(), program.growable(),
                program.library(), program.implementers(), program.adapters());
        SessionBoard.Expected expected = expected(functions.values());
        Map<FunctionId, Integer> expecting = new HashMap<>();
        expected.functions().forEach(f -> expecting.put(f, residences.attempt(f)));
        Map<MemberAccess, List<DynamicMembers.Run>> used = new HashMap<>();
        functions.values().forEach(f -> TreeWalk.expressions(
                f.body(), e -> MemberAccess.of(e).ifPresent(a -> used.put(a, members.of(a)))));
        units.add(new Unit(functions, values(missing), called, expecting, used,
                board.compile(with, growing.now(), missing, called, expected)));
    }

    /** What was seen in functions of which one is on the board though the host could run it. */
    private SessionBoard.Expected expected(Collection<TypedFunction> functions) {
        if (functions.stream().noneMatch(f -> !f.deviceBound() && residences.isForBoard(f))) {
            return SessionBoard.Expected.NOTHING;
        }
        Profile profile = seen.apply(program);
        Set<FunctionId> known = new LinkedHashSet<>(profile.functions().keySet());
        known.retainAll(functions.stream().filter(f -> !f.deviceBound()).map(TypedFunction::id).toList());
        known.removeIf(f -> !residences.isWorthExpecting(f));
        return known.isEmpty() ? SessionBoard.Expected.NOTHING : new SessionBoard.Expected(profile, known);
    }

    @Override
    public long failures(FunctionId function) {
        return placed.values().stream()
                .flatMap(p -> p.code().failures().getOrDefault(function, List.of()).stream())
                .mapToLong(a -> Integer.toUnsignedLong(machine.memory().readWord(a)))
                .sum();
    }

    @Override
    public List<String> madeFor(FunctionId function) {
        return units.stream()
                .filter(u -> u.expecting.containsKey(function) && u.compiling.isDone())
                .findFirst()
                .map(u -> u.compiling.await() instanceof SessionBoard.Code c ? c.madeFor(function) : List.<String>of())
                .orElse(List.of());
    }

    private Set<FunctionId> called(Set<FunctionId> functions, Set<FunctionId> bound) {
        Set<FunctionId> result = new HashSet<>(bound);
        result.retainAll(functions);
        result.removeIf(f -> !Exchange.takes(program.functions().get(f)));
        return result;
    }

    /** Puts functions where they are to be, as far as there is code for them by now. */
    void settle() {
        residences.settle(program, this::readiness);
    }

    private Residences.Readiness readiness(FunctionId function) {
        Residences.Readiness result = Residences.Readiness.READY;
        for (Unit unit : units) {
            if (!placed.containsKey(unit) && !Collections.disjoint(unit.functions.keySet(), reach(function))) {
                if (!unit.compiling.isDone()) {
                    return Residences.Readiness.AWAITED;
                }
                result = isCode(unit) ? result : Residences.Readiness.IMPOSSIBLE;
            }
        }
        return result;
    }

    private static boolean isCode(Unit unit) {
        try {
            return unit.compiling.await() instanceof SessionBoard.Code;
        } catch (DeviceUnavailable e) {
            return false;
        }
    }

    @Override
    public Set<FunctionId> reach(FunctionId function) {
        return reaches.computeIfAbsent(function, f -> DeviceReach.of(program, List.of(f)));
    }

    /** The same as {@link #consider()} between lines, when the program is this: what was a line only is no part of it any more. */
    void consider(TypedProgram now) {
        know(now);
        consider();
    }

    private void know(TypedProgram now) {
        if (program != now) {
            program = now;
            reaches.clear();
        }
    }

    /** Moves what is better run elsewhere; its next call is there, as soon as there is code. Calls of the host may be in progress. */
    void consider() {
        if (residences.consider(program, this)) {
            follow(program, false);
        } else {
            settle();
        }
    }

    /** The user's word on where a function runs; without one, that is decided by what it does. Nothing may be running. */
    void want(TypedProgram now, FunctionId function, Optional<Boolean> onBoard) {
        residences.want(function, onBoard);
        follow(now, false);
    }

    /** The code that the board has of a function, or is getting. */
    Optional<SessionBoard.Compiled> codeOf(FunctionId function) {
        return units.stream().filter(u -> u.functions.containsKey(function)).findFirst().map(u -> u.compiling.await());
    }

    /** Those of the functions that are values by now, and so have more entries than others. */
    private Set<FunctionId> values(Set<FunctionId> functions) {
        Set<FunctionId> result = new HashSet<>(functions);
        result.removeIf(f -> growing.now().functionValue(f) == null && !growing.now().uniformEntries().containsKey(f));
        return result;
    }

    /** A line has not ended well: what it has declared is taken back. */
    void takeBack(TypedModule line, TypedProgram now, boolean outdates) {
        modules.remove(line);
        follow(now, outdates);
    }

    /**
     * The entry by which the host calls a function, after all code that it may reach has been put into memory.
     *
     * @throws DeviceUnavailable if there is none, because it cannot be compiled
     */
    int entry(FunctionId function) {
        Set<FunctionId> reached = reach(function);
        install(reached);
        units.stream()
                .filter(u -> !placed.containsKey(u) && !Collections.disjoint(u.functions.keySet(), reached))
                .findFirst()
                .ifPresent(this::refuse);
        note(function, reached);
        int entry = entryOf(function);
        residences.note(function);
        consider();
        return entry;
    }

    /**
     * The same for one that the host can run as well.
     *
     * @throws NotThereNow if that is the only way
     */
    int optionalEntry(FunctionId function) {
        try {
            return entry(function);
        } catch (ProgramFailure outOfMemory) {
            if (residences.wanted().containsKey(function)) {
                throw outOfMemory;
            }
            residences.giveBack(function, "there is no room for its code");
            throw new NotThereNow();
        }
    }

    private int entryOf(FunctionId function) {
        String symbol = growing.now().code().remote(function);
        return placed.values().stream()
                .flatMap(p -> Optional.ofNullable(p.code().symbols().get(symbol)).stream())
                .findFirst()
                .orElseThrow(() -> new DeviceUnavailable(
                        "\"" + function.name() + "\" takes more than " + Exchange.MOST_WORDS + " arguments; give it an object", null));
    }

    private void note(FunctionId called, Set<FunctionId> reached) {
        if (ran.add(called) && reached.stream().anyMatch(f -> program.functions().get(f).deviceBound())) {
            effects.add(program.functions().get(called).displayName());
        }
    }

    /** The functions that were called on the board, since somebody asked last, and may have done something there outside of memory. */
    List<String> takeEffects() {
        List<String> result = List.copyOf(effects);
        ran.clear();
        effects.clear();
        return result;
    }

    /** What is wrong at file scope would be wrong in every unit: it is forgotten. */
    private void refuse(Unit unit) {
        Diagnostic first = ((SessionBoard.Mistaken) unit.compiling.await()).mistakes().getFirst();
        boolean isAtFileScope = modules.removeIf(m -> m.file() == first.span().file() && m.code().stream().anyMatch(c ->
                c.span().start() <= first.span().start() && first.span().end() <= c.span().end()));
        if (isAtFileScope) {
            units.remove(unit);
            follow(program, false);
        }
        String place = first.span().file().name() + ":" + first.span().position().line() + ":" + first.span().position().column();
        throw new DeviceUnavailable(
                first.message() + " (" + place + ")" + (isAtFileScope ? "; this C is forgotten" : "; declare the function anew"), null);
    }

    /** Waits for the code of these functions, and puts what there is of code into memory. */
    private void install(Set<FunctionId> needed) {
        boolean isOther = !outdated.isEmpty();
        for (Unit unit : List.copyOf(units)) {
            boolean isDue = !placed.containsKey(unit)
                    && (!Collections.disjoint(unit.functions.keySet(), needed) || unit.compiling.isDone() && isCode(unit));
            if (isDue && unit.compiling.await() instanceof SessionBoard.Code code) {
                place(unit, code);
                isOther = true;
            }
        }
        if (isOther) {
            discardOutdated();
        }
        machine.remote().tellTime(placed.values().stream().anyMatch(p -> p.code().asksTime()));
        board.present(placed.values().stream().map(Placed::code).toList());
    }

    private void discardOutdated() {
        for (Unit unit : outdated) {
            Optional.ofNullable(placed.remove(unit)).ifPresent(p -> memory.release(p.address()));
        }
        outdated.clear();
        connect();
    }

    private void place(Unit unit, SessionBoard.Code code) {
        Address address = memory.reserve(code.size());
        SessionBoard.PlacedCode there = code.place(address);
        for (Stretch bytes : there.bytes()) {
            machine.memory().write(bytes.address(), bytes.bytes());
        }
        placed.put(unit, new Placed(address, there));
    }

    /** Lets all entries lead to the code that there is. */
    private void connect() {
        Map<String, Integer> targets = new HashMap<>();
        placed.values().forEach(p -> targets.putAll(p.code().symbols()));
        entries.forEach((symbol, entry) -> {
            Integer target = targets.get(symbol);
            int instruction = target == null ? NOWHERE : board.jump(entry.bits(), target);
            if (machine.memory().readWord(entry) != instruction) {
                machine.memory().writeWord(entry, instruction);
            }
        });
    }

    /** Everything that the log knows of is what it was some time before, when the program was this. */
    void revisit(TypedProgram then) {
        follow(then, false);
    }
}
