package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.bluescript.language.infer.Types;
import org.bluescript.backend.optimize.ClassHierarchy;
import org.bluescript.backend.optimize.PrivateGlobals;
import org.bluescript.backend.specialize.Candidate.Written;
import org.bluescript.backend.specialize.VersionNote.Reason;
import org.bluescript.language.layout.ClassLayouts;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Specialises a whole program to what a profile says of it. */
public final class Specializer {
    private final TypedProgram program;
    private final Types types;
    private final Effects effects;
    private final GuardCounters counters;
    /** The functions, with what is expected of their branches. */
    private final Map<FunctionId, TypedFunction> sources = new LinkedHashMap<>();

    private final Map<FunctionId, List<SourceLoop>> loops = new LinkedHashMap<>();
    private final Map<LoopId, String> closed = new TreeMap<>();
    private final Map<FunctionId, Candidate> candidates = new LinkedHashMap<>();
    private final Map<FunctionId, VersionNote> notes = new TreeMap<>();

    private Specializer(TypedProgram program, Profile profile, Request request) {
        this.program = program;
        this.types = new Types(program);
        this.effects = new Effects(program);
        this.counters = new GuardCounters(request.countsGuards());
        Set<Global> privateGlobals = PrivateGlobals.of(program);
        Environment environment = environment(Map.of());
        for (TypedFunction function : program.functions().values()) {
            SourceFunction written = source(function, profile);
            sources.put(function.id(), written.function());
            if (function.kind() == TypedFunction.Kind.TOP_LEVEL) {
                written = written.keeping(privateGlobals);
            }
            List<SourceLoop> entered = entered(written, request);
            loops.put(function.id(), entered);
            boolean isUnknown = handlesUnknown(certain(function, environment));
            Optional<Reason> none = whyUnversioned(function, isUnknown, profile, request, !entered.isEmpty());
            if (none.isPresent()) {
                notes.put(function.id(), new VersionNote.Unversioned(none.get()));
            } else {
                FunctionProfile known = profile.of(function.id()).orElseThrow();
                candidates.put(function.id(), new Candidate(types, effects, written, known, entered, request.mostVersions()));
            }
        }
    }

    /** The program with all types written down that are certain: what is stored in a local of no type, what an operation on it gives. */
    public static TypedProgram specialize(TypedProgram program) {
        return specialize(program, Profile.EMPTY, Request.WHOLE).program();
    }

    /**
     * The program with versions of its functions that are specialised to what the profile, which must be of it, has seen. It
     * works on the same memory as the program itself.
     */
    public static SpecializedProgram specialize(TypedProgram program, Profile profile, Request request) {
        return new Specializer(program, profile, request).specialized();
    }

    /** C in a function may know how it is written. */
    private SourceFunction source(TypedFunction function, Profile profile) {
        SourceFunction source = SourceFunction.of(program, function);
        return profile.of(function.id())
                .filter(p -> !function.deviceBound())
                .map(p -> source.expecting(program, p))
                .orElse(source);
    }

    /** The loops of the function that are asked for and have entries; says why others have none. */
    private List<SourceLoop> entered(SourceFunction function, Request request) {
        List<SourceLoop> asked = SourceLoop.of(function).stream()
                .filter(l -> request.loops().test(l.id()))
                .toList();
        asked.forEach(l -> l.closed().ifPresent(why -> closed.put(l.id(), why)));
        return asked.stream().filter(l -> !closed.containsKey(l.id())).toList();
    }

    // ---- which functions

    private static Optional<Reason> whyUnversioned(
            TypedFunction function, boolean handlesUnknown, Profile profile, Request request, boolean isEntered) {
        if (function.deviceBound()) {
            return Optional.of(Reason.DEVICE_BOUND);
        }
        if (!handlesUnknown) {
            return Optional.of(Reason.ALL_TYPES_KNOWN);
        }
        if (function.kind() == TypedFunction.Kind.TOP_LEVEL && !isEntered) {
            return Optional.of(Reason.TOP_LEVEL);
        }
        Optional<Reason> unwritable = whyUnwritable(function);
        if (unwritable.isPresent()) {
            return unwritable;
        }
        if (profile.of(function.id()).isEmpty()) {
            return Optional.of(Reason.NEVER_SEEN);
        }
        return request.versions().test(function.id()) ? Optional.empty() : Optional.of(Reason.NOT_ASKED_FOR);
    }

    /** Why the function cannot be left and continued. */
    private static Optional<Reason> whyUnwritable(TypedFunction function) {
        Reason[] found = new Reason[1];
        if (function.parameters().stream().anyMatch(Local::shared)) {
            found[0] = Reason.SHARED_LOCALS;
        }
        TreeWalk.statements(function.body(), s -> {
            switch (s) {
                case TypedStatement.TryCatch t -> found[0] = Reason.TRY;
                case TypedStatement.RenewCell r -> found[0] = Reason.SHARED_LOCALS;
                case TypedStatement.InlineCode c -> found[0] = Reason.DEVICE_BOUND;
                case TypedStatement.Declare d when d.local().shared() -> found[0] = Reason.SHARED_LOCALS;
                default -> {}
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** Whether there is anything in the function, in which everything that is certain is typed, of which the type is not known. */
    private static boolean handlesUnknown(TypedFunction function) {
        boolean[] found = {function.parameters().stream().anyMatch(p -> p.type() == PrimitiveType.ANY)};
        TreeWalk.expressions(
                function.body(), e -> found[0] |= Sites.isObserved(e) || e instanceof TypedExpression.Dynamic);
        return found[0];
    }

    // ---- writing

    private SpecializedProgram specialized() {
        infer();
        Map<FunctionId, List<Version>> versions = new LinkedHashMap<>();
        candidates.forEach((id, c) -> versions.put(id, c.versions()));
        write(versions, new GuardCounters(false)).forEach((id, w) -> {
            versions.put(id, candidates.get(id).versions(w.leaves()));
            candidates.get(id).keep(w);
        });
        Map<FunctionId, Written> written = write(versions, counters);
        Environment environment = environment(versions);
        Map<FunctionId, TypedFunction> functions = new LinkedHashMap<>();
        Map<LoopId, LoopEntry> entries = new TreeMap<>();
        for (TypedFunction function : program.functions().values()) {
            Written w = written.get(function.id());
            if (w == null) {
                TypedFunction certain = certain(sources.get(function.id()), environment);
                add(functions, isUnseen(function) ? observed(certain) : certain);
            } else {
                addVersions(functions, candidates.get(function.id()), versions.get(function.id()), w);
            }
            for (SourceLoop loop : loops.get(function.id())) {
                TypedFunction entry = w != null && w.loops().containsKey(loop)
                        ? candidates.get(function.id()).loopEntry(loop, w.loops().get(loop), w.exits(), counters)
                        : certain(loop.genericEntry(), environment);
                add(functions, entry);
                entries.put(loop.id(), new LoopEntry(entry.id(), loop.locals()));
            }
        }
        TypedProgram result = new TypedProgram(
                program.modules(), program.classes(), functions, program.growable(), program.library(), program.implementers(),
                program.adapters());
        return new SpecializedProgram(result, entries, closed, counters.all(), notes);
    }

    /** Where there are several versions, what a call gives depends on what it is given, and so does what its caller gives. */
    private void infer() {
        if (candidates.values().stream().noneMatch(Candidate::isMixed)) {
            return;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Candidate candidate : candidates.values()) {
                changed |= candidate.infer(this::result);
            }
        }
        candidates.values().forEach(Candidate::settle);
    }

    private Type result(TypedExpression expression, Function<TypedExpression, Type> facts) {
        return expression instanceof TypedExpression.Call call && candidates.containsKey(call.function())
                ? candidates.get(call.function()).result(call.arguments().stream().map(facts).toList())
                : PrimitiveType.ANY;
    }

    private boolean isUnseen(TypedFunction function) {
        return counters.areCounted()
                && notes.get(function.id()) instanceof VersionNote.Unversioned(Reason reason)
                && reason == Reason.NEVER_SEEN;
    }

    /** The function, which counts its calls, with the words that are passed. */
    private TypedFunction observed(TypedFunction f) {
        List<TypedStatement> body = new ArrayList<>();
        for (int i = 0; i < f.parameters().size(); i++) {
            Local parameter = f.parameters().get(i);
            if (parameter.type() == PrimitiveType.ANY) {
                TypedExpression word = new TypedExpression.Read(f.span(), parameter, parameter.type());
                body.add(new TypedStatement.Evaluate(
                        f.span(), counters.failure(f.id(), f.span(), new Guard.Argument(i), PrimitiveType.NEVER, word)));
            }
        }
        body.add(f.body());
        return f.with(new TypedStatement.Block(f.body().span(), body));
    }

    private void addVersions(Map<FunctionId, TypedFunction> functions, Candidate candidate, List<Version> versions, Written w) {
        TypedFunction function = candidate.function();
        w.specialised().forEach(f -> add(functions, f));
        w.loops().values().forEach(all -> all.forEach(l -> add(functions, l)));
        if (w.exits().areUsed() || candidate.isWhole() && versions.stream().allMatch(v -> v.isGuarded(function))) {
            add(functions, w.exits().continuation());
        }
        add(functions, candidate.isWhole()
                ? candidate.entry(versions, w.exits(), counters)
                : program.functions().get(function.id()));
        notes.put(function.id(), new VersionNote.Versioned(versions.stream()
                .map(v -> new VersionNote.Made(v.id(), v.parameters(), v.result()))
                .toList()));
    }

    private static void add(Map<FunctionId, TypedFunction> functions, TypedFunction function) {
        functions.put(function.id(), function);
    }

    private Environment environment(Map<FunctionId, List<Version>> versions) {
        ClassLayouts layouts = ClassLayouts.of(program);
        return new Environment(
                program, types, effects, new ClassHierarchy(program, layouts), DynamicMembers.of(program, layouts), versions);
    }

    private Map<FunctionId, Written> write(Map<FunctionId, List<Version>> versions, GuardCounters counters) {
        Environment environment = environment(versions);
        Map<FunctionId, Written> result = new LinkedHashMap<>();
        candidates.forEach((id, c) -> result.put(id, c.write(environment, counters)));
        return result;
    }

    /** The function as it is, but for what is certain without a profile: types that follow from others, and versions to call. */
    private TypedFunction certain(TypedFunction f, Environment environment) {
        if (f.deviceBound()) {
            return f; // C in it may know its locals
        }
        List<Type> unknown = f.parameters().stream().<Type>map(p -> PrimitiveType.ANY).toList();
        Facts facts = new Facts(types, f, f.body(), unknown, l -> false, e -> PrimitiveType.ANY, Facts.Results.NONE);
        FunctionSpecializer writer = new FunctionSpecializer(
                environment, facts, Optional.empty(), f.result(), l -> false, (of, expected, word, value) -> value);
        return f.with(writer.block(f.body()));
    }
}
