package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Statement;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.typed.FunctionAdapters;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.LibraryMethod;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Puts the program of a session together, from what earlier lines left and what a line brings. */
final class SessionAssembly {
    /** In a session, all arrays. */
    static final Set<Type> GROWABLE = Set.of(PrimitiveType.ANY);

    private final Settled settled;
    private final Round round;
    private final ModuleScope scope;
    private final List<TypedModule> modules;
    private final boolean checksAll;
    private final Map<FunctionId, TypedFunction> functions = new LinkedHashMap<>();

    /** @param checksAll whether the round has checked everything that the session declares */
    SessionAssembly(Settled settled, Round round, ModuleScope scope, List<TypedModule> modules, boolean checksAll) {
        this.settled = settled;
        this.round = round;
        this.scope = scope;
        this.modules = modules;
        this.checksAll = checksAll;
    }

    SessionStep step(ParsedModule line, List<String> declared) {
        functions.putAll(round.functions());
        Map<ClassType, TypedClass> classes = classes();
        boolean newClasses = !classes.equals(settled.classes);
        boolean replaces = newClasses || functions.keySet().stream().anyMatch(settled.functions::containsKey);
        classes.values().stream().filter(c -> c.type().isShape()).forEach(c -> {
            if (!settled.functions.containsKey(c.constructor())) {
                TypedFunction constructor = ShapeClasses.constructor(round.classOf(c.type()));
                functions.put(constructor.id(), constructor);
            }
        });
        addAccessors(classes, newClasses);
        Optional<TypedExpression> value = value(line);
        Optional<Global> place = value.filter(v -> v.type() != PrimitiveType.NULL)
                .map(v -> new Global("", SessionChecker.LAST_VALUE, v.type()));
        place.ifPresent(p -> keepValue(value.get(), p));
        Set<LibraryMethod> library = new LinkedHashSet<>(settled.library);
        library.addAll(round.wordMethods().made(id -> functions.getOrDefault(id, settled.functions.get(id))));
        List<LibraryMethod> methods = List.copyOf(library);
        Map<FunctionType, FunctionId> adapters = adapters(classes, methods, newClasses);
        Map<FunctionId, TypedFunction> all = new LinkedHashMap<>(settled.functions);
        all.putAll(functions);
        TypedProgram program = new TypedProgram(
                modules, classes, all, GROWABLE, methods, implementers(newClasses), adapters);
        return new SessionStep(program, functions, replaces, value, place, remaking(classes), declared);
    }

    private Map<ClassType, TypedClass> classes() {
        Map<ClassType, TypedClass> result = new LinkedHashMap<>(settled.classes);
        Set<ClassType> made = new HashSet<>();
        for (ClassSymbol symbol : List.copyOf(round.classes().values())) {
            if (!round.instances().isOpen(symbol.type()) && !symbol.isPlaceholder()) {
                add(symbol, result, made);
            }
        }
        return result;
    }

    private void add(ClassSymbol symbol, Map<ClassType, TypedClass> result, Set<ClassType> done) {
        if (!done.add(symbol.type())) {
            return;
        }
        symbol.superclass().ifPresent(s -> add(s, result, done));
        TypedClass old = settled.classes.get(symbol.type());
        boolean isKnown = old != null && old.span().equals(symbol.node().span());
        boolean mayGetMethods = !symbol.type().arguments().isEmpty() || symbol.node().span().file().isBuiltIn();
        if (isKnown && (symbol.isShape() || !checksAll && !mayGetMethods)) {
            return;
        }
        symbol.fields().values().forEach(round.globals()::typeOf);
        TypedClass now = new ClassChecker(round).typed(symbol);
        if (!now.equals(old)) {
            result.put(symbol.type(), now);
        }
    }

    private Set<ClassType> remaking(Map<ClassType, TypedClass> classes) {
        Set<ClassType> result = new LinkedHashSet<>();
        classes.forEach((type, c) -> {
            TypedClass old = settled.classes.get(type);
            boolean isSame = old == null || old.fields().equals(c.fields()) && old.superclass().equals(c.superclass());
            if (!isSame) {
                result.add(type);
            }
        });
        return result;
    }

    /** Those that the line uses, and with new classes all that were ever used. */
    private void addAccessors(Map<ClassType, TypedClass> classes, boolean newClasses) {
        if (newClasses || checksAll) {
            settled.accessors.forEach(round.accessors().requested()::putIfAbsent);
            settled.presences.forEach(round.presences()::of);
            Map<FunctionId, TypedFunction> all = new LinkedHashMap<>(settled.functions);
            all.putAll(functions);
            Map<FunctionId, TypedFunction> before = new LinkedHashMap<>(all);
            round.accessors().addTo(all, classes.keySet());
            round.presences().addTo(all, classes.keySet());
            all.forEach((id, f) -> {
                if (before.get(id) != f) {
                    functions.put(id, f);
                }
            });
        } else {
            round.accessors().addTo(functions, classes.keySet());
            round.presences().addTo(functions, classes.keySet());
        }
    }

    private Map<FunctionType, FunctionId> adapters(
            Map<ClassType, TypedClass> classes, List<LibraryMethod> library, boolean newClasses) {
        Map<FunctionType, FunctionId> result = new LinkedHashMap<>(settled.adapters);
        Map<FunctionId, TypedFunction> users = new LinkedHashMap<>();
        if (newClasses) {
            users.putAll(settled.functions);
        }
        users.putAll(functions);
        Map<FunctionId, TypedFunction> before = new LinkedHashMap<>(users);
        result.putAll(FunctionAdapters.extend(settled.adapters, users, classes, library));
        users.forEach((id, f) -> {
            if (before.get(id) != f) {
                functions.put(id, f);
            }
        });
        return result;
    }

    private Map<InterfaceType, List<ClassType>> implementers(boolean newClasses) {
        Map<InterfaceType, List<ClassType>> result = new LinkedHashMap<>(settled.implementers);
        Set<InterfaceType> wanted = new LinkedHashSet<>(round.interfaces().keySet());
        if (newClasses) {
            wanted.addAll(settled.implementers.keySet());
        }
        wanted.stream().filter(i -> !round.instances().isOpen(i)).forEach(i -> result.put(
                i, round.shapes().classesOf(i).stream().map(ClassSymbol::type).toList()));
        return result;
    }

    /** The expression at the end of the line, if it has a value. */
    private Optional<TypedExpression> value(ParsedModule line) {
        List<Statement> written = line.tree().statements();
        List<TypedStatement> statements = topLevel().body().statements();
        boolean endsInExpression = !written.isEmpty() && written.getLast() instanceof Statement.ExpressionStatement;
        return endsInExpression
                        && !statements.isEmpty()
                        && statements.get(lastOf(statements)) instanceof TypedStatement.Evaluate last
                        && last.expression().type().representation() != Representation.NOTHING
                ? Optional.of(last.expression())
                : Optional.empty();
    }

    /** The last statement that was written; what runs the timers stands behind it. */
    private int lastOf(List<TypedStatement> statements) {
        return statements.size() - (round.timers().isPresent() && statements.size() > 1 ? 2 : 1);
    }

    private TypedFunction topLevel() {
        return functions.get(modules.getLast().topLevel());
    }

    /** Lets the line store its value. */
    private void keepValue(TypedExpression value, Global place) {
        TypedFunction f = topLevel();
        List<TypedStatement> statements = new ArrayList<>(f.body().statements());
        statements.set(lastOf(statements), new TypedStatement.Evaluate(value.span(), new TypedExpression.Write(value.span(), place, value)));
        TypedModule line = modules.removeLast();
        List<Global> globals = new ArrayList<>(line.globals());
        globals.add(place);
        modules.add(new TypedModule(line.path(), line.file(), globals, line.topLevel(), line.code()));
        functions.put(f.id(), new TypedFunction(
                f.id(), f.displayName(), f.kind(), f.parameters(), f.captures(), f.result(),
                new TypedStatement.Block(f.body().span(), statements), f.deviceBound(), f.span()));
    }

    /** Keeps what later lines need to know of a round. */
    static void remember(Settled settled, Round round, TypedProgram program) {
        settled.interfaces.putAll(round.interfaces());
        settled.implementers.putAll(program.implementers());
        settled.adapters.putAll(program.adapters());
        settled.shapes.putAll(round.knowledge().shapes());
        settled.accessors.putAll(round.accessors().requested());
        settled.presences.addAll(round.presences().requested());
        settled.namedAtRunTime.addAll(round.instances().namedAtRunTime());
        settled.library.addAll(program.library());
    }
}
