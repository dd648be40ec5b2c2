package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bluescript.language.infer.Types;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The types of parameters that a function gets versions for. Usually it is one version, for what is true of all calls that were seen; only where
 * that would be nothing for some parameter, because values of types that have nothing in common were passed, there are several.
 */
final class Shapes {
    /** What was called less often than one in so many times gets no version. */
    private static final int SELDOM = 16;

    private Shapes() {}

    /** What is known of the arguments in each version, the most frequent one first; one at least. */
    static List<List<Type>> of(Types types, TypedFunction function, FunctionProfile profile, int most) {
        List<Type> common = new ArrayList<>();
        Set<Integer> mixed = new LinkedHashSet<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            boolean isUnknown = function.parameters().get(i).type() == PrimitiveType.ANY;
            Seen passed = profile.parameters().get(i);
            Type type = isUnknown ? types.of(passed) : PrimitiveType.ANY;
            if (isUnknown && type == PrimitiveType.ANY && !passed.others() && passed.types().size() > 1) {
                mixed.add(i);
            }
            common.add(type);
        }
        if (mixed.isEmpty()) {
            return List.of(common);
        }
        Set<List<Type>> found = new LinkedHashSet<>();
        long calls = profile.shapes().values().stream().mapToLong(Long::longValue).sum();
        profile.shapes().entrySet().stream()
                .filter(shape -> shape.getValue() * SELDOM >= calls && isKnown(shape.getKey(), mixed))
                .sorted(Map.Entry.<List<Type>, Long>comparingByValue()
                        .reversed()
                        .thenComparing(shape -> shape.getKey().toString()))
                .forEach(shape -> {
                    List<Type> arguments = new ArrayList<>(common);
                    mixed.forEach(i -> arguments.set(i, types.of(Seen.of(shape.getKey().get(i)))));
                    found.add(arguments);
                });
        if (mixed.size() == 1) { // of others nobody can tell what came together
            int parameter = mixed.iterator().next();
            profile.parameters().get(parameter).types().stream()
                    .filter(type -> calls == 0 && type != PrimitiveType.NULL)
                    .forEach(type -> {
                        List<Type> arguments = new ArrayList<>(common);
                        arguments.set(parameter, types.of(Seen.of(type)));
                        found.add(arguments);
                    });
        }
        return found.isEmpty() ? List.of(common) : found.stream().limit(most).toList();
    }

    private static boolean isKnown(List<Type> shape, Set<Integer> parameters) {
        return parameters.stream().map(shape::get).allMatch(t -> t != PrimitiveType.ANY && t != PrimitiveType.NULL);
    }
}
