package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.change.LoggedValue;
import org.bluescript.language.modules.ErrorsModule;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.modules.TimersModule;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Type;

/**
 * Checks a program that is entered line by line. A line sees what earlier ones have declared and nobody has declared anew
 * since; their texts are not checked again, unless the line declares something anew in another way than before: then
 * everything that is declared must go with it, or the line is refused.
 *
 * <p>A line is checked without consequences; {@link #accept} makes its functions and classes part of the session, which must
 * be done before it runs, and {@link #declare} its names, when it has ended well; {@link #takeBack} undoes what a line has replaced
 * that did not.
 */
public final class SessionChecker {
    private static final int ROUND_LIMIT = 1000;
    /** The name of the last value. */
    public static final String LAST_VALUE = "_";
    /** How the paths of lines begin. */
    public static final String LINE = "line ";

    private final Settled settled;
    /** Those that are not lines, by their paths. */
    private final Map<String, ParsedModule> modules;
    private final Map<String, Unit> units;
    private final Map<String, Object> faces;
    private final Set<SourceFile> lines;
    private final LoggedValue<Optional<Global>> lastValue;
    private final LoggedValue<Boolean> usesCollections;
    private Attempt latest;
    private Replaced replaced;

    /** @param log is told of all that changes when lines become part of the session */
    public SessionChecker(ChangeLog log) {
        settled = new Settled(log);
        modules = log.map();
        units = log.map();
        faces = log.map();
        lines = log.set();
        lastValue = log.value(Optional.empty());
        usesCollections = log.value(false);
    }

    /** One way to check a line: what it gave. */
    private record Attempt(
            ParsedModule line,
            Round round,
            ModuleScope scope,
            List<ParsedModule> added,
            List<TypedModule> typed,
            Map<String, Unit> declared,
            Map<String, Object> faces,
            boolean checksAll,
            Diagnostics mistakes) {}

    /** What a line has taken the place of. */
    private record Replaced(
            Map<FunctionId, TypedFunction> functions,
            Map<ClassType, TypedClass> classes) {}

    /** Whether it is the library's class of maps. */
    public static boolean isMap(ClassType type) {
        return Prelude.isMap(type);
    }

    /** Whether it is the library's class of sets. */
    public static boolean isSet(ClassType type) {
        return Prelude.isSet(type);
    }

    /** Where the last value is, if there has been one. */
    public Optional<Global> lastValue() {
        return lastValue.get();
    }

    /** The names that mean something, and what kind of thing each is. */
    public Map<String, String> names() {
        Map<String, String> result = new LinkedHashMap<>();
        units.forEach((name, unit) -> result.put(name, unit.kind()));
        return result;
    }

    /**
     * What the line means; nothing if there are mistakes, which are added to {@code diagnostics}.
     *
     * @param parsed the line, behind all modules that it imports, directly or not, and that have not been part of the session
     */
    public Optional<SessionStep> check(List<ParsedModule> parsed, Diagnostics diagnostics) {
        ParsedModule line = parsed.getLast();
        List<ParsedModule> added = added(parsed);
        Map<String, Unit> declared = Unit.of(line);
        Map<String, String> paths = identities(declared);
        Attempt attempt = attempt(line, added, declared, paths, false);
        if (attempt.mistakes().hasErrors()) {
            attempt.mistakes().all().forEach(diagnostics::report);
            return Optional.empty();
        }
        Set<String> changed = changed(attempt);
        if (!changed.isEmpty()) {
            attempt = attemptAll(line, added, declared, paths, changed);
            if (attempt.mistakes().hasErrors()) {
                refuse(attempt, changed, diagnostics);
                return Optional.empty();
            }
        }
        if (!changed.isEmpty() && isOrphaning(attempt, diagnostics)) {
            return Optional.empty();
        }
        latest = attempt;
        return Optional.of(new SessionAssembly(settled, attempt.round(), attempt.scope(), attempt.typed(), attempt.checksAll())
                .step(line, List.copyOf(declared.keySet())));
    }

    /** Whether the line takes away a class of which a variable is, and says so. Functions have been checked, variables keep their types. */
    private boolean isOrphaning(Attempt attempt, Diagnostics diagnostics) {
        for (Unit unit : units.values()) {
            Optional<ClassType> lost = attempt.declared().containsKey(unit.name().text())
                    ? Optional.empty()
                    : settled.variable(unit.name()).flatMap(v -> lostIn(v.type(), attempt.round()));
            if (lost.isPresent()) {
                Unit by = attempt.declared().getOrDefault(lost.get().name(), attempt.declared().values().iterator().next());
                diagnostics.error(
                        by.name().span(),
                        "\"" + unit.name().text() + "\" would no longer go with \"" + by.name().text() + "\": it is of the class that was there before",
                        "declare it anew in the same line, or give this another name");
                return true;
            }
        }
        return false;
    }

    /** Whether the line puts something else in the place of a class of which the value is. */
    private static boolean isOfLost(Global value, Map<String, Unit> declared) {
        return TypeParts.classesIn(value.type()).stream().anyMatch(c -> {
            Unit unit = declared.get(c.name());
            return unit != null
                    && !(unit.statement() instanceof Statement.ClassDeclaration s && s.typeParameters().size() == c.arguments().size());
        });
    }

    /** A class in the type that is not there any more. */
    private static Optional<ClassType> lostIn(Type type, Round round) {
        return TypeParts.classesIn(type).stream().filter(c -> round.classOf(c) == null).findFirst();
    }

    /** What can be asked of the value of the line that was checked last, by name, each with its type. */
    public Map<String, String> membersOf(SessionStep step) {
        return step.value().map(v -> MemberNames.of(latest.round(), v.type())).orElse(Map.of());
    }

    /** The modules that the line brings: those it imports, and the language's own that it mentions first. */
    private List<ParsedModule> added(List<ParsedModule> parsed) {
        Set<String> known = modules.keySet();
        List<ParsedModule> all = TimersModule.addedTo(parsed);
        if (modules.isEmpty()) {
            all = new ArrayList<>(all);
            all.addAll(0, ErrorsModule.always());
        }
        return all.stream()
                .limit(all.size() - 1L)
                .filter(m -> !known.contains(m.source().path()))
                .toList();
    }

    /** What is declared anew remains what it is, as far as that is possible. */
    private Map<String, String> identities(Map<String, Unit> declared) {
        Map<String, String> paths = new HashMap<>();
        units.forEach((name, unit) -> paths.put(name, unit.path()));
        declared.forEach((name, unit) -> {
            Unit former = units.get(name);
            boolean isSameKind = former != null && former.kind().equals(unit.kind());
            if (!isSameKind) {
                paths.put(name, unit.path());
            }
        });
        return paths;
    }

    /** The names that the line declares anew, but otherwise. */
    private Set<String> changed(Attempt attempt) {
        Set<String> result = new LinkedHashSet<>();
        attempt.faces().forEach((name, face) -> {
            Object former = faces.get(name);
            if (former != null && !former.equals(face)) {
                result.add(name);
            }
        });
        return result;
    }

    /** Checks everything anew, until it is known what has become something else. */
    private Attempt attemptAll(
            ParsedModule line,
            List<ParsedModule> added,
            Map<String, Unit> declared,
            Map<String, String> paths,
            Set<String> changed) {
        while (true) {
            for (String name : changed) {
                boolean keepsIdentity = (declared.containsKey(name) ? declared : units).get(name).kind().equals("class");
                if (!keepsIdentity) {
                    paths.put(name, line.source().path());
                }
            }
            Attempt attempt = attempt(line, added, declared, paths, true);
            Set<String> more = changed(attempt);
            if (attempt.mistakes().hasErrors() || !changed.addAll(more)) {
                return attempt;
            }
        }
    }

    private Attempt attempt(
            ParsedModule line,
            List<ParsedModule> added,
            Map<String, Unit> declared,
            Map<String, String> paths,
            boolean checksAll) {
        Settled known = checksAll ? settled.without(lines::contains) : settled;
        Knowledge knowledge = new Knowledge();
        knowledge.shapes().putAll(known.shapes);
        Map<String, Unit> earlier = new LinkedHashMap<>(units);
        earlier.keySet().removeAll(declared.keySet());
        Earlier before = new Earlier(
                earlier.values().stream().map(Unit::statement).toList(), paths, importsOf(earlier));
        earlier.values().forEach(u -> assumeAssigned(knowledge, u));
        declared.values().forEach(u -> assumeAssigned(knowledge, u));
        for (int i = 0; i < ROUND_LIMIT; i++) {
            knowledge.beginRound();
            Attempt attempt = attempt(line, added, declared, before, known, knowledge, checksAll);
            if (!knowledge.isOutdated()) {
                if (attempt.round().hasOnlyConsequences() && knowledge.settleEmptyArrays()) {
                    continue;
                }
                attempt.round().result().all().forEach(attempt.mistakes()::report);
                return attempt;
            }
        }
        throw new IllegalStateException("no end after " + ROUND_LIMIT + " rounds");
    }

    private static boolean mentionCollections(ParsedModule line, List<ParsedModule> added) {
        return Stream.concat(added.stream(), Stream.of(line))
                .map(p -> p.source().file().text())
                .anyMatch(text -> text.contains("Map") || text.contains("Set"));
    }

    /** Any later line may assign a variable, in any function. */
    private static void assumeAssigned(Knowledge knowledge, Unit unit) {
        unit.variable().filter(v -> !v.isConst()).ifPresent(v -> {
            knowledge.learn(unit.name(), Knowledge.Fact.ASSIGNED);
            knowledge.learn(unit.name(), Knowledge.Fact.ASSIGNED_ELSEWHERE);
        });
    }

    private static Map<Expression.StringLiteral, String> importsOf(Map<String, Unit> units) {
        Map<Expression.StringLiteral, String> result = new HashMap<>();
        units.values().forEach(u -> result.putAll(u.origin().imports()));
        return result;
    }

    private Attempt attempt(
            ParsedModule line,
            List<ParsedModule> added,
            Map<String, Unit> declared,
            Earlier before,
            Settled known,
            Knowledge knowledge,
            boolean checksAll) {
        Scope builtins = BuiltinNames.scope();
        Round round = new Round(knowledge, builtins, known);
        if (usesCollections.get() || mentionCollections(line, added)) {
            round.prelude().declareClasses();
        }
        round.instances().namedAtRunTime().addAll(known.namedAtRunTime);
        List<ModuleScope> scopes = new ArrayList<>();
        List<ModuleDeclarations> declarations = new ArrayList<>();
        List<ParsedModule> all = new ArrayList<>(modules.values());
        all.addAll(added);
        for (ParsedModule module : all) {
            declare(round, new ModuleScope(module, builtins), builtins, line, scopes, declarations);
        }
        ModuleScope own = new ModuleScope(line, builtins, before);
        lastValue.get().filter(v -> !isOfLost(v, declared)).ifPresent(v -> own.scope().declare(LAST_VALUE, lastValue(line, own, v)));
        declare(round, own, builtins, line, scopes, declarations);
        round.instances().declarationsAreComplete();
        known.shapes.keySet().forEach(round::classOf);
        known.instances().forEach(round::classOf);
        List<TypedModule> typed = new ArrayList<>();
        for (int i = modules.size(); i < scopes.size(); i++) {
            typed.add(new ModuleChecker(round, scopes.get(i), declarations.get(i)).check());
        }
        return new Attempt(line, round, own, added, typed, declared, facesIn(round, own, checksAll ? units.keySet() : Set.of()), checksAll, new Diagnostics());
    }

    private static void declare(
            Round round,
            ModuleScope scope,
            Scope builtins,
            ParsedModule line,
            List<ModuleScope> scopes,
            List<ModuleDeclarations> declarations) {
        round.modules().put(scope.path(), scope);
        ModuleDeclarations declared = new ModuleDeclarations(round, scope);
        declared.declare();
        if (scope.path().equals(ErrorsModule.PATH)) {
            scope.exports().forEach(builtins::declare);
        } else if (scope.path().equals(TimersModule.PATH)) {
            round.setTimers(Timers.declare(scope, builtins, line));
        }
        scopes.add(scope);
        declarations.add(declared);
    }

    private static VariableSymbol lastValue(ParsedModule line, ModuleScope scope, Global place) {
        Name name = new Name(new Span(line.source().file(), 0, 0), LAST_VALUE);
        VariableSymbol symbol = VariableSymbol.global(name, true, new GlobalDeclaration(
                scope, LAST_VALUE, Optional.empty(), Optional.empty(), Optional.empty()));
        symbol.declare(place);
        return symbol;
    }

    /**
     * What others may rely on of what the line declares, and of {@code earlier} declarations that were checked with it, by name: as long as
     * it remains equal, they need not be looked at.
     */
    private Map<String, Object> facesIn(Round round, ModuleScope scope, Set<String> earlier) {
        Map<String, Object> result = new HashMap<>();
        Set<String> names = new LinkedHashSet<>(earlier);
        names.addAll(Unit.of(scope.parsed()).keySet());
        for (String name : names) {
            scope.scope().findHere(name).ifPresent(s -> result.put(name, Face.of(round, s)));
        }
        return result;
    }

    /** Says who does not go with what the line declares. */
    private void refuse(Attempt attempt, Set<String> changed, Diagnostics diagnostics) {
        List<Diagnostic> own = attempt.mistakes().all().stream()
                .filter(d -> d.span().file() == attempt.line().source().file())
                .toList();
        if (!own.isEmpty()) {
            own.forEach(diagnostics::report);
            return;
        }
        Diagnostic first = attempt.mistakes().all().getFirst();
        Set<String> users = new LinkedHashSet<>();
        for (Diagnostic d : attempt.mistakes().all()) {
            units.values().stream()
                    .filter(u -> contains(u.statement().span(), d.span()))
                    .map(u -> "\"" + u.name() + "\"")
                    .forEach(users::add);
        }
        Unit named = changed.stream().map(attempt.declared()::get).filter(u -> u != null).findFirst().orElseThrow();
        diagnostics.error(
                named.name().span(),
                String.join(", ", users) + " would no longer go with \"" + named.name() + "\": " + first.message(),
                "declare " + (users.size() == 1 ? "it" : "them") + " anew in the same line, or give this another name");
    }

    private static boolean contains(Span outer, Span inner) {
        return outer.file() == inner.file() && outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    /** Makes what the line that was checked last brings part of the session. */
    public void accept(SessionStep step) {
        replaced = new Replaced(new HashMap<>(), new HashMap<>());
        step.functions().forEach((id, f) -> {
            var old = settled.functions.put(id, f);
            if (old != null) {
                replaced.functions().put(id, old);
            }
        });
        step.program().classes().forEach((type, c) -> {
            TypedClass old = settled.classes.put(type, c);
            if (old != null && old != c) {
                replaced.classes().put(type, old);
            }
        });
        SessionAssembly.remember(settled, latest.round(), step.program());
        lines.add(latest.line().source().file());
        usesCollections.set(usesCollections.get() || mentionCollections(latest.line(), latest.added()));
    }

    /** Declares the names of the line that was accepted. Gives the variables that nothing names or uses any more. */
    public List<Global> declare(SessionStep step) {
        List<Global> before = new ArrayList<>();
        latest.declared().keySet().forEach(name -> Optional.ofNullable(units.get(name))
                .flatMap(u -> settled.variable(u.name()))
                .ifPresent(before::add));
        step.valuePlace().ifPresent(v -> lastValue.get().ifPresent(before::add));
        latest.added().forEach(m -> modules.put(m.source().path(), m));
        latest.declared().forEach((name, unit) -> {
            Unit former = units.remove(name);
            if (former != null) {
                settled.forget(former.name());
            }
            units.put(name, unit.at(latest.scope().pathOf(name)));
        });
        if (latest.checksAll()) {
            units.replaceAll((name, unit) -> unit.at(latest.scope().pathOf(name)));
        }
        faces.putAll(latest.faces());
        latest.scope().globals().forEach(settled::learn);
        latest.round().modules().values().stream()
                .filter(m -> m != latest.scope())
                .forEach(m -> m.globals().forEach(settled::learn));
        step.valuePlace().ifPresent(v -> lastValue.set(Optional.of(v)));
        lastValue.get().filter(v -> lostIn(v.type(), latest.round()).isPresent()).ifPresent(v -> {
            before.add(v);
            lastValue.set(Optional.empty());
        });
        lines.removeIf(f -> f == latest.line().source().file() && latest.declared().isEmpty());
        latest = null;
        Set<Global> used = new HashSet<>(settled.variables());
        lastValue.get().ifPresent(used::add);
        before.removeAll(used);
        if (!before.isEmpty()) {
            settled.functions.values().stream()
                    .filter(f -> !f.id().equals(step.line().topLevel()))
                    .forEach(f -> TreeWalk.expressions(f.body(), e -> before.removeIf(g -> uses(e, g))));
        }
        return before;
    }

    private static boolean uses(TypedExpression e, Global global) {
        return e instanceof TypedExpression.Read r && r.variable().equals(global)
                || e instanceof TypedExpression.Write w && w.variable().equals(global);
    }

    /**
     * Puts back what the line that was accepted has replaced. Gives what the program is then: what is new in it remains, for
     * objects that the line has left may need it.
     */
    public TypedProgram takeBack(SessionStep step) {
        settled.functions.putAll(replaced.functions());
        settled.classes.putAll(replaced.classes());
        lines.remove(latest.line().source().file());
        latest = null;
        return program();
    }

    /**
     * Forgets the functions that nobody can call any more, and gives them: closures of bodies that have been replaced and of lines
     * that have run, and functions whose names mean something else by now, unless {@code held} by objects.
     */
    public Set<FunctionId> sweep(Set<FunctionId> held) {
        Set<FunctionId> reached = new HashSet<>();
        List<FunctionId> open = new ArrayList<>(held);
        settled.functions.values().stream().filter(this::isDeclared).map(TypedFunction::id).forEach(open::add);
        while (!open.isEmpty()) {
            TypedFunction function = settled.functions.get(open.removeLast());
            if (function != null && reached.add(function.id())) {
                TreeWalk.expressions(function.body(), e -> functionIn(e).ifPresent(open::add));
            }
        }
        Set<FunctionId> dead = new HashSet<>(settled.functions.keySet());
        dead.removeAll(reached);
        dead.forEach(settled.functions::remove);
        return dead;
    }

    /** The function that the expression names itself. */
    static Optional<FunctionId> functionIn(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.Call c -> Optional.of(c.function());
            case TypedExpression.FunctionReference r -> Optional.of(r.function());
            case TypedExpression.MakeClosure m -> Optional.of(m.function());
            default -> Optional.empty();
        };
    }

    /** Of functions that objects hold, one that would not go with the line any more. */
    public Optional<Stale> staleAmong(Supplier<Set<FunctionId>> held, SessionStep step) {
        return new HeldCode(settled, step).stale(held);
    }

    /** Whether something other than a closure in an object may call it: members of classes are called for instances, which may live. */
    private boolean isDeclared(TypedFunction function) {
        boolean isOfLine = function.id().module().startsWith(LINE);
        return switch (function.kind()) {
            case CLOSURE -> false;
            case FUNCTION -> !isOfLine || units.values().stream().anyMatch(u -> contains(u.statement().span(), function.span()));
            case METHOD, CONSTRUCTOR, TOP_LEVEL -> !isOfLine || lines.contains(function.span().file());
        };
    }

    /** What the program is by now, without the modules of lines. */
    public TypedProgram program() {
        return new TypedProgram(
                List.of(),
                new LinkedHashMap<>(settled.classes),
                new LinkedHashMap<>(settled.functions),
                SessionAssembly.GROWABLE,
                List.copyOf(settled.library),
                new LinkedHashMap<>(settled.implementers),
                new LinkedHashMap<>(settled.adapters));
    }

    /** Nobody will call the function any more. */
    public void forget(FunctionId function) {
        settled.functions.remove(function);
    }
}
