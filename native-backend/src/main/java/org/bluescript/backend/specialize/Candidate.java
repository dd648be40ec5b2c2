package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.infer.Types;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** A function of which there will be specialised versions, and of its loops that the host enters. */
final class Candidate {
    private final Types types;
    private final TypedFunction function;
    private final FunctionProfile profile;
    private final TypedStatement.Block body;
    private final Linearizer linearizer;
    private final Map<TypedExpression, Observed> seen = new IdentityHashMap<>();
    /** Variables of the module, whose first values are never looked at. */
    private final Set<Local> variables;

    /** The loops, as they have been written. */
    private final Map<TypedStatement.Loop, SourceLoop> loops = new LinkedHashMap<>();

    /** What is known in each version. */
    private List<Variant> variants = List.of();

    private Set<Local> carried;

    /**
     * What one version is made for.
     *
     * @param arguments what is known of them
     * @param result the version's
     */
    private record Variant(List<Type> arguments, Facts facts, Type result) {}

    /** @param mostVersions so many of them at most */
    Candidate(
            Types types, Effects effects, SourceFunction source, FunctionProfile profile, List<SourceLoop> entered, int mostVersions) {
        this.types = types;
        this.function = source.function();
        this.profile = profile;
        this.variables = Set.copyOf(source.variables().values());
        source.values().forEach((e, n) -> seen.put(e, new Observed(n, profile.value(n))));
        this.linearizer = new Linearizer(effects, seen);
        this.body = linearizer.linear(function);
        entered.forEach(l -> linearizer.loop(l.loop()).ifPresent(written -> loops.put(written, l)));
        this.variants = Shapes.of(types, function, profile, mostVersions).stream()
                .map(arguments -> variant(arguments, Facts.Results.NONE))
                .toList();
        if (isMixed()) {
            variants = variants.stream().map(v -> new Variant(v.arguments(), v.facts(), PrimitiveType.NEVER)).toList();
        }
    }

    private Variant variant(List<Type> arguments, Facts.Results results) {
        Facts facts = new Facts(
                types,
                function,
                body,
                arguments,
                this::isUnset,
                e -> seen.containsKey(e) ? types.of(seen.get(e).seen()) : PrimitiveType.NEVER,
                results);
        Type expected = types.of(profile.result());
        boolean isKnown = function.result() == PrimitiveType.ANY && isResult(expected);
        return new Variant(arguments, facts, isKnown ? expected : function.result());
    }

    private static boolean isResult(Type type) {
        return type != PrimitiveType.ANY && type != PrimitiveType.NEVER && type != PrimitiveType.NULL;
    }

    private boolean isUnset(Local local) {
        return linearizer.isUnset(local) || variables.contains(local);
    }

    // ---- what versions give that are for different types

    /** Whether there are several versions. */
    boolean isMixed() {
        return variants.size() > 1;
    }

    /**
     * Finds out more about its values from what calls of others give, and from that what its own versions give: first that they never return.
     *
     * @return whether they give more than until now
     */
    boolean infer(Facts.Results results) {
        boolean changed = false;
        List<Variant> inferred = new ArrayList<>();
        for (Variant before : variants) {
            Variant now = variant(before.arguments(), results);
            if (isMixed() && function.result() == PrimitiveType.ANY) {
                Type result = types.join(before.result(), returned(now.facts()));
                changed |= !result.equals(before.result());
                now = new Variant(now.arguments(), now.facts(), result);
            }
            inferred.add(now);
        }
        variants = inferred;
        return changed;
    }

    private Type returned(Facts facts) {
        Type[] all = {PrimitiveType.NEVER};
        TreeWalk.statements(body, s -> {
            if (s instanceof TypedStatement.Return r) {
                r.value().ifPresent(v -> all[0] = types.join(all[0], facts.of(v)));
            }
        });
        return all[0];
    }

    /** What it gives for arguments of these types, if there is a version for them; else {@code ANY}. */
    Type result(List<Type> arguments) {
        if (arguments.contains(PrimitiveType.NEVER)) {
            return PrimitiveType.NEVER;
        }
        return variants.stream()
                .filter(v -> takes(v, arguments))
                .findFirst()
                .map(Variant::result)
                .orElse(PrimitiveType.ANY);
    }

    private boolean takes(Variant variant, List<Type> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Type wanted = variant.arguments().get(i);
            if (wanted != PrimitiveType.ANY && !types.isWithin(arguments.get(i), wanted)) {
                return false;
            }
        }
        return true;
    }

    /** No more will be inferred: a result of which nothing is known is a word. */
    void settle() {
        variants = variants.stream()
                .map(v -> isResult(v.result()) || v.result().equals(function.result())
                        ? v
                        : new Variant(v.arguments(), v.facts(), variant(v.arguments(), Facts.Results.NONE).result()))
                .toList();
    }

    TypedFunction function() {
        return function;
    }

    /** Whether there is a version of the whole function, not only of what it does from some loop on. */
    boolean isWhole() {
        return function.kind() != TypedFunction.Kind.TOP_LEVEL;
    }

    /** What versions of a function are. */
    static TypedFunction.Kind kind(TypedFunction function) {
        return function.kind() == TypedFunction.Kind.CLOSURE ? TypedFunction.Kind.CLOSURE : TypedFunction.Kind.FUNCTION;
    }

    /** Its versions, if those that {@code leaving} tells may be left with a result of another type. */
    List<Version> versions(List<Boolean> leaving) {
        List<Version> result = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            List<Type> parameterTypes = function.parameters().stream()
                    .map(p -> p.type() == PrimitiveType.ANY ? variant.facts().of(p) : p.type())
                    .toList();
            result.add(new Version(function.id().specialised(i + 1), parameterTypes, variant.result(), leaving.get(i)));
        }
        return result;
    }

    /** The same, if all of them may be. */
    List<Version> versions() {
        return versions(Collections.nCopies(variants.size(), true));
    }

    /**
     * The function, written.
     *
     * @param specialised its versions; empty if only loops of it have versions
     * @param loops the versions of its loops, for each loop as many
     * @param leaves for each version whether it may be left with a result of another type
     */
    record Written(
            List<TypedFunction> specialised, Map<SourceLoop, List<TypedFunction>> loops, Exits exits, List<Boolean> leaves) {}

    /** What another writing need not pass to the continuation, because this one did not. */
    void keep(Written written) {
        carried = written.exits().carried();
    }

    Written write(Environment environment, GuardCounters counters) {
        Map<TypedStatement.Loop, Exits.Entered> entered = new IdentityHashMap<>();
        loops.forEach((loop, source) -> entered.put(loop, new Exits.Entered(source.id().number(), source.recall(), source.state())));
        Exits exits = new Exits(
                function,
                function.id().continuation(),
                body,
                entered,
                l -> carried == null || carried.contains(l));
        List<TypedFunction> specialised = new ArrayList<>();
        List<Boolean> leaves = new ArrayList<>();
        Map<SourceLoop, List<TypedFunction>> loopVersions = new LinkedHashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            int number = i + 1;
            exits.begin(0, function.parameters(), Map.of());
            FunctionSpecializer writer = writer(environment, variant, exits, variant.result(), Set.of(), counters);
            if (isWhole()) {
                List<Local> parameters = function.parameters().stream().map(writer::local).toList();
                specialised.add(
                        function(function.id().specialised(number), parameters, variant.result(), writer.block(body)));
            }
            leaves.add(writer.leaves());
            loops.forEach((loop, source) -> loopVersions
                    .computeIfAbsent(source, l -> new ArrayList<>())
                    .add(loopVersion(number, variant, loop, source, environment, exits, counters)));
        }
        loops.forEach((loop, source) -> exits.entering(loop, source.state().stream().map(source::value).toList()));
        return new Written(specialised, loopVersions, exits, leaves);
    }

    private FunctionSpecializer writer(
            Environment environment, Variant variant, Exits exits, Type result, Set<Local> unset, GuardCounters counters) {
        return new FunctionSpecializer(
                environment,
                variant.facts(),
                Optional.of(exits),
                result,
                l -> unset.contains(l) || isUnset(l),
                (of, expected, word, value) -> counters.failing(function.id(), word.span(), site(of), expected, word, value));
    }

    private Guard.Site site(TypedExpression of) {
        if (of == null) {
            return new Guard.Result();
        }
        Observed observed = seen.get(of);
        return observed == null ? new Guard.Derived() : new Guard.Value(observed.site());
    }

    /** The specialised version of what the function does from the test of a loop on. */
    private TypedFunction loopVersion(
            int number,
            Variant variant,
            TypedStatement.Loop loop,
            SourceLoop source,
            Environment environment,
            Exits exits,
            GuardCounters counters) {
        LoopRest rest = LoopRest.of(function, body, loop);
        TypedStatement.Block statements = rest.statements(List.of(source.recall()));
        Set<Local> undeclared = undeclared(statements, source.state());
        List<TypedStatement> all = new ArrayList<>();
        undeclared.forEach(l ->
                all.add(new TypedStatement.Declare(loop.span(), l, Linearizer.zero(loop.span(), l.type()))));
        all.addAll(statements.statements());
        exits.begin(source.id().number(), source.state(), rest.originals());
        FunctionSpecializer writer = writer(environment, variant, exits, function.result(), undeclared, counters);
        return function(
                function.id().specialisedLoop(number, source.id().number()),
                source.state().stream().map(writer::local).toList(),
                function.result(),
                writer.block(new TypedStatement.Block(loop.span(), all)));
    }

    /** What the statements use and nobody declares: the values are never looked at. */
    private static Set<Local> undeclared(TypedStatement statements, List<Local> parameters) {
        Set<Local> result = new LinkedHashSet<>(LoopRest.used(statements));
        Set<Local> declared = new HashSet<>(parameters);
        TreeWalk.statements(statements, s -> {
            if (s instanceof TypedStatement.Declare d) {
                declared.add(d.local());
            }
        });
        TreeWalk.expressions(statements, e -> {
            if (e instanceof TypedExpression.Let let) {
                let.temporaries().forEach(t -> declared.add(t.local()));
            }
        });
        result.removeAll(declared);
        return result;
    }

    private TypedFunction function(FunctionId id, List<Local> parameters, Type result, TypedStatement.Block body) {
        return new TypedFunction(
                id,
                function.displayName(),
                kind(function),
                parameters,
                function.captures(),
                result,
                body,
                false,
                function.span());
    }

    // ---- entries

    /** Calls the first version that takes the arguments; if there is none, the function as it was. */
    TypedFunction entry(List<Version> versions, Exits exits, GuardCounters counters) {
        Choice choice = new Choice(function, counters);
        for (int i = 0; i < function.parameters().size(); i++) {
            Local parameter = function.parameters().get(i);
            choice.add(new TypedExpression.Read(function.span(), parameter, parameter.type()), new Guard.Parameter(i));
        }
        versions.forEach(version -> choice.add(version.parameters(), narrowed -> version.expected(
                function, new TypedExpression.Call(function.span(), version.id(), narrowed, version.result()))));
        return function.with(choice.between(function.span(), () -> exits.beginning(choice.words())));
    }

    /** The same for a loop that the host enters. */
    TypedFunction loopEntry(SourceLoop source, List<TypedFunction> versions, Exits exits, GuardCounters counters) {
        Choice choice = new Choice(function, counters);
        source.state().forEach(local -> choice.add(source.value(local), new Guard.Derived()));
        versions.forEach(version -> choice.add(
                version.parameters().stream().map(Local::type).toList(),
                narrowed -> new TypedExpression.Call(source.loop().span(), version.id(), narrowed, function.result())));
        TypedStatement.Loop written = linearizer.loop(source.loop()).orElseThrow();
        return source.entry(choice.between(source.loop().span(), () -> exits.entering(written, choice.words())));
    }
}
