package org.bluescript.language.types;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Function values.
 *
 * @param parameters as the program declares them; the last one, if {@code hasRest}, is the array of all further arguments
 * @param required how many of them a caller must give; those behind, up to the rest parameter, are optional
 */
public record FunctionType(List<Type> parameters, Type result, int required, boolean hasRest) implements Type {
    /** Optional parameters stand among the first so many; the integer that says which are given has no more bits. */
    public static final int OPTIONAL_LIMIT = 32;

    /** A function that takes exactly these. */
    public FunctionType(List<Type> parameters, Type result) {
        this(parameters, result, parameters.size(), false);
    }

    /** The same function with another result. */
    public FunctionType withResult(Type other) {
        return new FunctionType(parameters, other, required, hasRest);
    }

    /** How many parameters take one argument each. */
    public int fixed() {
        return hasRest ? parameters.size() - 1 : parameters.size();
    }

    public boolean isOptional(int index) {
        return index >= required && index < fixed();
    }

    /**
     * What is really passed, and what the parameters of the function in the typed tree are: an optional reference is null if it
     * is not given; if other parameters are optional, an integer at the end has a one in bit i if parameter i is given.
     */
    public List<Type> passed() {
        List<Type> result = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            result.add(isOptional(i) ? orNull(parameters.get(i)) : parameters.get(i));
        }
        if (saysWhatIsGiven()) {
            result.add(PrimitiveType.INTEGER);
        }
        return result;
    }

    /** Whether an integer behind the arguments says which of them are given. */
    public boolean saysWhatIsGiven() {
        return IntStream.range(0, fixed()).anyMatch(i -> isOptional(i) && !parameters.get(i).isReference());
    }

    private static Type orNull(Type type) {
        boolean alreadyNullable = type instanceof NullableType || type == PrimitiveType.NULL;
        return type.isReference() && !alreadyNullable ? new NullableType(type) : type;
    }

    @Override
    public Representation representation() {
        return Representation.REFERENCE;
    }

    @Override
    public String toString() {
        return IntStream.range(0, parameters.size())
                .mapToObj(this::parameter)
                .collect(Collectors.joining(", ", "(", ") => " + result));
    }

    private String parameter(int index) {
        String name = String.valueOf((char) ('a' + index % 26));
        String shown = isOptional(index) ? name + "?" : index >= fixed() ? "..." + name : name;
        return shown + ": " + parameters.get(index);
    }
}
