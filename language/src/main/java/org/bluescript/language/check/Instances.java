package org.bluescript.language.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/**
 * The instances of generic functions and classes: what they are for given type arguments, each made once and checked by itself. Of an instance of a
 * class, only those methods are made that are called.
 * A generic body is moreover checked once for the placeholders of its type parameters, and there its mistakes are reported
 * where they stand. What is wrong only in an instance is reported where the instance is used.
 */
final class Instances {
    /** So deep may types be nested that are type arguments. A program that needs more will always need yet more. */
    private static final int DEPTH_LIMIT = 10;

    private final Round round;
    private final Map<FunctionSymbol, Map<List<Type>, FunctionSymbol>> functions = new IdentityHashMap<>();
    private final Map<Object, Use> uses = new IdentityHashMap<>();
    private final List<Span> users = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Runnable> undeclared = new ArrayList<>();
    private boolean declared;
    private final Set<String> namedAtRunTime = new HashSet<>();
    private final Set<Span> grown = new HashSet<>();
    private final Set<ClassSymbol> begun = new HashSet<>();

    /** Where an instance was first needed; {@code generic} is the text that it is made from. */
    private record Use(Span span, Span generic, String name) {}

    private record Failure(Use use, Diagnostic reason) {}

    Instances(Round round) {
        this.round = round;
    }

    /** The function that {@code pattern} is for the type arguments; nothing, with a message, if there is no end to such. */
    Optional<FunctionSymbol> function(FunctionSymbol pattern, List<Type> arguments, Span use) {
        Generic generic = pattern.generic().orElseThrow();
        if (arguments.equals(generic.placeholders())) {
            return Optional.of(pattern);
        }
        Map<List<Type>, FunctionSymbol> known = functions.computeIfAbsent(pattern, p -> new HashMap<>());
        if (!known.containsKey(arguments)) {
            if (isTooDeep(arguments, pattern.name(), use)) {
                return Optional.empty();
            }
            FunctionId id =
                    new FunctionId(pattern.id().module(), pattern.id().name() + QualifiedName.list(arguments));
            FunctionSymbol instance = pattern.instance(generic, arguments, id);
            known.put(arguments, instance);
            uses.put(instance, new Use(userOf(use), pattern.node().span(), instance.instanceName()));
            if (pattern.surroundings().isPresent()) {
                // What is wrong with it has been said of the pattern.
                instance.resolveLater(() -> round.onTrial(() -> ModuleDeclarations.resolveSignatureNow(round, instance)));
                return Optional.of(instance);
            }
            ModuleDeclarations.resolveSignature(round, instance);
            boolean isVirtual = pattern.owner().isPresent() && !pattern.modifiers().isStatic();
            if (isVirtual && !isOpen(instance.typeArguments())) {
                pattern.owner().get().methodInstances().put(instance.instanceName(), instance);
            }
            await(instance.typeArguments(), () -> check(instance));
        }
        return Optional.of(known.get(arguments));
    }

    /** The class that {@code generic} is for the type arguments; nothing, with a message, if there is no end to such. */
    Optional<ClassSymbol> classOf(GenericClass generic, List<Type> arguments, Span use) {
        ClassType type = new ClassType(generic.statics().type().module(), generic.name(), arguments);
        ClassSymbol known = round.classes().get(type);
        if (known == null && isTooDeep(arguments, generic.name(), use)) {
            return Optional.empty();
        }
        if (known == null) {
            Scope scope = generic.generic(round).scopeWith(arguments);
            ClassSymbol instance = ClassSymbol.instance(generic, scope, type);
            known = instance;
            round.classes().put(type, instance);
            uses.put(instance, new Use(userOf(use), generic.node().span(), instance.name()));
            as(instance, () -> {
                ModuleDeclarations.resolveSuperclass(round, instance);
                new ClassDeclarations(round).declare(instance);
            });
            await(arguments, () -> check(instance));
        }
        return Optional.of(known);
    }

    /** The class whose members are the patterns of all instances' members. */
    ClassSymbol pattern(GenericClass generic) {
        return classOf(generic, generic.generic(round).placeholders(), generic.node().name().span())
                .orElseThrow();
    }

    /** Checks the text of a generic function where it stands; once, if it is a method of a generic class. */
    void checkText(FunctionSymbol pattern) {
        boolean isChecked = !pattern.generic().orElseThrow().isBoundedByItself();
        if (isChecked && pattern.owner().map(this::isText).orElse(true)) {
            function(pattern, pattern.generic().orElseThrow().representatives(), pattern.declaration().span())
                    .ifPresent(this::check);
        }
    }

    /** Checks the text of a generic class where it stands; what is bounded by itself is checked in its instances only. */
    void checkText(GenericClass generic) {
        if (!generic.generic(round).isBoundedByItself()) {
            classOf(generic, generic.generic(round).representatives(), generic.node().name().span())
                    .ifPresent(this::check);
        }
    }

    /** The instances made so far. */
    List<FunctionSymbol> madeOf(FunctionSymbol pattern) {
        return List.copyOf(functions.getOrDefault(pattern, Map.of()).values());
    }

    /** Reports at the place of its first use what goes wrong in an instance only. */
    void reportFailure(FunctionSymbol instance, Diagnostic reason) {
        report(new Failure(uses.get(instance), reason));
    }

    /** Checks the function now, in the way that befits it, unless that has been done. */
    void check(FunctionSymbol function) {
        as(function, () -> new FunctionChecker(round).checkNow(function));
    }

    private void check(ClassSymbol symbol) {
        if (begun.add(symbol) && !round.settled().known(symbol).isPresent()) {
            as(symbol, () -> new ClassChecker(round).check(symbol));
        }
    }

    /** Something calls the method: if its class is an instance, it is needed. What nobody calls is never made. */
    void use(FunctionSymbol function) {
        boolean isMadeOnDemand = !function.typeArguments().isEmpty() || function.module().isBuiltIn();
        boolean isNeeded = function.state() == FunctionSymbol.State.WAITING
                && isMadeOnDemand
                && !NestedGenerics.isInstance(function);
        if (isNeeded && function.generic().isEmpty()) {
            await(function.typeArguments(), () -> check(function));
        }
    }

    /** An object of the class is made: if it is one of the library that has no type parameters, it is needed. */
    void use(ClassSymbol symbol) {
        boolean isMadeOnDemand = symbol.module().isBuiltIn() && !round.modules().containsKey(symbol.module().path());
        if (isMadeOnDemand && symbol.generic().isEmpty()) {
            await(List.of(), () -> check(symbol));
        }
    }

    /** A member of this name may be wanted of any object at run time. */
    void useNamed(String name) {
        namedAtRunTime.addAll(List.of(name, GetSet.getter(name), GetSet.setter(name)));
    }

    /** The names of such members. */
    Set<String> namedAtRunTime() {
        return namedAtRunTime;
    }

    /** Does something with an instance whose mistakes and functions count as those of the instance do. */
    void as(FunctionSymbol function, Runnable action) {
        Use use = Optional.ofNullable(uses.get(function))
                .or(() -> function.owner().map(uses::get))
                .orElse(null);
        as(isOpen(function.typeArguments()), isText(function), use, action);
    }

    /** Finds out what the generic type that the text {@code generic} declares is for the type arguments. */
    void define(Generic parameters, List<Type> arguments, Span generic, String name, Span use, Runnable definition) {
        boolean isText = arguments.equals(parameters.representatives());
        as(isOpen(arguments), isText, new Use(userOf(use), generic, name), definition);
    }

    private void as(ClassSymbol symbol, Runnable action) {
        as(isOpen(symbol.type().arguments()), isText(symbol), uses.get(symbol), action);
    }

    /** The place in the program for the sake of which something is used at {@code use}, which may be in the prelude. */
    private Span userOf(Span use) {
        return use.file().isBuiltIn() && !users.isEmpty() ? users.getLast() : use;
    }

    private void as(boolean isOpen, boolean isText, Use use, Runnable action) {
        if (use != null) {
            users.addLast(use.span());
        }
        try {
            inMode(isOpen, isText, use, action);
        } finally {
            if (use != null) {
                users.removeLast();
            }
        }
    }

    private void inMode(boolean isOpen, boolean isText, Use use, Runnable action) {
        if (isOpen && isText) {
            round.forMistakes(action);
        } else if (isOpen) {
            round.onTrial(action);
        } else if (isText) {
            round.forReal(action);
        } else {
            round.forFunctions(action).ifPresent(d -> failures.add(new Failure(use, d)));
        }
    }

    /** Whether the function is the one whose mistakes are those of its text; true of all that are not generic. */
    private boolean isText(FunctionSymbol function) {
        return function.owner().map(this::isText).orElse(true)
                && function.instanceOf()
                        .map(g -> function.ownArguments().equals(g.representatives()))
                        .orElse(true);
    }

    /** Whether the class is the one whose mistakes are those of its text; true of all that are not generic. */
    boolean isText(ClassSymbol symbol) {
        return symbol.generic()
                .map(g -> symbol.type().arguments().equals(g.generic(round).representatives()))
                .orElse(true);
    }

    private void await(List<Type> arguments, Runnable check) {
        if (!isOpen(arguments)) {
            waiting.add(check);
        }
    }

    /** Whether all superclasses are known. */
    boolean isDeclared() {
        return declared;
    }

    /** Runs the check when all superclasses are known; now, if they are. */
    void onceDeclared(Runnable check) {
        if (declared) {
            check.run();
        } else {
            undeclared.add(check);
        }
    }

    /** All names, superclasses and members of the program are known. */
    void declarationsAreComplete() {
        declared = true;
        undeclared.forEach(Runnable::run);
    }

    /** Checks all instances that are needed so far, and those that they need. */
    void checkWaiting() {
        do {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
            addOverriding();
        } while (!waiting.isEmpty());
    }

    /** A method that overrides one that is needed is needed too, and so is one that is called through an interface. */
    private void addOverriding() {
        round.accessors().methods().forEach(this::use);
        for (ClassSymbol symbol : List.copyOf(round.classes().values())) {
            symbol.methods().values().stream()
                    .filter(m -> namedAtRunTime.contains(m.name()))
                    .forEach(this::use);
            Optional<ClassSymbol> ancestor = isOpen(symbol.type()) ? Optional.empty() : symbol.superclass();
            while (ancestor.isPresent()) {
                List.copyOf(ancestor.get().methodInstances().values()).forEach(m -> overriding(symbol, m));
                ancestor.get().methods().values().forEach(m -> {
                    FunctionSymbol own = symbol.methods().get(m.name());
                    if (own != null && m.state() != FunctionSymbol.State.WAITING) {
                        use(own);
                    }
                });
                ancestor = ancestor.get().superclass();
            }
        }
    }

    private void overriding(ClassSymbol symbol, FunctionSymbol inherited) {
        FunctionSymbol own = symbol.methods().get(inherited.name());
        if (own == null || own.generic().isEmpty()) {
            return;
        }
        List<Type> arguments = inherited.ownArguments();
        if (own.generic().get().parameters().size() == arguments.size() && !isOpen(arguments)) {
            Span use = Optional.ofNullable(uses.get(inherited)).map(Use::span).orElse(own.declaration().span());
            function(own, arguments, use);
        }
    }

    /** Reports what is wrong only in instances; not of those whose text has mistakes of its own. */
    void report() {
        for (Failure failure : failures) {
            Span generic = failure.use().generic();
            boolean hasOwn = round.mistakes().stream()
                    .map(Diagnostic::span)
                    .anyMatch(s -> s.file() == generic.file() && s.start() >= generic.start() && s.end() <= generic.end());
            if (!hasOwn) {
                report(failure);
            }
        }
        failures.clear();
    }

    private void report(Failure failure) {
        round.error(
                failure.use().span(),
                "\"" + failure.use().name() + "\" cannot be made: " + failure.reason().message(),
                "it goes wrong at " + failure.reason().span() + ", where other types would do");
    }

    /** Whether the type arguments are nested so deep that there will be no end to it; then says so. */
    boolean isTooDeep(List<Type> arguments, String name, Span use) {
        if (arguments.stream().allMatch(t -> depth(t) <= DEPTH_LIMIT)) {
            return false;
        }
        if (grown.add(use)) {
            round.forReal(() -> round.error(
                    use,
                    "\"" + name + "\" would need instances of ever larger types",
                    "let it use itself with the same type arguments only"));
        }
        return true;
    }

    private static int depth(Type type) {
        return switch (type) {
            case ArrayType t -> 1 + depth(t.element());
            case NullableType t -> depth(t.of());
            case UnionType t when t.isRecursive() ->
                t.arguments().stream().mapToInt(Instances::depth).max().orElse(-1) + 1;
            case UnionType t -> t.members().stream().mapToInt(Instances::depth).max().orElse(0);
            case ClassType t -> t.arguments().stream().mapToInt(Instances::depth).max().orElse(-1) + 1;
            case InterfaceType t -> t.arguments().stream().mapToInt(Instances::depth).max().orElse(-1) + 1;
            case FunctionType t ->
                1 + Math.max(depth(t.result()), t.parameters().stream().mapToInt(Instances::depth).max().orElse(0));
            default -> 0;
        };
    }

    /** Whether placeholders stand in one of the types. */
    boolean isOpen(List<Type> types) {
        return types.stream().anyMatch(this::isOpen);
    }

    boolean isOpen(Type type) {
        return isOpen(type, new HashSet<>());
    }

    private boolean isOpen(Type type, Set<Type> seen) {
        return switch (type) {
            case ArrayType t -> isOpen(t.element(), seen);
            case NullableType t -> isOpen(t.of(), seen);
            case UnionType t when t.isRecursive() -> t.arguments().stream().anyMatch(a -> isOpen(a, seen))
                    || seen.add(t) && t.members().stream().anyMatch(m -> isOpen(m, seen));
            case UnionType t -> t.members().stream().anyMatch(m -> isOpen(m, seen));
            case ClassType t -> isPlaceholder(t) && !seen.contains(t) || t.arguments().stream().anyMatch(a -> isOpen(a, seen));
            case FunctionType t ->
                isOpen(t.result(), seen) || t.parameters().stream().anyMatch(p -> isOpen(p, seen));
            case InterfaceType t -> seen.add(t)
                    && (t.arguments().stream().anyMatch(a -> isOpen(a, seen))
                            || round.interfaceOf(t).members().values().stream().anyMatch(m -> isOpen(m, seen)));
            default -> false;
        };
    }

    /** The placeholders of its own type parameters leave nothing open. */
    private boolean isOpen(ShapeMember member, Set<Type> seen) {
        Set<Type> known = new HashSet<>(seen);
        member.generic().ifPresent(g -> known.addAll(g.parameters().placeholders()));
        return isOpen(member.type(), known);
    }

    boolean isPlaceholder(Type type) {
        return type instanceof ClassType t && Optional.ofNullable(round.classOf(t)).filter(ClassSymbol::isPlaceholder).isPresent();
    }

    /** The pattern with types in the place of placeholders; {@code never} where one is missing in what needs it. */
    Type substitute(Type pattern, Map<Type, Type> meaning, Span use) {
        return switch (pattern) {
            case ArrayType t -> new ArrayType(substitute(t.element(), meaning, use));
            case NullableType t -> {
                Type of = substitute(t.of(), meaning, use);
                boolean cannotBeNullable = !of.isReference() || Assignability.isNullable(of);
                yield cannotBeNullable ? of : new NullableType(of);
            }
            case UnionType t when t.isRecursive() && t.arguments().isEmpty() -> t;
            case UnionType t when t.isRecursive() -> {
                List<Type> arguments =
                        t.arguments().stream().map(a -> substitute(a, meaning, use)).toList();
                yield arguments.stream().anyMatch(Assignability::isUnknown)
                                || isTooDeep(arguments, t.name(), use)
                        ? PrimitiveType.NEVER
                        : round.recursiveUnions().get(t).instance(arguments, use);
            }
            case UnionType t ->
                Unions.of(t.members().stream().map(m -> substitute(m, meaning, use)).toList());
            case FunctionType t -> new FunctionType(
                    t.parameters().stream().map(p -> substitute(p, meaning, use)).toList(),
                    substitute(t.result(), meaning, use),
                    t.required(),
                    t.hasRest());
            case InterfaceType t when !t.arguments().isEmpty() -> {
                List<Type> arguments =
                        t.arguments().stream().map(a -> substitute(a, meaning, use)).toList();
                yield arguments.stream().anyMatch(Assignability::isUnknown)
                                || isTooDeep(arguments, t.name(), use)
                        ? PrimitiveType.NEVER
                        : round.interfaceOf(t).instances().orElseThrow().apply(arguments, use);
            }
            case ClassType t when isPlaceholder(t) -> meaning.getOrDefault(t, PrimitiveType.NEVER);
            case ClassType t when !t.arguments().isEmpty() -> {
                List<Type> arguments =
                        t.arguments().stream().map(a -> substitute(a, meaning, use)).toList();
                ClassSymbol symbol = round.classOf(t);
                yield arguments.stream().anyMatch(Assignability::isUnknown) || symbol == null
                        ? PrimitiveType.NEVER
                        : symbol.generic()
                                .flatMap(g -> classOf(g, arguments, use))
                                .<Type>map(ClassSymbol::type)
                                .orElse(PrimitiveType.NEVER);
            }
            default -> pattern;
        };
    }
}
