package org.bluescript.language.types;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Function values. */
public record FunctionType(List<Type> parameters, Type result) implements Type {
    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> (char) ('a' + i % 26) + ": " + parameters.get(i))
                .collect(Collectors.joining(", ", "(", ") => " + result));
    }
}
