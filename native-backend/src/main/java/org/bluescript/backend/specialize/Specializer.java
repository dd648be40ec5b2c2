package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.backend.optimize.ClassHierarchy;
import org.bluescript.language.layout.ClassLayouts;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Specialises a whole program to what a profile says of it. */
public final class Specializer {
    private final TypedProgram program;
    private final Types types;
    private final Effects effects;
    private final Map<FunctionId, Candidate> candidates = new LinkedHashMap<>();

    private Specializer(TypedProgram program, Profile profile) {
        this.program = program;
        this.types = new Types(program);
        this.effects = new Effects(program);
        for (TypedFunction function : program.functions().values()) {
            Optional<FunctionProfile> known = profile.of(function.id());
            if (known.isPresent() && isWritable(function) && handlesWords(function)) {
                candidates.put(function.id(), new Candidate(function, known.get()));
            }
        }
    }

    /** The program with versions of its functions that are specialised to what the profile, which must be of it, has seen. */
    public static TypedProgram specialize(TypedProgram program, Profile profile) {
        return new Specializer(program, profile).program();
    }

    /** Whether the function can be left and continued. Constructors are called by what makes the instance. */
    private static boolean isWritable(TypedFunction function) {
        boolean isPlain = switch (function.kind()) {
            case FUNCTION, METHOD -> true;
            case TOP_LEVEL, CONSTRUCTOR, CLOSURE -> false;
        };
        boolean[] found = {isPlain && !function.deviceBound()
                && function.parameters().stream().noneMatch(Local::shared)};
        TreeWalk.statements(function.body(), s -> found[0] &= switch (s) {
            case TypedStatement.TryCatch t -> false;
            case TypedStatement.RenewCell r -> false;
            case TypedStatement.InlineCode c -> false;
            case TypedStatement.Declare d -> !d.local().shared();
            default -> true;
        });
        return found[0];
    }

    /** Whether there is anything in the function of which the checker does not know the type. */
    private static boolean handlesWords(TypedFunction function) {
        boolean[] found = {function.parameters().stream().anyMatch(p -> p.type() == PrimitiveType.ANY)};
        TreeWalk.expressions(function.body(), e -> found[0] |= e.type() == PrimitiveType.ANY);
        return found[0];
    }

    /** A function of which there will be a specialised version. */
    private final class Candidate {
        final TypedFunction function;
        final TypedStatement.Block body;
        final Linearizer linearizer;
        final Facts facts;
        final List<Local> parameters = new ArrayList<>();
        final Type result;
        Set<Local> carried;

        Candidate(TypedFunction function, FunctionProfile profile) {
            this.function = function;
            Map<TypedExpression, Seen> seen = new IdentityHashMap<>();
            Sites sites = Sites.of(program, function);
            TreeWalk.expressions(
                    function.body(), e -> sites.number(e).ifPresent(n -> seen.put(e, profile.value(n))));
            this.linearizer = new Linearizer(effects, seen);
            this.body = linearizer.linear(function);
            List<Type> arguments = new ArrayList<>();
            for (int i = 0; i < function.parameters().size(); i++) {
                Local parameter = function.parameters().get(i);
                arguments.add(parameter.type() == PrimitiveType.ANY ? types.of(profile.parameters().get(i)) : PrimitiveType.ANY);
            }
            this.facts = new Facts(
                    types, function, body, arguments, linearizer::isUnset, e -> types.of(seen.getOrDefault(e, Seen.NOTHING)));
            Type expected = types.of(profile.result());
            boolean isKnown = function.result() == PrimitiveType.ANY && isResult(expected);
            this.result = isKnown ? expected : function.result();
        }

        Version version(boolean mayLeave) {
            List<Type> parameterTypes = function.parameters().stream()
                    .map(p -> p.type() == PrimitiveType.ANY ? facts.of(p) : p.type())
                    .toList();
            return new Version(function.id().specialised(), parameterTypes, result, mayLeave);
        }
    }

    private static boolean isResult(Type type) {
        return type != PrimitiveType.ANY && type != PrimitiveType.NEVER && type != PrimitiveType.NULL;
    }

    /** A function, written. */
    private record Written(TypedFunction specialised, Exits exits, boolean leaves) {}

    private TypedProgram program() {
        Map<FunctionId, Version> versions = new LinkedHashMap<>();
        candidates.forEach((id, c) -> versions.put(id, c.version(true)));
        Map<FunctionId, Written> written = write(versions);
        written.forEach((id, w) -> {
            versions.put(id, candidates.get(id).version(w.leaves()));
            candidates.get(id).carried = w.exits().carried();
        });
        written = write(versions);
        Map<FunctionId, TypedFunction> functions = new LinkedHashMap<>();
        for (TypedFunction function : program.functions().values()) {
            Written w = written.get(function.id());
            if (w == null) {
                functions.put(function.id(), certain(function, environment(versions)));
                continue;
            }
            functions.put(w.specialised().id(), w.specialised());
            if (w.exits().areUsed() || isGuarded(versions.get(function.id()), function)) {
                TypedFunction rest = w.exits().continuation();
                functions.put(rest.id(), rest);
            }
            functions.put(function.id(), entry(function, versions.get(function.id()), w.exits()));
        }
        return new TypedProgram(
                program.modules(), program.classes(), functions, program.growable(), program.library(), program.implementers());
    }

    private Environment environment(Map<FunctionId, Version> versions) {
        ClassLayouts layouts = ClassLayouts.of(program);
        return new Environment(
                program, types, effects, new ClassHierarchy(program, layouts), DynamicMembers.of(program, layouts), versions);
    }

    private Map<FunctionId, Written> write(Map<FunctionId, Version> versions) {
        Environment environment = environment(versions);
        Map<FunctionId, Written> result = new LinkedHashMap<>();
        candidates.forEach((id, c) -> result.put(id, write(c, versions.get(id), environment)));
        return result;
    }

    private Written write(Candidate c, Version version, Environment environment) {
        Exits exits = new Exits(
                c.function, c.function.id().continuation(), c.body, l -> c.carried == null || c.carried.contains(l));
        FunctionSpecializer writer =
                new FunctionSpecializer(environment, c.facts, Optional.of(exits), c.result, c.linearizer::isUnset);
        List<Local> parameters = c.function.parameters().stream().map(writer::local).toList();
        TypedStatement.Block body = writer.block(c.body);
        TypedFunction specialised = new TypedFunction(
                version.id(),
                c.function.displayName(),
                c.function.kind(),
                parameters,
                List.of(),
                c.result,
                body,
                false,
                c.function.span());
        return new Written(specialised, exits, writer.leaves());
    }

    /** The function as it is, but for what is certain without a profile: types that follow from others, and versions to call. */
    private TypedFunction certain(TypedFunction function, Environment environment) {
        List<Type> unknown = function.parameters().stream().<Type>map(p -> PrimitiveType.ANY).toList();
        Facts facts = new Facts(types, function, function.body(), unknown, l -> false, e -> PrimitiveType.ANY);
        FunctionSpecializer writer =
                new FunctionSpecializer(environment, facts, Optional.empty(), function.result(), l -> false);
        return withBody(function, writer.block(function.body()));
    }

    private static TypedFunction withBody(TypedFunction f, TypedStatement.Block body) {
        return new TypedFunction(
                f.id(), f.displayName(), f.kind(), f.parameters(), f.captures(), f.result(), body, f.deviceBound(), f.span());
    }

    private static boolean isGuarded(Version version, TypedFunction function) {
        for (int i = 0; i < function.parameters().size(); i++) {
            if (!version.parameters().get(i).equals(function.parameters().get(i).type())) {
                return true;
            }
        }
        return false;
    }

    /** Calls the specialised version if the arguments are what it takes, else the function as it was. */
    private static TypedFunction entry(TypedFunction function, Version version, Exits exits) {
        Span span = function.span();
        List<TypedExpression> tests = new ArrayList<>();
        List<TypedExpression> words = new ArrayList<>();
        List<TypedExpression> narrowed = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Local parameter = function.parameters().get(i);
            Type type = version.parameters().get(i);
            TypedExpression read = new TypedExpression.Read(span, parameter, parameter.type());
            words.add(read);
            if (type.equals(parameter.type())) {
                narrowed.add(read);
            } else {
                tests.add(new TypedExpression.TypeTest(span, read, type));
                narrowed.add(new TypedExpression.Convert(span, Conversion.ANY_NARROWED, read, type));
            }
        }
        TypedExpression call = new TypedExpression.Call(span, version.id(), narrowed, version.result());
        List<TypedStatement> statements = new ArrayList<>();
        TypedStatement specialised = returning(function, expected(function, version, call));
        if (tests.isEmpty()) {
            statements.add(specialised);
        } else {
            TypedExpression all = tests.reversed().stream().reduce((rest, test) -> new TypedExpression.Conditional(
                            span, test, rest, new TypedExpression.BooleanConstant(span, false), PrimitiveType.BOOLEAN))
                    .orElseThrow();
            statements.add(new TypedStatement.If(span, all, specialised, Optional.empty()));
            statements.add(returning(function, exits.beginning(words)));
        }
        return withBody(function, new TypedStatement.Block(span, statements));
    }

    private static TypedExpression expected(TypedFunction function, Version version, TypedExpression call) {
        if (version.result().equals(function.result())) {
            return call;
        }
        if (!version.mayLeave()) {
            return WordConversions.toWord(call);
        }
        Local left = new Local("left", PrimitiveType.ANY);
        TypedExpression word = new TypedExpression.Read(call.span(), left, PrimitiveType.ANY);
        return WordConversions.toWord(new TypedExpression.Expected(
                call.span(), call, left, new TypedExpression.Leave(call.span(), word, PrimitiveType.ANY)));
    }

    private static TypedStatement returning(TypedFunction function, TypedExpression value) {
        Span span = function.span();
        boolean isVoid = function.result() == PrimitiveType.VOID || function.result() == PrimitiveType.NEVER;
        return isVoid
                ? new TypedStatement.Block(
                        span,
                        List.of(new TypedStatement.Evaluate(span, value), new TypedStatement.Return(span, Optional.empty())))
                : new TypedStatement.Return(span, Optional.of(value));
    }
}
