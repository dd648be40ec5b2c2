package org.bluescript.profiler;

import java.util.List;
import java.util.stream.Collectors;
import org.bluescript.language.types.Type;

/**
 * The types of parameters, {@code this} included, that one version of a function is for.
 *
 * @param parameters in order: the declared type, or a narrower one that was seen; {@code any} where nothing is assumed
 */
public record Shape(List<Type> parameters) {
    public Shape {
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return parameters.stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
