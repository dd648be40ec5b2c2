package org.bluescript.backend.specialize;

import java.util.ArrayList;
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

/** A function of which there will be a specialised version, and of its loops that the host enters. */
final class Candidate {
    private final TypedFunction function;
    private final TypedStatement.Block body;
    private final Linearizer linearizer;
    private final Facts facts;
    private final Type result;
    private final Map<TypedExpression, Observed> seen = new IdentityHashMap<>();
    /** Variables of the module, whose first values are never looked at. */
    private final Set<Local> variables;

    /** The loops, as they have been written. */
    private final Map<TypedStatement.Loop, SourceLoop> loops = new LinkedHashMap<>();

    private Set<Local> carried;

    Candidate(
            Types types, Effects effects, SourceFunction source, FunctionProfile profile, List<SourceLoop> entered) {
        this.function = source.function();
        this.variables = Set.copyOf(source.variables().values());
        source.values().forEach((e, n) -> seen.put(e, new Observed(n, profile.value(n))));
        this.linearizer = new Linearizer(effects, seen);
        this.body = linearizer.linear(function);
        entered.forEach(l -> linearizer.loop(l.loop()).ifPresent(written -> loops.put(written, l)));
        List<Type> arguments = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Local parameter = function.parameters().get(i);
            arguments.add(
                    parameter.type() == PrimitiveType.ANY ? types.of(profile.parameters().get(i)) : PrimitiveType.ANY);
        }
        this.facts = new Facts(
                types,
                function,
                body,
                arguments,
                this::isUnset,
                e -> seen.containsKey(e) ? types.of(seen.get(e).seen()) : PrimitiveType.NEVER);
        Type expected = types.of(profile.result());
        boolean isKnown = function.result() == PrimitiveType.ANY && isResult(expected);
        this.result = isKnown ? expected : function.result();
    }

    private static boolean isResult(Type type) {
        return type != PrimitiveType.ANY && type != PrimitiveType.NEVER && type != PrimitiveType.NULL;
    }

    private boolean isUnset(Local local) {
        return linearizer.isUnset(local) || variables.contains(local);
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

    Version version(boolean mayLeave) {
        List<Type> parameterTypes = function.parameters().stream()
                .map(p -> p.type() == PrimitiveType.ANY ? facts.of(p) : p.type())
                .toList();
        return new Version(function.id().specialised(), parameterTypes, result, mayLeave);
    }

    /** Whether a loop can be entered in the specialised version. */
    boolean enters(SourceLoop loop) {
        return loops.containsValue(loop);
    }

    /**
     * The function, written.
     *
     * @param specialised empty if only loops of it have versions
     * @param loops the versions of its loops
     */
    record Written(
            Optional<TypedFunction> specialised, Map<SourceLoop, TypedFunction> loops, Exits exits, boolean leaves) {}

    /** What another writing need not pass to the continuation, because this one did not. */
    void keep(Written written) {
        carried = written.exits().carried();
    }

    Written write(Version version, Environment environment, GuardCounters counters) {
        Map<TypedStatement.Loop, Exits.Entered> entered = new IdentityHashMap<>();
        loops.forEach((loop, source) -> entered.put(loop, new Exits.Entered(source.id().number(), source.recall(), source.state())));
        Exits exits = new Exits(
                function,
                function.id().continuation(),
                body,
                entered,
                l -> carried == null || carried.contains(l));
        exits.begin(0, function.parameters(), Map.of());
        FunctionSpecializer writer = writer(environment, exits, result, Set.of(), counters);
        Optional<TypedFunction> specialised = Optional.empty();
        if (isWhole()) {
            List<Local> parameters = function.parameters().stream().map(writer::local).toList();
            specialised = Optional.of(function(version.id(), parameters, result, writer.block(body)));
        }
        Map<SourceLoop, TypedFunction> versions = new LinkedHashMap<>();
        loops.forEach((loop, source) -> {
            versions.put(source, loopVersion(loop, source, environment, exits, counters));
            exits.entering(loop, source.state().stream().map(source::value).toList());
        });
        return new Written(specialised, versions, exits, writer.leaves());
    }

    private FunctionSpecializer writer(
            Environment environment, Exits exits, Type result, Set<Local> unset, GuardCounters counters) {
        return new FunctionSpecializer(
                environment,
                facts,
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
            TypedStatement.Loop loop, SourceLoop source, Environment environment, Exits exits, GuardCounters counters) {
        LoopRest rest = LoopRest.of(function, body, loop);
        TypedStatement.Block statements = rest.statements(List.of(source.recall()));
        Set<Local> undeclared = undeclared(statements, source.state());
        List<TypedStatement> all = new ArrayList<>();
        undeclared.forEach(l ->
                all.add(new TypedStatement.Declare(loop.span(), l, Linearizer.zero(loop.span(), l.type()))));
        all.addAll(statements.statements());
        exits.begin(source.id().number(), source.state(), rest.originals());
        FunctionSpecializer writer = writer(environment, exits, function.result(), undeclared, counters);
        return function(
                function.id().specialisedLoop(source.id().number()),
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

    /** Calls the specialised version if the arguments are what it takes, else the function as it was. */
    TypedFunction entry(Version version, Exits exits, GuardCounters counters) {
        Choice choice = new Choice(function, counters);
        for (int i = 0; i < function.parameters().size(); i++) {
            Local parameter = function.parameters().get(i);
            TypedExpression read = new TypedExpression.Read(function.span(), parameter, parameter.type());
            choice.add(read, version.parameters().get(i), new Guard.Parameter(i));
        }
        TypedExpression call = new TypedExpression.Call(function.span(), version.id(), choice.narrowed(), version.result());
        TypedStatement.Block body =
                choice.between(function.span(), version.expected(function, call), () -> exits.beginning(choice.words()));
        return new TypedFunction(
                function.id(),
                function.displayName(),
                function.kind(),
                function.parameters(),
                function.captures(),
                function.result(),
                body,
                function.deviceBound(),
                function.span());
    }

    /** The same for a loop that the host enters. */
    TypedFunction loopEntry(SourceLoop source, TypedFunction version, Exits exits, GuardCounters counters) {
        Choice choice = new Choice(function, counters);
        for (int i = 0; i < source.state().size(); i++) {
            TypedExpression value = source.value(source.state().get(i));
            choice.add(value, version.parameters().get(i).type(), new Guard.Derived());
        }
        TypedExpression call =
                new TypedExpression.Call(source.loop().span(), version.id(), choice.narrowed(), function.result());
        TypedStatement.Loop written = linearizer.loop(source.loop()).orElseThrow();
        return source.entry(choice.between(source.loop().span(), call, () -> exits.entering(written, choice.words())));
    }
}
