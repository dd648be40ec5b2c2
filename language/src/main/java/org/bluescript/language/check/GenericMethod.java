package org.bluescript.language.check;

import java.util.List;
import java.util.function.Function;

import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.Type;

/**
 * What makes a method that an interface asks for generic.
 *
 * @param instances gives the type that the method has for type arguments
 */
record GenericMethod(Generic parameters, Function<List<Type>, FunctionType> instances) {
    FunctionType typeFor(List<Type> arguments) {
        return instances.apply(arguments);
    }
}
