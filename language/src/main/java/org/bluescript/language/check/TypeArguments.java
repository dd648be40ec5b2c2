package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.source.Span;
import org.bluescript.language.types.Type;

/** Says whether types may be the arguments of a generic function or class, and adds those that may be left out. */
final class TypeArguments {
    private final Round round;

    TypeArguments(Round round) {
        this.round = round;
    }

    /** All arguments, of which the first are {@code given}; nothing, with a message, if they are too few or too many. */
    Optional<List<Type>> complete(Generic generic, String name, List<Type> given, Span span) {
        int wanted = generic.parameters().size();
        List<Type> all = new ArrayList<>(given);
        while (all.size() < wanted) {
            Optional<Type> fallback = generic.fallback(all.size(), all);
            if (fallback.isEmpty()) {
                break;
            }
            all.add(fallback.get());
        }
        if (all.size() != wanted) {
            String count = wanted == 1 ? "1 type argument" : wanted + " type arguments";
            round.error(span, "\"" + name + "\" takes " + count + ", not " + given.size());
            return Optional.empty();
        }
        if (round.instances().isDeclared()) {
            return checkConstraints(generic, name, all, span) ? Optional.of(all) : Optional.empty();
        }
        round.instances().onceDeclared(() -> checkConstraints(generic, name, all, span));
        return Optional.of(all);
    }

    /** Whether each argument is assignable to what constrains it; reports those that are not. */
    boolean checkConstraints(Generic generic, String name, List<Type> arguments, Span span) {
        Map<Type, Type> meaning = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            meaning.put(generic.placeholders().get(i), arguments.get(i));
        }
        for (int i = 0; i < generic.constraints().size(); i++) {
            Optional<Type> constraint =
                    generic.constraints().get(i).map(c -> round.instances().substitute(c, meaning, span));
            if (constraint.isPresent()
                    && !round.assignability().isAssignable(arguments.get(i), constraint.get())) {
                round.error(
                        span,
                        "the type argument " + generic.parameters().get(i).name() + " of \"" + name + "\" must be "
                                + constraint.get() + ", not " + arguments.get(i));
                return false;
            }
        }
        return true;
    }
}
