package org.bluescript.language.typed;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bluescript.language.types.FunctionType;

/** Which functions of a program are values, and of which type they are as such. */
public final class FunctionValues {
    private FunctionValues() {}

    public static Map<FunctionId, FunctionType> of(TypedProgram program) {
        return of(program.functions().values());
    }

    /** Those that occur as values in some functions. */
    public static Map<FunctionId, FunctionType> of(Collection<TypedFunction> functions) {
        Map<FunctionId, FunctionType> result = new LinkedHashMap<>();
        functions.forEach(f -> TreeWalk.expressions(f.body(), e -> {
            switch (e) {
                case TypedExpression.FunctionReference r -> result.put(r.function(), r.type());
                case TypedExpression.MakeClosure m -> result.put(m.function(), m.type());
                default -> {}
            }
        }));
        return result;
    }
}
