package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.modules.ErrorsModule;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.modules.TimersModule;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionAdapters;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.LibraryMethod;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;

/** Checks a whole program, in as many rounds as it takes until nothing new is learned. Only the last one counts. */
public final class TypeChecker {
    /** More rounds than any program needs: each learns something of which there is only so much. */
    private static final int ROUND_LIMIT = 1000;

    private final List<ParsedModule> modules;

    private TypeChecker(List<ParsedModule> modules) {
        this.modules = modules;
    }

    /**
     * The meaning of the program that consists of the modules, each after all that it imports; nothing if there are mistakes,
     * which are added to {@code diagnostics}.
     */
    public static Optional<TypedProgram> check(List<ParsedModule> modules, Diagnostics diagnostics) {
        return new TypeChecker(modules).check(diagnostics);
    }

    private Optional<TypedProgram> check(Diagnostics diagnostics) {
        Knowledge knowledge = new Knowledge();
        for (int i = 0; i < ROUND_LIMIT; i++) {
            knowledge.beginRound();
            Scope builtins = BuiltinNames.scope();
            Round round = new Round(knowledge, builtins);
            List<TypedModule> typed = check(round, builtins);
            if (!knowledge.isOutdated()) {
                Diagnostics found = round.result();
                if (round.hasOnlyConsequences() && knowledge.settleEmptyArrays()) {
                    continue;
                }
                report(found.all(), diagnostics);
                return diagnostics.hasErrors() ? Optional.empty() : Optional.of(program(round, typed));
            }
        }
        throw new IllegalStateException("no end after " + ROUND_LIMIT + " rounds");
    }

    /** Adds what was found, but not on lines that could not be read as they stand: the tree has something else there. */
    private static void report(List<Diagnostic> found, Diagnostics diagnostics) {
        List<Span> before = diagnostics.all().stream().map(Diagnostic::span).toList();
        found.stream()
                .filter(d -> before.stream().noneMatch(s -> isOnSameLine(s, d.span())))
                .forEach(diagnostics::report);
    }

    private static boolean isOnSameLine(Span a, Span b) {
        return a.file() == b.file() && a.position().line() == b.position().line();
    }

    private List<TypedModule> check(Round round, Scope builtins) {
        round.prelude().declareClasses(modules);
        List<ModuleDeclarations> declarations = new ArrayList<>();
        List<ModuleScope> scopes = new ArrayList<>();
        for (ParsedModule parsed : modules) {
            ModuleScope scope = new ModuleScope(parsed, builtins);
            round.modules().put(scope.path(), scope);
            ModuleDeclarations declared = new ModuleDeclarations(round, scope);
            declared.declare();
            if (scope.path().equals(ErrorsModule.PATH)) {
                scope.exports().forEach(builtins::declare);
            } else if (scope.path().equals(TimersModule.PATH)) {
                round.setTimers(Timers.declare(scope, builtins, modules.getLast()));
            }
            scopes.add(scope);
            declarations.add(declared);
        }
        round.instances().declarationsAreComplete();
        List<TypedModule> typed = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            typed.add(new ModuleChecker(round, scopes.get(i), declarations.get(i)).check());
        }
        return typed;
    }

    private static TypedProgram program(Round round, List<TypedModule> modules) {
        Map<ClassType, TypedClass> classes = new LinkedHashMap<>();
        round.accessors().addTo(round.functions());
        Set<ClassType> made = new HashSet<>();
        round.functions().values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.New n) {
                made.add(n.type());
            }
        }));
        round.classes().values().stream()
                .filter(c -> !c.isShape() || made.contains(c.type()))
                .filter(c -> !round.instances().isOpen(c.type()))
                .forEach(c -> addWithSuperclasses(round, c, classes));
        classes.keySet().stream().map(round::classOf).filter(ClassSymbol::isShape).forEach(c -> {
            TypedFunction constructor = ShapeClasses.constructor(c);
            round.functions().put(constructor.id(), constructor);
        });
        Map<InterfaceType, List<ClassType>> implementers = new LinkedHashMap<>();
        round.interfaces().keySet().stream().filter(i -> !round.instances().isOpen(i)).forEach(i -> implementers.put(
                i, round.shapes().classesOf(i).stream().map(ClassSymbol::type).toList()));
        Map<FunctionId, TypedFunction> functions = new LinkedHashMap<>(round.functions());
        round.presences().addTo(functions, classes.keySet());
        List<LibraryMethod> library = round.wordMethods().made();
        return new TypedProgram(
                modules,
                classes,
                functions,
                Set.copyOf(round.growable()),
                library,
                implementers,
                FunctionAdapters.addTo(functions, classes, library));
    }

    private static void addWithSuperclasses(Round round, ClassSymbol symbol, Map<ClassType, TypedClass> classes) {
        if (!classes.containsKey(symbol.type())) {
            symbol.superclass().ifPresent(s -> addWithSuperclasses(round, s, classes));
            classes.put(symbol.type(), new ClassChecker(round).typed(symbol));
        }
    }
}
