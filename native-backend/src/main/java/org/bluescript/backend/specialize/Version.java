package org.bluescript.backend.specialize;

import java.util.List;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * What callers know of the specialised version of a function.
 *
 * @param parameters the types of its parameters
 * @param result the type of its result
 * @param mayLeave whether it may be left with a result of another type
 */
record Version(FunctionId id, List<Type> parameters, Type result, boolean mayLeave) {
    /** What the function gives by a call of its version: what that gives, or what it was left with. */
    TypedExpression expected(TypedFunction function, TypedExpression call) {
        if (result.equals(function.result())) {
            return call;
        }
        if (!mayLeave) {
            return WordConversions.toWord(call);
        }
        Local left = new Local("left", PrimitiveType.ANY);
        TypedExpression word = new TypedExpression.Read(call.span(), left, PrimitiveType.ANY);
        return WordConversions.toWord(new TypedExpression.Expected(
                call.span(), call, left, new TypedExpression.Leave(call.span(), word, PrimitiveType.ANY)));
    }

    /** Whether it does not take all that the function takes. */
    boolean isGuarded(TypedFunction function) {
        for (int i = 0; i < parameters.size(); i++) {
            if (!parameters.get(i).equals(function.parameters().get(i).type())) {
                return true;
            }
        }
        return false;
    }
}
