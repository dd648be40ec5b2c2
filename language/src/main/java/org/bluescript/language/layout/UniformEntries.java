package org.bluescript.language.layout;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.FunctionValues;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.FunctionType;

/**
 * Which functions of a program need an entry that takes and gives words ({@code bs_uniform.h}), and their types: all that are
 * values, in a program that calls values of which it does not know the type.
 */
final class UniformEntries {
    /** How the names of getters begin. */
    private static final String GETTER = "get ";

    private UniformEntries() {}

    static Map<FunctionId, FunctionType> of(TypedProgram program) {
        return callsWords(program) ? FunctionValues.of(program) : Map.of();
    }

    private static boolean callsWords(TypedProgram program) {
        Set<String> members = program.classes().values().stream()
                .flatMap(c -> Stream.concat(c.fields().stream().map(Field::name), getters(c)))
                .collect(Collectors.toSet());
        boolean[] found = {false};
        program.functions().values().forEach(f -> TreeWalk.expressions(f.body(), e -> found[0] |= switch (e) {
            case TypedExpression.DynamicCall call -> true;
            case TypedExpression.DynamicMethodCall call -> members.contains(call.name());
            default -> false;
        }));
        return found[0];
    }

    private static Stream<String> getters(TypedClass c) {
        return c.methods().stream()
                .map(Method::name)
                .filter(n -> n.startsWith(GETTER))
                .map(n -> n.substring(GETTER.length()));
    }
}
