package org.bluescript.profiler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Weighs the functions of one program. */
final class Advisor {
    private final TypedProgram program;
    private final Profile profile;
    private final Policy policy;
    private final Map<FunctionId, String> impossible;

    Advisor(TypedProgram program, Profile profile, Policy policy, Map<FunctionId, String> impossible) {
        this.program = program;
        this.profile = profile;
        this.policy = policy;
        this.impossible = impossible;
    }

    /** What the source says comes before what runs have shown: it is true of all runs. */
    Verdict verdict(TypedFunction function) {
        if (function.deviceBound()) {
            return Verdict.NotWorth.because(Verdict.Reason.DEVICE_BOUND);
        }
        if (isAllKnown(function)) {
            return Verdict.NotWorth.because(Verdict.Reason.ALL_KNOWN);
        }
        Optional<FunctionProfile> known = profile.of(function.id());
        if (known.isEmpty()) {
            return Verdict.NotWorth.because(Verdict.Reason.NEVER_CALLED);
        }
        return verdict(function, known.get());
    }

    private Verdict verdict(TypedFunction function, FunctionProfile seen) {
        long turns = seen.turns();
        if (!policy.isHot(seen)) {
            return new Verdict.NotWorth(Verdict.Reason.TOO_FEW, "was called " + times(seen.calls())
                    + (turns == 0 ? "" : ", and its loops turned " + times(turns)));
        }
        if (holdsTry(function)) {
            return Verdict.NotWorth.because(Verdict.Reason.HOLDS_TRY);
        }
        if (impossible.containsKey(function.id())) {
            return new Verdict.NotWorth(Verdict.Reason.NOT_POSSIBLE, impossible.get(function.id()));
        }
        if (places(seen).allMatch(Seen::isNothing)) {
            return Verdict.NotWorth.because(Verdict.Reason.NOTHING_SEEN);
        }
        if (places(seen).allMatch(s -> alternatives(s).isEmpty())) {
            return Verdict.NotWorth.because(Verdict.Reason.TOO_MANY_TYPES);
        }
        return new Verdict.Worth(seen.calls() + turns, shapes(function, seen));
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    private boolean isAllKnown(TypedFunction function) {
        Sites sites = Sites.of(program, function);
        boolean[] known = {function.result().representation() != Representation.WORD
                && function.parameters().stream().noneMatch(p -> isWord(p.type()))};
        TreeWalk.expressions(function.body(), e -> known[0] &= sites.number(e).isEmpty());
        return known[0];
    }

    private static boolean holdsTry(TypedFunction function) {
        boolean[] found = {false};
        TreeWalk.statements(function.body(), s -> found[0] |= s instanceof TypedStatement.TryCatch);
        return found[0];
    }

    private static Stream<Seen> places(FunctionProfile seen) {
        return Stream.of(seen.parameters().stream(), Stream.of(seen.result()), seen.values().values().stream())
                .flatMap(s -> s);
    }

    /** The types between which a version chooses at a place; none if nothing was seen, or too much. */
    private List<Type> alternatives(Seen seen) {
        List<Type> types = new ArrayList<>(seen.types());
        if (seen.others()) {
            return List.of();
        }
        types.sort(Comparator.comparing(TypeTexts::text));
        boolean isOneOrNull = types.size() == 2
                && types.contains(PrimitiveType.NULL)
                && types.stream().allMatch(Type::isReference);
        if (isOneOrNull) {
            types.remove(PrimitiveType.NULL);
            return List.of(new NullableType(types.getFirst()));
        }
        return types.size() <= policy.mostShapes() ? types : List.of();
    }

    /** All combinations; where they would be too many, nothing is assumed of the last of the parameters with the most types. */
    private List<Shape> shapes(TypedFunction function, FunctionProfile seen) {
        List<List<Type>> parameters = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Type declared = function.parameters().get(i).type();
            List<Type> types = isWord(declared) ? alternatives(seen.parameters().get(i)) : List.of();
            parameters.add(types.isEmpty() ? List.of(declared) : types);
        }
        while (combinations(parameters) > policy.mostShapes()) {
            int index = IntStream.range(0, parameters.size())
                    .boxed()
                    .max(Comparator.<Integer>comparingInt(i -> parameters.get(i).size()).thenComparing(i -> i))
                    .orElseThrow();
            parameters.set(index, List.of(function.parameters().get(index).type()));
        }
        return combined(parameters);
    }

    private static long combinations(List<List<Type>> parameters) {
        return parameters.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
    }

    private static List<Shape> combined(List<List<Type>> parameters) {
        List<List<Type>> all = List.of(List.of());
        for (List<Type> types : parameters) {
            all = all.stream()
                    .flatMap(before -> types.stream().map(t -> Stream.concat(before.stream(), Stream.of(t)).toList()))
                    .toList();
        }
        return all.stream().map(Shape::new).toList();
    }

    private static boolean isWord(Type type) {
        return type.representation() == Representation.WORD;
    }
}
